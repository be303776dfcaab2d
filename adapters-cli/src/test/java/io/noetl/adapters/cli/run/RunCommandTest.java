package io.noetl.adapters.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.cli.Console;
import io.noetl.adapters.cli.Console.Outcome;
import io.noetl.adapters.cli.terminal.Interrupts;
import io.noetl.application.error.ExportException;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.TaskRunners;
import io.noetl.application.run.RunReport;
import io.noetl.application.run.RunReport.Failure;
import io.noetl.application.run.RunRequest;
import io.noetl.application.run.RunRequest.Durability;
import io.noetl.application.run.RunRequest.Payload;
import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Status;
import io.noetl.testkit.history.RecordedEvents;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunCommandTest {

  private final List<RunRequest> requests = new ArrayList<>();

  @Test
  void the_results_document_has_its_keys_in_order() {
    RunReport report =
        Reports.of(
            Status.SUCCESS,
            "{\"fetch\":{\"t\":[1.5,null]},\"end\":\"ok\"}",
            List.of(),
            0,
            "data/noetl.duckdb",
            Reports.FILE,
            null);

    assertThat(run(report, "run", "w.yaml"))
        .isEqualTo(
            new Outcome(
                0,
                """
                {
                  "execution_id": "0190-e1",
                  "playbook": "weather",
                  "path": "examples/weather",
                  "version": "0.1.0",
                  "status": "success",
                  "started_at": "2026-01-31T09:05:00.000001Z",
                  "completed_at": "2026-01-31T09:05:01.234567Z",
                  "duration": 1.234566,
                  "steps": {
                    "fetch": {
                      "t": [
                        1.5,
                        null
                      ]
                    },
                    "end": "ok"
                  },
                  "errors": [],
                  "store": "data/noetl.duckdb",
                  "export": {
                    "path": "out/e.parquet",
                    "rows": 53,
                    "bytes": 9120,
                    "verified": true
                  }
                }
                """,
                "weather  success  1.235 s  execution 0190-e1\n"));
  }

  @Test
  void a_failed_playbook_exits_1_and_its_failures_are_listed() {
    Outcome outcome = run(Reports.failed(List.of(Reports.FAILURE), 1, "s.duckdb"), "run", "w.yaml");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out())
        .endsWith(
            """
              "steps": {},
              "errors": [
                {
                  "node_id": "fetch",
                  "step": "fetch",
                  "error": "GET http://w/ answered 503",
                  "at": "w.yaml:12:5"
                }
              ],
              "store": "s.duckdb",
              "export": null
            }
            """);
    assertThat(outcome.err())
        .isEqualTo(
            """
            error: w.yaml:12:5: step 'fetch': GET http://w/ answered 503
            weather  error  1.235 s  execution 0190-e1
            """);
  }

  @Test
  void failures_beyond_those_listed_are_counted() {
    Outcome outcome = run(Reports.failed(Collections.nCopies(3, Reports.FAILURE), 1_500, "s.duckdb"), "run", "w.yaml");

    assertThat(outcome.out()).contains("  ],\n  \"errors_total\": 1500,\n  \"store\": \"s.duckdb\",\n");
    assertThat(outcome.err())
        .isEqualTo(
            """
            error: w.yaml:12:5: step 'fetch': GET http://w/ answered 503 (3 times)
            error: 1497 more failures; 'noetl executions show 0190-e1 --duckdb s.duckdb' shows them
            weather  error  1.235 s  execution 0190-e1
            """);
  }

  @Test
  void of_many_different_failures_twenty_are_shown() {
    List<Failure> failures =
        IntStream.range(0, 30).mapToObj(i -> new Failure("a[" + i + "]", "a", "item " + i, "")).toList();

    List<String> err = run(Reports.failed(failures, 30, ":memory:"), "run", "w.yaml").err().lines().toList();

    assertThat(err).hasSize(22).startsWith("error: step 'a': item 0").contains("error: 10 more failures");
  }

  @Test
  void what_was_shown_of_a_loop_while_it_ran_is_not_told_again() {
    Failure inLoop = new Failure("loop[1]", "loop", "even", "w.yaml:9:5");
    Console console =
        new Console()
            .running(
                (request, listener, cancellation) -> {
                  RecordedEvents events = new RecordedEvents("e1");
                  int execution = events.begins("weather");
                  int iteration = events.begins(EventType.LOOP_ITERATION, execution, "loop[1]", "loop", "iteration");
                  events.ends(EventType.LOOP_ITERATION_COMPLETE, iteration, Status.ERROR, 0.1, "even");
                  events.all().forEach(listener::happened);
                  return Reports.failed(List.of(inLoop, Reports.FAILURE), 2, ":memory:");
                });

    assertThat(console.run("run", "w.yaml").err())
        .isEqualTo(
            """
            error: even (loop[1])
            error: w.yaml:12:5: step 'fetch': GET http://w/ answered 503
            weather  error  1.235 s  execution 0190-e1
            """);
  }

  @Test
  void a_failure_that_no_step_had_names_none() {
    Failure late = new Failure("weather", "", "the execution timed out after 2 s", "w.yaml:1:1");

    assertThat(run(Reports.failed(List.of(late), 1, ":memory:"), "run", "w.yaml", "--quiet").err())
        .isEqualTo("error: w.yaml:1:1: the execution timed out after 2 s\n");
  }

  @Test
  void a_cancelled_run_exits_130() {
    assertThat(run(Reports.of(Status.CANCELLED), "run", "w.yaml").status()).isEqualTo(130);
  }

  @Test
  void a_failed_export_beats_a_failed_playbook_and_is_beaten_by_an_interruption() {
    assertThat(run(unexported(Status.SUCCESS), "run", "w.yaml").status()).isEqualTo(3);
    assertThat(run(unexported(Status.ERROR), "run", "w.yaml").status()).isEqualTo(3);
    assertThat(run(unexported(Status.CANCELLED), "run", "w.yaml").status()).isEqualTo(130);
  }

  @Test
  void a_failed_export_is_told_in_one_line() {
    assertThat(run(unexported(Status.SUCCESS), "run", "w.yaml").err())
        .isEqualTo("noetl: no space left for out/e.parquet; make room and run 'noetl export'\n");
  }

  @Test
  void plain_results_are_lines_and_a_summary() {
    RunReport report =
        Reports.of(
            Status.SUCCESS,
            "{\"fetch\":{\"t\":[1.5,null]},\"say\":\"hello world\",\"lines\":\"a\\nb\",\"none\":null}",
            List.of(),
            0,
            ":memory:",
            Reports.FILE,
            null);

    assertThat(run(report, "run", "w.yaml", "-o", "plain", "--quiet"))
        .isEqualTo(
            new Outcome(
                0,
                """
                fetch: {"t":[1.5,null]}
                say: hello world
                lines: "a\\nb"
                none: null

                playbook: weather
                execution: 0190-e1
                status: success
                duration: 1.235 s
                errors: 0
                store: :memory:
                export: out/e.parquet (53 rows, 9120 bytes, verified)
                """,
                ""));
  }

  @Test
  void quiet_shows_errors_and_nothing_else() {
    Console console =
        new Console()
            .running(
                (request, listener, cancellation) -> {
                  RecordedEvents events = new RecordedEvents("e1");
                  events.begins("weather");
                  events.ends(EventType.STEP_RESULT, events.step("fetch"), Status.ERROR, 0.1, "broken");
                  events.all().forEach(listener::happened);
                  return Reports.failed(List.of(Reports.FAILURE), 1, ":memory:");
                });

    assertThat(console.run("run", "w.yaml", "--quiet").err())
        .isEqualTo("error: w.yaml:12:5: step 'fetch': GET http://w/ answered 503\n");
  }

  @Test
  void without_options_a_request_is_the_usual_one() {
    run(Reports.of(Status.SUCCESS), "run", "w.yaml");

    assertThat(requests)
        .containsExactly(
            new RunRequest(
                Path.of("w.yaml"),
                Payload.NONE,
                "data/noetl.duckdb",
                null,
                Compression.SNAPPY,
                TaskRunners.Options.LIVE,
                Durability.RELAXED,
                false));
  }

  @Test
  void every_option_reaches_the_request() {
    run(
        Reports.of(Status.SUCCESS),
        "run", "--file", "w.yaml", "--payload", "{\"a\": 1}", "--input", "in.yaml", "--set", "b.c=2", "--set=d=e=f",
        "--merge", "--duckdb", ":memory:", "--export", "out/e.parquet", "--compression", "ZSTD", "--record", "w.har",
        "--python", "/usr/bin/python3", "--durability", "strict", "--strict", "--debug");

    assertThat(requests)
        .containsExactly(
            new RunRequest(
                Path.of("w.yaml"),
                new Payload(Path.of("in.yaml"), "{\"a\": 1}", List.of("b.c=2", "d=e=f"), true),
                ":memory:",
                Path.of("out/e.parquet"),
                Compression.ZSTD,
                new TaskRunners.Options(Path.of("w.har"), null, "/usr/bin/python3"),
                Durability.STRICT,
                true));
  }

  @Test
  void a_recording_to_replay_reaches_the_request() {
    run(Reports.of(Status.SUCCESS), "run", "w.yaml", "--replay", "w.har", "--compression", "uncompressed");

    assertThat(requests.getFirst().tasks()).isEqualTo(new TaskRunners.Options(null, Path.of("w.har"), null));
    assertThat(requests.getFirst().compression()).isEqualTo(Compression.UNCOMPRESSED);
  }

  @Test
  void options_without_a_command_belong_to_run() {
    run(Reports.of(Status.SUCCESS), "-f", "w.yaml", "--export", "e.parquet", "--strict");
    run(Reports.of(Status.SUCCESS), "--strict", "--export=e.parquet", "--file=w.yaml");
    run(Reports.of(Status.SUCCESS), "run", "w.yaml", "--export", "e.parquet", "--strict");

    assertThat(requests).hasSize(3);
    assertThat(requests.get(0)).isEqualTo(requests.get(2));
    assertThat(requests.get(1)).isEqualTo(requests.get(2));
  }

  @Test
  void an_argument_with_an_at_sign_is_a_file_name_like_any_other() {
    run(Reports.of(Status.SUCCESS), "run", "@w.yaml", "--payload", "@");

    assertThat(requests.getFirst().playbook()).isEqualTo(Path.of("@w.yaml"));
    assertThat(requests.getFirst().payload().json()).isEqualTo("@");
  }

  @Test
  void an_interrupt_cancels_the_run_and_the_program_ends_after_the_answer() {
    Interruption interruption = new Interruption();
    Console console =
        new Console()
            .interruptedBy(interruption)
            .running(
                (request, listener, cancellation) -> {
                  RecordedEvents events = new RecordedEvents("0190-e1");
                  events.begins("weather");
                  listener.happened(events.last());
                  interruption.reaction.run();
                  interruption.order.add("cancelled: " + cancellation.requested());
                  return Reports.of(Status.CANCELLED);
                });

    Outcome outcome = console.run("run", "w.yaml");

    assertThat(interruption.order).containsExactly("registered", "cancelled: true", "finished");
    assertThat(outcome.status()).isEqualTo(130);
    assertThat(outcome.out()).contains("\"status\": \"cancelled\"");
    assertThat(outcome.err())
        .isEqualTo(
            """
            interrupted: ending the running task and keeping what was recorded
            weather  cancelled  1.235 s  execution 0190-e1
            """);
  }

  @Test
  void an_interrupt_before_anything_runs_ends_the_program_at_once() {
    Interruption interruption = new Interruption();
    Console console =
        new Console()
            .interruptedBy(interruption)
            .running(
                (request, listener, cancellation) -> {
                  interruption.reaction.run();
                  interruption.order.add("still reading");
                  return Reports.of(Status.CANCELLED);
                });

    Outcome outcome = console.run("run", "w.yaml");

    assertThat(interruption.order).containsExactly("registered", "finished", "still reading", "finished");
    assertThat(outcome.err()).startsWith("interrupted: nothing ran\n");
  }

  /** Interrupts when the test says so. */
  private static final class Interruption implements Interrupts {

    final List<String> order = new ArrayList<>();
    Runnable reaction = () -> {};

    @Override
    public void whenInterrupted(Runnable asked) {
      order.add("registered");
      reaction = asked;
    }

    @Override
    public void finished() {
      order.add("finished");
    }
  }

  @Test
  void on_a_terminal_the_status_is_coloured_unless_colours_are_unwelcome() {
    Console coloured = new Console().onATerminal(true).running((r, l, c) -> Reports.of(Status.ERROR));
    Console plain = new Console().onATerminal(false).running((r, l, c) -> Reports.of(Status.ERROR));

    assertThat(coloured.run("run", "w.yaml").err()).contains("weather  \u001b[31merror\u001b[0m  1.235 s");
    assertThat(plain.run("run", "w.yaml").err()).contains("weather  error  1.235 s");
  }

  private Outcome run(RunReport report, String... arguments) {
    return new Console()
        .running(
            (request, listener, cancellation) -> {
              requests.add(request);
              return report;
            })
        .run(arguments);
  }

  private static RunReport unexported(Status status) {
    return Reports.of(
        status,
        "{}",
        List.of(),
        0,
        "data/noetl.duckdb",
        null,
        new ExportException("no space left for out/e.parquet", "make room and run 'noetl export'"));
  }
}
