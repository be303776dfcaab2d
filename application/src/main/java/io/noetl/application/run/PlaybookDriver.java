package io.noetl.application.run;

import io.noetl.application.error.OperationException;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.EventStores;
import io.noetl.application.port.ExecutionDataExporter;
import io.noetl.application.port.ExecutionDataExporter.ExportedFile;
import io.noetl.application.port.IdGenerator;
import io.noetl.application.port.ItemFiles;
import io.noetl.application.port.PayloadSource;
import io.noetl.application.port.PlaybookSource;
import io.noetl.application.port.PlaybookSource.Reading;
import io.noetl.application.port.TaskRunners;
import io.noetl.domain.execution.ExecutionState;
import io.noetl.domain.execution.Plan;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.template.TemplateEngine;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs playbooks through the ports it is given. Nothing is written before the playbook, its payload and its tasks have
 * been found sound.
 */
public final class PlaybookDriver implements RunPlaybook {

  private final PlaybookPreparation preparation;
  private final TemplateEngine templates;
  private final TaskRunners taskRunners;
  private final EventStores stores;
  private final ExecutionDataExporter exporter;
  private final ItemFiles items;
  private final InstantSource clock;
  private final IdGenerator ids;
  private final String workerId;

  /** A driver whose playbooks have no loops over files. */
  public PlaybookDriver(
      PlaybookSource playbooks,
      PayloadSource payloads,
      TemplateEngine templates,
      TaskRunners taskRunners,
      EventStores stores,
      ExecutionDataExporter exporter,
      InstantSource clock,
      IdGenerator ids,
      String workerId) {
    this(playbooks, payloads, templates, taskRunners, stores, exporter, ItemFiles.NONE, clock, ids, workerId);
  }

  /**
   * A driver that may run any number of playbooks.
   *
   * @param items opens the files that loops go over
   * @param clock stamps the events
   * @param ids makes the execution ids
   * @param workerId who does the work, as events name it
   */
  public PlaybookDriver(
      PlaybookSource playbooks,
      PayloadSource payloads,
      TemplateEngine templates,
      TaskRunners taskRunners,
      EventStores stores,
      ExecutionDataExporter exporter,
      ItemFiles items,
      InstantSource clock,
      IdGenerator ids,
      String workerId) {
    this.preparation = new PlaybookPreparation(playbooks, payloads);
    this.templates = templates;
    this.taskRunners = taskRunners;
    this.stores = stores;
    this.exporter = exporter;
    this.items = items;
    this.clock = clock;
    this.ids = ids;
    this.workerId = workerId;
  }

  @Override
  public RunReport run(RunRequest request, ExecutionListener listener, Cancellation cancellation) {
    checkFiles(request);
    stores.warmUp();
    Reading.Sound sound = preparation.read(request.playbook());
    Playbook merged = preparation.withPayload(sound.playbook(), request.payload());
    TaskRunners.Options options = request.tasks().withStore(FileRoles.storeFile(request.store()));
    try (OpenRunners runners = new OpenRunners(taskRunners.open(options))) {
      Plan plan = new Plan(preparation.withParameters(merged, runners.byType()), templates, request.strict());
      listener.started(plan.playbook(), sound.warnings());
      try (EventStore store = stores.openForWriting(request.store())) {
        return run(request, plan, store, runners, listener, cancellation);
      }
    }
  }

  private static void checkFiles(RunRequest request) {
    new FileRoles()
        .reads(request.playbook(), "the playbook")
        .reads(request.payload().file(), "the input")
        .reads(request.tasks().replay(), "the recording to replay")
        .store(request.store())
        .writes(request.tasks().record(), "the recording")
        .writes(request.export(), "the export");
  }

  private RunReport run(
      RunRequest request,
      Plan plan,
      EventStore store,
      OpenRunners runners,
      ExecutionListener listener,
      Cancellation cancellation) {
    store.keep(plan.playbook());
    ExecutionState state;
    try (OpenItemFiles open = new OpenItemFiles(items, FileRoles.storeFile(request.store()))) {
      ExecutionDriver driver =
          new ExecutionDriver(
              store, runners.byType(), listener, cancellation, clock, workerId, request.durability(), open);
      state = driver.run(plan, ids.next());
    }
    return report(plan.playbook(), state, store.location(), outputs(request, plan, store, state, runners));
  }

  /** What was written beside the store, and the first reason why something was not, with later ones added to it. */
  private record Outputs(@Nullable ExportedFile export, @Nullable OperationException problem) {}

  private Outputs outputs(
      RunRequest request, Plan plan, EventStore store, ExecutionState state, OpenRunners runners) {
    OperationException problem = runners.finish().orElse(null);
    Path target = request.export();
    if (target == null) {
      return new Outputs(null, problem);
    }
    try (EventCursor events = store.events(state.executionId())) {
      Playbook playbook = plan.playbook();
      ExecutionDataExporter.Request export =
          new ExecutionDataExporter.Request(
              target, request.compression(), true, state.executionId(), playbook.name(), playbook.sha256());
      return new Outputs(exporter.export(events, export), problem);
    } catch (OperationException e) {
      return new Outputs(null, OpenRunners.first(problem, e));
    }
  }

  private static RunReport report(Playbook playbook, ExecutionState state, String location, Outputs outputs) {
    List<RunReport.Failure> failures =
        state.failures().stream()
            .map(failure -> new RunReport.Failure(failure.nodeId(), failure.step(), failure.error(), failure.at()))
            .toList();
    return new RunReport(
        state.executionId(),
        playbook.name(),
        playbook.path(),
        playbook.version(),
        state.status(),
        state.startedAt(),
        state.time(),
        state.stepData(),
        failures,
        state.failureCount(),
        location,
        outputs.export(),
        outputs.problem());
  }
}
