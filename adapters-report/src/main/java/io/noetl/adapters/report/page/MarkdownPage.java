package io.noetl.adapters.report.page;

import io.noetl.application.analysis.ReportTable;
import io.noetl.application.port.Report;
import io.noetl.application.port.ReportRenderer;
import io.noetl.application.report.RecordSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The report as Markdown, for an issue, a wiki or a pull request; long tables are cut and say so. */
public final class MarkdownPage implements ReportRenderer {

  @Override
  public String fileName() {
    return "execution_report.md";
  }

  @Override
  public Kind kind() {
    return Kind.PAGE;
  }

  @Override
  public void render(Report report, OutputStream out) throws IOException {
    StringBuilder page = new StringBuilder("# Execution report\n\n");
    page.append("Read from ").append(MarkdownText.of(report.analysis().source())).append(".\n");
    String filter = report.analysis().filter();
    if (filter != null) {
      page.append("\nOnly rows for which ").append(MarkdownText.of(filter)).append(" is true.\n");
    }
    missing(report.analysis().schema(), page);
    report.analysis().notes().forEach(note -> page.append("\n").append(MarkdownText.of(note)).append(".\n"));
    MarkdownTable tables = new MarkdownTable(report, page);
    tables.append("Summary", ReportTable.SUMMARY);
    if (report.analysis().failures() == 0) {
      page.append("\n## Errors\n\nNone.\n");
    } else {
      tables.append("Errors", ReportTable.ERRORS);
    }
    if (report.comparison() != null) {
      MarkdownComparison.append(report.comparison(), page);
    }
    tables.append("Steps", ReportTable.STEPS);
    tables.append("Step durations in seconds", ReportTable.STEP_DURATIONS);
    tables.append("Step results", ReportTable.STEP_RESULTS);
    tables.append("Timeline", ReportTable.TIMELINE);
    tables.append("Events", ReportTable.EVENT_COUNTS);
    out.write(page.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void missing(RecordSchema schema, StringBuilder page) {
    for (RecordSchema.Missing missing : schema.missing()) {
      page.append("\nThere is no column ")
          .append(MarkdownText.of(missing.column().columnName()))
          .append(": ")
          .append(MarkdownText.of(missing.consequence()))
          .append(".\n");
    }
  }
}
