package io.noetl.adapters.cli.report;

import io.noetl.adapters.cli.terminal.FittedTable;
import io.noetl.adapters.cli.terminal.FittedTable.Column;
import io.noetl.adapters.cli.terminal.Style;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.application.analysis.TableColumn;
import io.noetl.application.port.Report;
import io.noetl.application.report.ExecutionOverview;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.FloatValue;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints tables as wide as the terminal, those of several executions one below the other. */
final class TextTable {

  /** Longer texts never fit a line. */
  private static final int LONGEST_TEXT = 500;

  private final Report report;
  private final Terminal terminal;
  private final Map<String, Instant> began = new HashMap<>();

  TextTable(Report report, Terminal terminal) {
    this.report = report;
    this.terminal = terminal;
    for (ExecutionOverview execution : report.analysis().executions()) {
      began.put(execution.executionId(), execution.startedAt());
    }
  }

  /** Prints the first rows, and how many there are beyond. */
  void print(TextColumns columns, long most) {
    Map<String, FittedTable> byExecution = new LinkedHashMap<>();
    int id = columns.place(TextColumns.EXECUTION_ID);
    columns
        .table()
        .rows(
            report,
            LONGEST_TEXT,
            most,
            row -> {
              String execution = id < 0 ? "" : plain(row.get(id));
              byExecution
                  .computeIfAbsent(execution, key -> new FittedTable(headers(columns)))
                  .add(columns.names().stream().map(name -> cell(columns, name, row, execution)).toList());
            });
    if (byExecution.isEmpty()) {
      terminal.out().println("none");
    }
    byExecution.forEach((execution, table) -> printOf(execution, table));
    long count = columns.table().count(report);
    if (count > most) {
      terminal.out().println("… and " + (count - most) + " more; --verbose prints more rows, --format csv writes all");
    }
  }

  private void printOf(String execution, FittedTable table) {
    if (!execution.isEmpty() && report.analysis().executions().size() > 1) {
      terminal.out().println(Style.of(terminal.outColours()).faint("execution " + execution));
    }
    table.write(terminal.width(), terminal.out()::println);
  }

  private List<Column> headers(TextColumns columns) {
    Style style = Style.of(terminal.outColours());
    return columns.names().stream().map(name -> header(columns.table().columns().get(columns.place(name)), style)).toList();
  }

  private static Column header(TableColumn column, Style style) {
    String name = column.name().equals(TextColumns.STARTED_AT) ? "start" : column.name();
    return switch (column.type()) {
      case INTEGER, NUMBER, TIMESTAMP -> Column.number(name);
      case TEXT -> name.equals("status") ? new Column(name, false, style::status) : Column.text(name);
      case JSON -> Column.text(name);
    };
  }

  private String cell(TextColumns columns, String name, List<Value> row, String execution) {
    Value value = row.get(columns.place(name));
    return name.equals(TextColumns.STARTED_AT) ? offset(value, execution) : plain(value);
  }

  private String offset(Value value, String execution) {
    Instant beginning = began.get(execution);
    if (beginning == null || !(value instanceof TextValue time)) {
      return plain(value);
    }
    double seconds = Duration.between(beginning, Instant.parse(time.value())).toNanos() / 1e9;
    return String.format(Locale.ROOT, "%+.3f", seconds);
  }

  /** To the millisecond, and what is shorter to the microsecond. */
  private static String seconds(double value) {
    return String.format(Locale.ROOT, value != 0 && Math.abs(value) < 0.001 ? "%.6f" : "%.3f", value);
  }

  /** Nothing for null. */
  private static String plain(Value value) {
    return switch (value) {
      case NullValue none -> "";
      case TextValue text -> text.value();
      case FloatValue number -> seconds(number.value());
      case Value.BoolValue other -> JsonWriter.write(other);
      case Value.IntValue other -> JsonWriter.write(other);
      case Value.BigIntValue other -> JsonWriter.write(other);
      case Value.ListValue other -> JsonWriter.write(other);
      case Value.MapValue other -> JsonWriter.write(other);
    };
  }
}
