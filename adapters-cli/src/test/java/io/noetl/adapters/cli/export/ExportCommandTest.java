package io.noetl.adapters.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.cli.Console;
import io.noetl.adapters.cli.Console.Outcome;
import io.noetl.application.error.ExportException;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.ExecutionDataExporter;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.ExecutionDataExporter.ExportedFile;
import io.noetl.application.port.ExecutionSummary;
import io.noetl.application.port.ExportInspector.Claim;
import io.noetl.domain.event.Event;
import io.noetl.testkit.history.RecordedEvents;
import io.noetl.testkit.history.RecordedStores;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExportCommandTest {

  private static final Map<String, Claim> UP_TO_DATE =
      Map.of(
          "out/playbook=weather/date=2026-01-01/0190-a.parquet", new Claim("0190-a", "weather", "ab12", 1));

  private final List<ExecutionDataExporter.Request> written = new ArrayList<>();
  private final RecordedStores stores =
      new RecordedStores("data/noetl.duckdb")
          .with(summary("0190-a", "2026-01-01T00:00:00Z"), events())
          .with(summary("0190-b", "2026-01-02T00:00:00Z"), events());

  @Test
  void one_execution_is_one_line() {
    assertThat(run("export", "--execution", "last", "--to", "out/x.parquet"))
        .isEqualTo(new Outcome(0, "out/x.parquet: 1 rows, 100 bytes, verified, execution 0190-b\n", ""));
    assertThat(written)
        .containsExactly(
            new ExecutionDataExporter.Request(
                Path.of("out/x.parquet"), Compression.SNAPPY, true, "0190-b", "weather", "ab12"));
  }

  @Test
  void one_execution_is_one_json_object() {
    assertThat(run("export", "--execution", "0190-a", "--to", "x.parquet", "-o", "json").out())
        .isEqualTo(
            """
            {
              "execution_id": "0190-a",
              "path": "x.parquet",
              "rows": 1,
              "bytes": 100,
              "verified": true
            }
            """);
  }

  @Test
  void all_executions_are_a_line_each_and_the_counts() {
    assertThat(runAll(Map.of(), "--compression", "zstd"))
        .isEqualTo(
            new Outcome(
                0,
                """
                out/playbook=weather/date=2026-01-02/0190-b.parquet: 1 rows, 100 bytes, verified, execution 0190-b
                out/playbook=weather/date=2026-01-01/0190-a.parquet: 1 rows, 100 bytes, verified, execution 0190-a
                2 written, 0 up to date
                """,
                ""));
    assertThat(written).allMatch(request -> request.compression() == Compression.ZSTD && request.overwrite());
  }

  @Test
  void executions_that_are_up_to_date_are_counted() {
    assertThat(runAll(UP_TO_DATE).out())
        .isEqualTo(
            """
            out/playbook=weather/date=2026-01-02/0190-b.parquet: 1 rows, 100 bytes, verified, execution 0190-b
            1 written, 1 up to date
            """);
  }

  @Test
  void all_executions_are_one_json_object() {
    assertThat(runAll(UP_TO_DATE, "-o", "json"))
        .isEqualTo(
            new Outcome(
                0,
                """
                {
                  "written": [
                    {
                      "execution_id": "0190-b",
                      "path": "out/playbook=weather/date=2026-01-02/0190-b.parquet",
                      "rows": 1,
                      "bytes": 100,
                      "verified": true
                    }
                  ],
                  "up_to_date": 1,
                  "failed": []
                }
                """,
                ""));
  }

  @Test
  void files_that_are_up_to_date_are_written_again_when_that_is_asked_for() {
    assertThat(runAll(UP_TO_DATE, "--overwrite").out()).endsWith("\n2 written, 0 up to date\n");
    assertThat(written).hasSize(2).allMatch(ExecutionDataExporter.Request::overwrite);
  }

  @Test
  void no_file_is_replaced_when_that_is_asked_for() {
    assertThat(runAll(UP_TO_DATE, "--no-clobber").out()).endsWith("\n1 written, 1 up to date\n");
    assertThat(written).hasSize(1).noneMatch(ExecutionDataExporter.Request::overwrite);
  }

  @Test
  void overwriting_may_be_asked_for() {
    assertThat(run("export", "--execution", "last", "--to", "x.parquet", "--overwrite").status()).isZero();
    assertThat(written).allMatch(ExecutionDataExporter.Request::overwrite);
  }

  @Test
  void an_unknown_execution_exits_2() {
    assertThat(run("export", "--execution", "0190", "--to", "x.parquet"))
        .isEqualTo(
            new Outcome(
                2, "", "noetl: no execution '0190' in the store data/noetl.duckdb; it holds 0190-b, 0190-a\n"));
  }

  @Test
  void a_missing_store_exits_4() {
    assertThat(run("export", "--execution", "last", "--to", "x.parquet", "--duckdb", "other.duckdb"))
        .isEqualTo(
            new Outcome(
                4,
                "",
                "noetl: there is no store other.duckdb; run a playbook first, or name another with --duckdb PATH\n"));
  }

  @Test
  void a_failed_export_exits_3() {
    ExecutionDataExporter failing =
        (events, request) -> {
          throw new ExportException("x.parquet is there", "leave --no-clobber out to replace it");
        };

    assertThat(new Console().exporting(stores, failing).run("export", "--execution", "last", "--to", "x.parquet"))
        .isEqualTo(new Outcome(3, "", "noetl: x.parquet is there; leave --no-clobber out to replace it\n"));
  }

  @Test
  void of_all_executions_the_one_that_fails_is_named_and_the_others_are_exported() {
    assertThat(runAll(failingOn("0190-b"), Map.of()))
        .isEqualTo(
            new Outcome(
                3,
                """
                out/playbook=weather/date=2026-01-01/0190-a.parquet: 1 rows, 100 bytes, verified, execution 0190-a
                1 written, 0 up to date, 1 failed
                """,
                "noetl: execution 0190-b: the disk is full; make room on it\n"));
  }

  @Test
  void of_all_executions_the_one_that_fails_is_in_the_json_too() {
    Outcome outcome = runAll(failingOn("0190-b"), UP_TO_DATE, "-o", "json");
    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                3,
                """
                {
                  "written": [],
                  "up_to_date": 1,
                  "failed": [
                    {
                      "execution_id": "0190-b",
                      "error": "the disk is full",
                      "remedy": "make room on it"
                    }
                  ]
                }
                """,
                "noetl: execution 0190-b: the disk is full; make room on it\n"));
  }

  private ExecutionDataExporter failingOn(String executionId) {
    return (events, request) -> {
      if (request.executionId().equals(executionId)) {
        throw new ExportException("the disk is full", "make room on it");
      }
      return write(events, request);
    };
  }

  private Outcome runAll(Map<String, Claim> claims, String... options) {
    return runAll(this::write, claims, options);
  }

  private Outcome runAll(ExecutionDataExporter exporter, Map<String, Claim> claims, String... options) {
    List<String> arguments = new ArrayList<>(List.of("export", "--execution", "all", "--to", "out"));
    arguments.addAll(List.of(options));
    return new Console()
        .exportingAll(stores, exporter, ScriptedVerdicts.claiming(claims))
        .run(arguments.toArray(String[]::new));
  }

  private Outcome run(String... arguments) {
    return new Console().exporting(stores, this::write).run(arguments);
  }

  private ExportedFile write(EventCursor events, ExecutionDataExporter.Request request) {
    written.add(request);
    return new ExportedFile(request.target(), events.nextBatch() ? events.rows() : 0, 100);
  }

  private static List<Event> events() {
    RecordedEvents events = new RecordedEvents("e1");
    events.begins("weather");
    return events.all();
  }

  private static ExecutionSummary summary(String id, String startedAt) {
    return new ExecutionSummary(
        id, "weather", "examples/weather", "0.1.0", "ab12", "in_progress", Instant.parse(startedAt), null, null, 0, 0, 1);
  }
}
