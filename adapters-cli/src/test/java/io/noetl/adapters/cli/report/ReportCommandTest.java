package io.noetl.adapters.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.cli.Console;
import io.noetl.adapters.cli.Console.Outcome;
import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.application.analysis.AnalyzeExecution;
import io.noetl.application.analysis.WriteReport;
import io.noetl.application.port.Report;
import io.noetl.application.port.ReportRenderer.Kind;
import io.noetl.application.report.RecordSource.Exports;
import io.noetl.application.report.RecordSource.Stored;
import io.noetl.testkit.report.SampleReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCommandTest {

  private final List<AnalyzeExecution.Request> requests = new ArrayList<>();
  private final List<Set<Kind>> written = new ArrayList<>();

  private Console console() {
    return new Console().reporting(this::analyze, this::write);
  }

  private void analyze(AnalyzeExecution.Request request, Consumer<Report> use) {
    requests.add(request);
    use.accept(SampleReport.of("execution-1", "sample.parquet"));
  }

  private List<WriteReport.Written> write(Report report, Path folder, Set<Kind> kinds) {
    written.add(Set.copyOf(kinds));
    return List.of(new WriteReport.Written(folder.resolve("page.md"), 12));
  }

  @Test
  void the_answer_is_the_report_and_what_was_written_is_told_beside_it() {
    Outcome outcome = console().run("report");

    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEqualTo("wrote data/reports/page.md\n");
    assertThat(outcome.out())
        .startsWith(
            """
            Report on sample.parquet

            Schema
            ══════
            19 columns, all of the event log

            Execution
            ═════════
            execution-1  weather_example 0.1.0

            Event counts
            ════════════
            event_type               status       count
            ───────────────────────  ───────────  ─────
            step_start               in_progress      5
            """)
        .contains(
            """
            Errors (1)
            ══════════
            node_id                          attempts  error     at
            ───────────────────────────────  ────────  ────────  ──
            city_loop[2].fetch/get_forecast         1  HTTP 500
            """)
        .endsWith(
            """
            Summary
            ═══════
            execution-1  weather_example 0.1.0
              started 2026-03-01 12:00:00Z, took 27.0 s
              28 events, 5 steps (4 different), 3 attempts at tasks, 2 iterations
              read from sample.parquet
              error, 1 error
            """);
    assertThat(requests).containsExactly(
        new AnalyzeExecution.Request(new Exports("data/exports/execution_data.parquet"), null, null));
    assertThat(written).containsExactly(Set.of(Kind.PAGE, Kind.PLOT));
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 40, 60, 80, 200})
  void no_line_of_a_table_is_wider_than_the_terminal(int width) {
    List<String> lines = console().wide(width).run("report", "--list-steps").out().lines().toList();
    assertThat(lines).hasSize(6).allSatisfy(line -> assertThat(LineText.widthOf(line)).isLessThanOrEqualTo(width));
  }

  @Test
  void colours_are_for_terminals() {
    assertThat(console().run("report").out()).doesNotContain("\u001b");
  }

  @Test
  void csv_and_json_ask_for_files_and_answer_with_their_names() {
    assertThat(console().run("report", "--format", "csv", "--no-plots").out()).isEqualTo("file,bytes\r\ndata/reports/page.md,12\r\n");
    assertThat(console().run("report", "--format", "json").out()).contains("\"failures\": 1").contains("\"bytes\": 12");
    assertThat(written).containsExactly(Set.of(Kind.PAGE, Kind.CSV_TABLE), Set.of(Kind.PAGE, Kind.PLOT, Kind.JSON_TABLE));
  }

  @Test
  void a_list_is_printed_alone_in_the_form_that_is_asked_for() {
    Outcome outcome = console().run("report", "--list-events", "--format", "csv");

    assertThat(outcome.out()).startsWith("event_type,count\r\nstep_result,5\r\nstep_start,5\r\n");
    assertThat(written).isEmpty();
  }

  @Test
  void quiet_writes_files_and_prints_nothing() {
    Outcome outcome = console().run("report", "--quiet");

    assertThat(outcome.out() + outcome.err()).isEmpty();
    assertThat(written).hasSize(1);
  }

  @Test
  void a_comparison_is_of_files_by_their_look_and_of_executions_else() {
    console().run("report", "--compare", "a.parquet", "0198-id", "--duckdb", "my.duckdb");

    assertThat(requests)
        .containsExactly(
            new AnalyzeExecution.Request(new Stored("my.duckdb", "0198-id"), null, new Exports("a.parquet")));
  }
}
