package io.noetl.application.run;

import static io.noetl.testkit.core.Values.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.ExportException;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.error.OperationException;
import io.noetl.application.error.StoreException;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.ExecutionDataExporter;
import io.noetl.application.port.PayloadSource;
import io.noetl.application.port.PlaybookSource;
import io.noetl.application.port.TaskRunner;
import io.noetl.application.port.TaskRunners;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Status;
import io.noetl.domain.playbook.Parameters;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.testkit.core.LiteralTemplates;
import io.noetl.testkit.core.PlaybookScript;
import io.noetl.testkit.core.TaskAnswer;
import io.noetl.testkit.core.Values;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaybookDriverTest {

  private final Journal journal = new Journal();
  private final JournalStore store = new JournalStore(journal);
  private final JournalRunner runner = new JournalRunner(journal);
  private final Exporter exporter = new Exporter();
  private PlaybookSource.Reading reading =
      new PlaybookSource.Reading.Sound(
          new PlaybookScript()
              .workload("a", "default", "b", "{{ a }}")
              .step("start", step -> step.calls("work", "a", "{{ a }}", "b", "{{ b }}"))
              .task("work")
              .playbook(),
          List.of(new Problem("step 'x' is never reached", new Position(3, 1))));
  private RunRequest.Payload payload = RunRequest.Payload.NONE;
  private Path export;

  /** Writes down what it is asked for, and fails when it is told to. */
  private final class Exporter implements ExecutionDataExporter {

    private OperationException failure;
    private Request request;

    @Override
    public ExportedFile export(EventCursor events, Request asked) {
      journal.add("export " + asked.target());
      request = asked;
      if (failure != null) {
        throw failure;
      }
      return new ExportedFile(asked.target(), 7, 99);
    }
  }

  /** Payloads written down as JSON; scalars as text. */
  private static final class Payloads implements PayloadSource {

    @Override
    public MapValue file(Path file) {
      return Values.map("a", "file", "f", "file");
    }

    @Override
    public MapValue json(String origin, String text) {
      return (MapValue) Values.json(text);
    }

    @Override
    public Value scalar(String origin, String text) {
      return Value.of(origin + "!" + text);
    }
  }

  private RunReport run() {
    return run(new Cancellation());
  }

  private RunReport run(Cancellation cancellation) {
    RunRequest request =
        new RunRequest(
            Path.of("test.yaml"),
            payload,
            "a/store",
            export,
            ExecutionDataExporter.Compression.ZSTD,
            TaskRunners.Options.LIVE,
            RunRequest.Durability.RELAXED,
            false);
    return driver().run(request, listener(), cancellation);
  }

  private PlaybookDriver driver() {
    TaskRunners runners =
        new TaskRunners() {
          @Override
          public List<String> types() {
            return List.of("test");
          }

          @Override
          public List<TaskRunner> open(Options options) {
            journal.add("open runners");
            return List.of(runner);
          }
        };
    return new PlaybookDriver(
        file -> reading,
        new Payloads(),
        new LiteralTemplates(),
        runners,
        store,
        exporter,
        InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")),
        () -> "id-1",
        "worker-1");
  }

  private ExecutionListener listener() {
    return new ExecutionListener() {
      @Override
      public void started(Playbook playbook, List<Problem> warnings) {
        journal.add("started " + playbook.name() + " " + warnings.stream().map(Problem::message).toList());
      }

      @Override
      public void happened(io.noetl.domain.event.Event event) {}
    };
  }

  @Test
  void runs_a_sound_playbook_and_reports_what_came_of_it() {
    RunReport report = run();

    assertThat(report)
        .isEqualTo(
            new RunReport(
                "id-1",
                "test",
                "tests/test",
                "1",
                Status.SUCCESS,
                Instant.parse("2026-01-01T00:00:00Z"),
                Instant.parse("2026-01-01T00:00:00Z"),
                (MapValue) json("{\"start\":{\"a\":\"default\",\"b\":\"default\"}}"),
                List.of(),
                0,
                "the store",
                null,
                null));
    assertThat(journal.text())
        .isEqualTo(
            """
            warm up
            open runners
            prepare [work]
            started test [step 'x' is never reached]
            open a/store
            keep test
            append execution_start test
            append step_start start
            append task_start start/work
            run start/work
            append task_complete start/work
            append step_result start
            append execution_complete test
            commit
            finish runner
            close store
            close runner""");
  }

  @Test
  void a_broken_playbook_is_refused_with_all_its_errors_in_order_and_nothing_is_opened() {
    reading =
        new PlaybookSource.Reading.Broken(
            "test.yaml",
            List.of(
                new Problem("third", new Position(9, 1)),
                new Problem("second", new Position(2, 5)),
                new Problem("first", new Position(2, 3))),
            List.of());

    assertThatThrownBy(this::run)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage("test.yaml:2:3: first\ntest.yaml:2:5: second\ntest.yaml:9:1: third");
    assertThat(journal.text()).isEqualTo("warm up");
  }

  @Test
  void a_task_that_its_runner_rejects_is_refused_before_the_store_is_opened() {
    runner.preparing(task -> new TaskRunner.Preparation.Rejected(new Problem("no main", new Position(4, 2))));

    assertThatThrownBy(this::run).isInstanceOf(InvalidRequestException.class).hasMessage("test.yaml:4:2: no main");
    assertThat(journal.text()).isEqualTo("warm up\nopen runners\nprepare [work]\nclose runner");
  }

  @Test
  void a_task_of_a_type_that_nobody_runs_is_refused() {
    reading =
        new PlaybookSource.Reading.Sound(
            new PlaybookScript()
                .step("start", step -> step.runs(task -> task.type("fax")))
                .playbook(),
            List.of());

    assertThatThrownBy(this::run)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage("tasks of type 'fax' cannot be run");
    assertThat(journal.text()).isEqualTo("warm up\nopen runners\nclose runner");
  }

  @Test
  void tasks_have_the_parameters_that_their_runner_found() {
    runner.preparing(
        task ->
            new TaskRunner.Preparation.Ready(
                new Parameters.Named(List.of(new Parameters.Parameter("b", true)), false)));

    assertThat(JsonWriter.write(run().steps())).isEqualTo("{\"start\":{\"b\":\"default\"}}");
  }

  @Test
  void the_log_keeps_what_a_task_received_as_its_runner_describes_it() {
    runner
        .preparing(
            task ->
                new TaskRunner.Preparation.Ready(
                    new Parameters.Named(List.of(new Parameters.Parameter("b", true)), false)))
        .describing(received -> Values.map("b", "***"));

    assertThat(JsonWriter.write(run().steps())).isEqualTo("{\"start\":{\"b\":\"default\"}}");
    assertThat(store.events.stream().filter(event -> event.type() == EventType.TASK_START))
        .singleElement()
        .extracting(Event::input)
        .isEqualTo(Values.map("b", "***"));
  }

  @Test
  void later_payloads_win_and_the_workload_is_rendered_after_all_of_them() {
    payload =
        new RunRequest.Payload(
            Path.of("p.json"), "{\"a\":\"json\",\"j\":{\"x\":1,\"y\":2}}", List.of("j.x=set", "s=set"), false);

    run();

    assertThat(JsonWriter.write(store.events.getFirst().input()))
        .isEqualTo(
            """
            {"a":"json","b":"json","f":"file","j":{"x":"--set j.x=set!set","y":2},"s":"--set s=set!set"}""");
  }

  @Test
  void a_wrong_payload_is_refused_before_anything_is_opened() {
    payload = new RunRequest.Payload(null, null, List.of("a.b=1"), false);

    assertThatThrownBy(this::run).hasMessage("--set a.b: 'a' is no map in the workload");
    assertThat(journal.text()).isEqualTo("warm up");
  }

  @Test
  void a_store_that_cannot_be_opened_ends_the_run_and_closes_the_runners() {
    store.failingToOpen();

    assertThatThrownBy(this::run).isInstanceOf(StoreException.class).hasMessage("the store is locked");
    assertThat(journal.text()).endsWith("open a/store\nclose runner");
  }

  @Test
  void a_store_that_fails_closes_everything() {
    store.failingAtAppend(3);

    assertThatThrownBy(this::run).isInstanceOf(StoreException.class).hasMessage("the store is full");
    assertThat(journal.text()).endsWith("close store\nclose runner");
  }

  @Test
  void a_defect_of_a_runner_closes_everything() {
    runner.doing(
        request -> {
          throw new IllegalArgumentException("a defect");
        });

    assertThatThrownBy(this::run).hasMessage("task 'start/work' broke its runner");
    assertThat(journal.text()).endsWith("close store\nclose runner");
  }

  @Test
  void the_events_are_exported_once_all_of_them_are_durable() {
    export = Path.of("out.parquet");

    RunReport report = run();

    assertThat(report.export()).isEqualTo(new ExecutionDataExporter.ExportedFile(export, 7, 99));
    assertThat(report.exportProblem()).isNull();
    assertThat(exporter.request)
        .isEqualTo(
            new ExecutionDataExporter.Request(
                export, ExecutionDataExporter.Compression.ZSTD, true, "id-1", "test", "0".repeat(64)));
    assertThat(journal.text())
        .endsWith("commit\nfinish runner\nread id-1\nexport out.parquet\nclose cursor\nclose store\nclose runner");
  }

  @Test
  void an_export_that_fails_is_reported_beside_what_the_playbook_yielded() {
    export = Path.of("out.parquet");
    exporter.failure = new ExportException("the disk is full", "make room");

    RunReport report = run();

    assertThat(report.status()).isEqualTo(Status.SUCCESS);
    assertThat(report.export()).isNull();
    assertThat(report.exportProblem()).isSameAs(exporter.failure);
    assertThat(journal.text()).endsWith("close cursor\nclose store\nclose runner");
  }

  @Test
  void a_playbook_that_fails_is_a_report_and_still_exported() {
    export = Path.of("out.parquet");
    runner.doing(request -> TaskAnswer.failure("no"));

    RunReport report = run();

    assertThat(report.status()).isEqualTo(Status.ERROR);
    assertThat(report.errors()).containsExactly(new RunReport.Failure("start", "start", "no", "test.yaml:3:1"));
    assertThat(report.errorCount()).isEqualTo(1);
    assertThat(report.export()).isNotNull();
  }

  @Test
  void a_cancelled_playbook_is_a_report_and_still_exported() {
    export = Path.of("out.parquet");
    Cancellation cancellation = new Cancellation();
    cancellation.request();

    RunReport report = run(cancellation);

    assertThat(report.status()).isEqualTo(Status.CANCELLED);
    assertThat(report.export()).isNotNull();
  }

  @Test
  void a_runner_that_cannot_write_its_recording_is_reported_and_the_events_are_still_exported() {
    export = Path.of("out.parquet");
    ExportException unwritten = new ExportException("the recording cannot be written", "make room");
    runner.finishing(
        () -> {
          throw unwritten;
        });

    RunReport report = run();

    assertThat(report.export()).isNotNull();
    assertThat(report.exportProblem()).isSameAs(unwritten);
  }

  @Test
  void a_failed_export_does_not_hide_an_earlier_problem_of_a_recording() {
    export = Path.of("out.parquet");
    exporter.failure = new ExportException("the disk is full", "make room");
    ExportException unwritten = new ExportException("the recording cannot be written", "make room");
    runner.finishing(
        () -> {
          throw unwritten;
        });

    RunReport report = run();

    assertThat(report.export()).isNull();
    assertThat(report.exportProblem()).isSameAs(unwritten).hasSuppressedException(exporter.failure);
  }

  @Test
  void a_run_that_is_refused_or_breaks_off_finishes_no_runner() {
    store.failingToOpen();
    assertThatThrownBy(this::run).hasMessage("the store is locked");
    runner.preparing(task -> new TaskRunner.Preparation.Rejected(new Problem("no main", new Position(4, 2))));
    assertThatThrownBy(this::run).hasMessage("test.yaml:4:2: no main");

    assertThat(journal.text()).doesNotContain("finish runner");
  }

  @Test
  void a_runner_that_cannot_be_closed_masks_no_earlier_problem() {
    IllegalStateException stuck = new IllegalStateException("stuck");
    store.failingAtAppend(3);
    runner.closing(
        () -> {
          throw stuck;
        });

    assertThatThrownBy(this::run)
        .isInstanceOf(StoreException.class)
        .hasMessage("the store is full")
        .hasSuppressedException(stuck);
  }

  @Test
  void all_runners_are_closed_even_when_one_of_them_throws() {
    IllegalStateException stuck = new IllegalStateException("stuck");
    runner.closing(
        () -> {
          throw stuck;
        });
    OpenRunners both = new OpenRunners(List.of(runner, new JournalRunner(journal, "other")));

    assertThatThrownBy(both::close).isSameAs(stuck);
    assertThat(journal.count("close runner")).isEqualTo(2);
  }
}
