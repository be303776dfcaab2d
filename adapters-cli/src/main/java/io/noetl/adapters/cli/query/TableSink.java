package io.noetl.adapters.cli.query;

import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.adapters.cli.terminal.Table;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.BigIntValue;
import io.noetl.domain.value.Value.FloatValue;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table for people. The first rows are held back to find the widths of the columns, which then stay; a value wider than
 * {@value #WIDEST} columns is cut.
 */
final class TableSink implements AnswerSink {

  /** The widest that a column gets. */
  static final int WIDEST = 80;

  /** How many rows decide on the widths. */
  static final int HELD = 1_000;

  private final PrintStream out;
  private final List<List<String>> held = new ArrayList<>();
  private List<String> header = List.of();
  private boolean[] numeric = {};
  private @Nullable Table table;
  private long rows;

  TableSink(PrintStream out) {
    this.out = out;
  }

  @Override
  public void columns(List<String> names) {
    header = names.stream().map(TableSink::cell).toList();
    numeric = new boolean[names.size()];
    Arrays.fill(numeric, true);
  }

  @Override
  public void row(List<Value> values) {
    rows++;
    List<String> cells = values.stream().map(TableSink::text).toList();
    if (table != null) {
      out.println(table.line(cells));
      return;
    }
    for (int column = 0; column < numeric.length; column++) {
      numeric[column] &= isNumberOrNull(values.get(column));
    }
    held.add(cells);
    if (held.size() == HELD) {
      release();
    }
  }

  @Override
  public void finish() {
    if (table == null) {
      release();
    }
    out.println(rows == 1 ? "(1 row)" : "(" + rows + " rows)");
  }

  private void release() {
    Table fitting = Table.fitting(header, numeric, held);
    fitting.writeHeader(out::println);
    held.forEach(cells -> out.println(fitting.line(cells)));
    held.clear();
    table = fitting;
  }

  private static String text(Value value) {
    return switch (value) {
      case NullValue none -> "";
      case TextValue text -> cell(text.value());
      case Value.BoolValue bool -> JsonWriter.write(bool);
      case IntValue number -> JsonWriter.write(number);
      case BigIntValue number -> JsonWriter.write(number);
      case FloatValue number -> JsonWriter.write(number);
      case Value.ListValue list -> cell(JsonWriter.write(list));
      case Value.MapValue map -> cell(JsonWriter.write(map));
    };
  }

  private static String cell(String text) {
    return LineText.shortened(LineText.of(text), WIDEST);
  }

  private static boolean isNumberOrNull(Value value) {
    return value instanceof NullValue
        || value instanceof IntValue
        || value instanceof BigIntValue
        || value instanceof FloatValue;
  }
}
