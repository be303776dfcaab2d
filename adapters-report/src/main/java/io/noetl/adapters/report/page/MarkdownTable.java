package io.noetl.adapters.report.page;

import io.noetl.application.analysis.ReportTable;
import io.noetl.application.analysis.TableColumn;
import io.noetl.application.port.Report;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.FloatValue;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Appends tables to a Markdown page: the columns that have anything to tell, the first rows, and how many there are. */
final class MarkdownTable {

  /** How many rows of a table the page shows. */
  static final int MOST_ROWS = 200;

  /** How many characters of a cell the page shows. */
  private static final int LONGEST_CELL = 160;

  /** What tells rows apart for programs, and what would make a line too long to read. */
  private static final Set<String> LEFT_OUT =
      Set.of("sequence", "parent_sequence", "parent_node_id", "node_name", "p05", "p25", "p75", "p99");

  private final Report report;
  private final StringBuilder page;

  MarkdownTable(Report report, StringBuilder page) {
    this.report = report;
    this.page = page;
  }

  void append(String heading, ReportTable table) {
    page.append("\n## ").append(heading).append("\n\n");
    boolean several = report.analysis().executions().size() > 1 || table == ReportTable.SUMMARY;
    boolean[] shown = new boolean[table.columns().size()];
    StringBuilder names = new StringBuilder("|");
    StringBuilder rule = new StringBuilder("|");
    for (int column = 0; column < shown.length; column++) {
      TableColumn its = table.columns().get(column);
      shown[column] = !LEFT_OUT.contains(its.name()) && (several || !its.name().equals("execution_id"));
      if (shown[column]) {
        names.append(' ').append(MarkdownText.of(its.name())).append(" |");
        rule.append(isNumber(its) ? " ---: |" : " --- |");
      }
    }
    page.append(names).append('\n').append(rule).append('\n');
    table.rows(report, LONGEST_CELL, MOST_ROWS, row -> appendRow(row, shown));
    long rows = table.count(report);
    if (rows > MOST_ROWS) {
      page.append(String.format(Locale.ROOT, "%nThe first %d of %d rows.%n", MOST_ROWS, rows));
    }
  }

  private void appendRow(List<Value> row, boolean[] shown) {
    page.append('|');
    for (int column = 0; column < shown.length; column++) {
      if (shown[column]) {
        page.append(' ').append(MarkdownText.of(shortened(text(row.get(column))))).append(" |");
      }
    }
    page.append('\n');
  }

  private static boolean isNumber(TableColumn column) {
    return switch (column.type()) {
      case INTEGER, NUMBER -> true;
      case TEXT, TIMESTAMP, JSON -> false;
    };
  }

  private static String text(Value value) {
    return switch (value) {
      case NullValue none -> "";
      case TextValue text -> text.value();
      case FloatValue number -> String.format(Locale.ROOT, "%.3f", number.value());
      case Value.BoolValue other -> JsonWriter.write(other);
      case Value.IntValue other -> JsonWriter.write(other);
      case Value.BigIntValue other -> JsonWriter.write(other);
      case Value.ListValue other -> JsonWriter.write(other);
      case Value.MapValue other -> JsonWriter.write(other);
    };
  }

  private static String shortened(String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST_CELL) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, LONGEST_CELL)) + "…";
  }
}
