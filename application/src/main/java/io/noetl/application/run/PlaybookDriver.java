package io.noetl.application.run;

import io.noetl.application.error.OperationException;
import io.noetl.application.port.Environment;
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
import io.noetl.domain.template.Problem;
import io.noetl.domain.template.TemplateEngine;
import io.noetl.domain.value.Value.MapValue;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs playbooks through the ports it is given. Nothing is written before the playbook, its payload and its tasks have
 * been found sound.
 */
public final class PlaybookDriver implements RunPlaybook {

  private final PlaybookSource playbooks;
  private final PlaybookPreparation preparation;
  private final TemplateEngine templates;
  private final TaskRunners taskRunners;
  private final EventStores stores;
  private final ExecutionDataExporter exporter;
  private final ItemFiles items;
  private final Environment environment;
  private final InstantSource clock;
  private final IdGenerator ids;
  private final String workerId;

  /** A driver whose playbooks have no loops over files and take nothing from the environment. */
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
    this(
        playbooks, payloads, templates, taskRunners, stores, exporter, ItemFiles.NONE, Environment.EMPTY, clock, ids,
        workerId);
  }

  /**
   * A driver that may run any number of playbooks.
   *
   * @param items opens the files that loops go over
   * @param environment what playbooks may take from the environment
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
      Environment environment,
      InstantSource clock,
      IdGenerator ids,
      String workerId) {
    this.playbooks = playbooks;
    this.preparation = new PlaybookPreparation(playbooks, payloads);
    this.templates = templates;
    this.taskRunners = taskRunners;
    this.stores = stores;
    this.exporter = exporter;
    this.items = items;
    this.environment = environment;
    this.clock = clock;
    this.ids = ids;
    this.workerId = workerId;
  }

  @Override
  public RunReport run(RunRequest request, ExecutionListener listener, Cancellation cancellation) {
    KnownSecrets secrets = new KnownSecrets();
    try {
      return new Run(request, listener, cancellation, secrets).report();
    } catch (RuntimeException e) {
      throw new RedactedProblem(secrets).of(e);
    }
  }

  /** One run: what was asked for, and the secrets that are known so far. */
  private final class Run {

    private final RunRequest request;
    private final ExecutionListener listener;
    private final Cancellation cancellation;
    private final KnownSecrets secrets;
    private final ConfidentialInputs inputs;

    Run(RunRequest request, ExecutionListener listener, Cancellation cancellation, KnownSecrets secrets) {
      this.request = request;
      this.listener = listener;
      this.cancellation = cancellation;
      this.secrets = secrets;
      this.inputs = new ConfidentialInputs(environment, secrets);
    }

    RunReport report() {
      checkFiles();
      stores.warmUp();
      Reading.Sound sound = preparation.read(request.playbook());
      inputs.learn(sound.playbook());
      Playbook merged = preparation.withPayload(sound.playbook(), request.payload());
      inputs.check(merged);
      MapValue variables = inputs.environment(merged);
      TaskRunners.Options options =
          request.tasks().withStore(FileRoles.storeFile(request.store())).withRedaction(secrets);
      try (OpenRunners runners = new OpenRunners(taskRunners.open(options))) {
        SubPlaybooks called = new SubPlaybooks(playbooks, runners.byType(), inputs::environment);
        Playbook prepared = preparation.withParameters(merged, runners.byType(), called);
        Plan plan = new Plan(prepared, templates, request.strict(), variables);
        listener.started(plan.playbook(), warnings(sound, prepared));
        try (EventStore store = stores.openForWriting(request.store())) {
          ExecutionState state = run(plan, store, runners, called);
          return report(plan.playbook(), state, store.location(), outputs(plan, store, state, runners));
        }
      }
    }

    private static List<Problem> warnings(Reading.Sound sound, Playbook prepared) {
      List<Problem> warnings = new ArrayList<>(sound.warnings());
      warnings.addAll(ParameterCheck.warnings(prepared));
      warnings.sort(Problem.IN_FILE_ORDER);
      return warnings;
    }

    private void checkFiles() {
      new FileRoles()
          .reads(request.playbook(), "the playbook")
          .reads(request.payload().file(), "the input")
          .reads(request.tasks().replay(), "the recording to replay")
          .store(request.store())
          .writes(request.tasks().record(), "the recording")
          .writes(request.export(), "the export");
    }

    private ExecutionState run(Plan plan, EventStore store, OpenRunners runners, SubPlaybooks called) {
      Path storeFile = FileRoles.storeFile(request.store());
      return new ExecutionDriver(
              runners.byType(),
              new PlaybookCalls(called, templates, request.strict(), inputs),
              new EventRecorder(ids.next(), store, listener, secrets, clock, workerId),
              cancellation,
              clock,
              request.durability(),
              () -> new OpenItemFiles(items, storeFile))
          .run(plan);
    }

    private Outputs outputs(Plan plan, EventStore store, ExecutionState state, OpenRunners runners) {
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

    private RunReport report(Playbook playbook, ExecutionState state, String location, Outputs outputs) {
      List<RunReport.Failure> failures =
          state.failures().stream()
              .map(
                  failure ->
                      new RunReport.Failure(
                          failure.nodeId(), failure.step(), secrets.text(failure.error()), failure.at()))
              .toList();
      return new RunReport(
          state.executionId(),
          playbook.name(),
          playbook.path(),
          playbook.version(),
          state.status(),
          state.startedAt(),
          state.time(),
          secrets.map(state.stepData()),
          failures,
          state.failureCount(),
          location,
          outputs.export(),
          new RedactedProblem(secrets).ofOptional(outputs.problem()));
    }
  }

  /** What was written beside the store, and the first reason why something was not, with later ones added to it. */
  private record Outputs(@Nullable ExportedFile export, @Nullable OperationException problem) {}
}
