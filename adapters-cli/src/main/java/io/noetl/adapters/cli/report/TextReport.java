package io.noetl.adapters.cli.report;

import io.noetl.adapters.cli.terminal.DurationText;
import io.noetl.adapters.cli.terminal.InstantText;
import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.adapters.cli.terminal.Style;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.application.analysis.ReportTable;
import io.noetl.application.port.Report;
import io.noetl.application.report.Analysis;
import io.noetl.application.report.ExecutionOverview;
import io.noetl.application.report.RecordSchema;
import java.io.PrintStream;
import java.util.Locale;

/** Prints a report for people. */
final class TextReport {

  private static final int ROWS = 50;
  private static final int VERBOSE_ROWS = 1_000;

  private final Report report;
  private final Analysis analysis;
  private final Terminal terminal;
  private final PrintStream out;
  private final Style style;
  private final boolean verbose;

  TextReport(Report report, Terminal terminal, boolean verbose) {
    this.report = report;
    this.analysis = report.analysis();
    this.terminal = terminal;
    this.out = terminal.out();
    this.style = Style.of(terminal.outColours());
    this.verbose = verbose;
  }

  void print() {
    line("Report on " + analysis.source());
    if (analysis.filter() != null) {
      line("only rows for which " + analysis.filter());
    }
    schema();
    heading(analysis.executions().size() == 1 ? "Execution" : "Executions (" + analysis.executions().size() + ")");
    analysis.executions().forEach(execution -> line(execution.executionId() + named(execution)));
    table("Event counts", ReportTable.EVENT_COUNTS);
    table("Timeline (start and duration in seconds)", ReportTable.TIMELINE);
    table("Step durations (seconds)", ReportTable.STEP_DURATIONS);
    table("Step results", ReportTable.STEP_RESULTS);
    if (analysis.failures() == 0) {
      heading("Errors");
      out.println(style.green("none"));
    } else {
      table("Errors (" + analysis.failures() + ")", ReportTable.ERRORS);
    }
    if (report.comparison() != null) {
      heading("Comparison");
      new ComparisonText(report.comparison(), out, verbose ? VERBOSE_ROWS : ROWS).print();
    }
    heading("Summary");
    analysis.executions().forEach(this::summary);
  }

  private void schema() {
    RecordSchema schema = analysis.schema();
    heading("Schema");
    long others = schema.columns().stream().filter(column -> !column.known()).count();
    line(
        "%d columns%s%s"
            .formatted(
                schema.columns().size(),
                schema.missing().isEmpty() ? ", all of the event log" : "",
                others == 0 ? "" : ", " + others + " of them not of the event log"));
    schema.missing().forEach(missing -> line("no column " + missing.column().columnName() + ": " + missing.consequence()));
    analysis.notes().forEach(this::line);
    if (verbose) {
      schema.columns().forEach(column -> line("  " + column.name() + "  " + column.type()));
    }
  }

  private void table(String title, ReportTable table) {
    heading(title);
    new TextTable(report, terminal).print(TextColumns.of(table), verbose ? VERBOSE_ROWS : ROWS);
  }

  private void summary(ExecutionOverview execution) {
    line(execution.executionId() + named(execution));
    String took = execution.duration() == null ? "" : ", took " + DurationText.of(execution.duration());
    line("  started " + InstantText.seconds(execution.startedAt()) + took);
    line(
        String.format(
            Locale.ROOT,
            "  %,d events, %,d steps (%,d different), %,d attempts at tasks, %,d iterations",
            execution.events(),
            execution.steps(),
            execution.stepNames(),
            execution.tasks(),
            execution.iterations()));
    line("  read from " + execution.source());
    String errors = execution.failures() == 1 ? "1 error" : String.format(Locale.ROOT, "%,d errors", execution.failures());
    out.println("  " + style.status(execution.status()) + ", " + (execution.failures() == 0 ? errors : style.red(errors)));
  }

  private static String named(ExecutionOverview execution) {
    String version = execution.version().isEmpty() ? "" : " " + execution.version();
    return execution.playbook().isEmpty() ? "" : "  " + execution.playbook() + version;
  }

  private void heading(String title) {
    out.println();
    out.println(title);
    out.println("═".repeat(title.length()));
  }

  /** What was recorded must not reach the terminal as it is. */
  private void line(String text) {
    out.println(LineText.of(text));
  }
}
