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
import io.noetl.domain.event.Event;
import io.noetl.testkit.history.RecordedEvents;
import io.noetl.testkit.history.RecordedStores;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportCommandTest {

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
  void all_executions_are_a_line_each() {
    assertThat(run("export", "--execution", "all", "--to", "out", "--compression", "zstd", "--no-clobber").out())
        .isEqualTo(
            """
            out/0190-b.parquet: 1 rows, 100 bytes, verified, execution 0190-b
            out/0190-a.parquet: 1 rows, 100 bytes, verified, execution 0190-a
            """);
    assertThat(written).allMatch(request -> request.compression() == Compression.ZSTD && !request.overwrite());
  }

  @Test
  void all_executions_are_a_json_array_also_when_it_is_one() {
    RecordedStores one =
        new RecordedStores("data/noetl.duckdb").with(summary("0190-a", "2026-01-01T00:00:00Z"), events());

    assertThat(
            new Console().exporting(one, this::write).run("export", "--execution", "all", "--to", "out", "-o", "json").out())
        .startsWith("[\n  {\n    \"execution_id\": \"0190-a\",\n");
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
                "noetl: there is no store other.duckdb; run a playbook first, or name another with --duckdb\n"));
  }

  @Test
  void a_failed_export_exits_3_after_the_lines_of_those_before_it() {
    Console console =
        new Console()
            .exporting(
                stores,
                (events, request) -> {
                  if (request.executionId().equals("0190-a")) {
                    throw new ExportException("out/0190-a.parquet is there", "leave --no-clobber out to replace it");
                  }
                  return write(events, request);
                });

    assertThat(console.run("export", "--execution", "all", "--to", "out"))
        .isEqualTo(
            new Outcome(
                3,
                "out/0190-b.parquet: 1 rows, 100 bytes, verified, execution 0190-b\n",
                "noetl: out/0190-a.parquet is there; leave --no-clobber out to replace it\n"));
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
