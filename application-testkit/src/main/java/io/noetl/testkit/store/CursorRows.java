package io.noetl.testkit.store;

import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.EventCursor;
import io.noetl.domain.event.EventColumn;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a cursor to its end, into rows that can be compared with literals. */
public final class CursorRows {

  private CursorRows() {}

  /** All rows, each with the values of all columns as text: {@code null}, or what the column holds. */
  public static List<List<@Nullable String>> of(EventCursor cursor) {
    List<List<@Nullable String>> rows = new ArrayList<>();
    try (cursor) {
      while (cursor.nextBatch()) {
        List<ColumnVector> columns = EventColumn.ALL.stream().map(cursor::column).toList();
        for (int row = 0; row < cursor.rows(); row++) {
          rows.add(row(columns, row));
        }
      }
    }
    return rows;
  }

  /** The values of one column. */
  public static List<@Nullable String> of(EventCursor cursor, EventColumn column) {
    List<@Nullable String> values = new ArrayList<>();
    of(cursor).forEach(row -> values.add(row.get(EventColumn.ALL.indexOf(column))));
    return values;
  }

  private static List<@Nullable String> row(List<ColumnVector> columns, int row) {
    List<@Nullable String> values = new ArrayList<>();
    for (EventColumn column : EventColumn.ALL) {
      ColumnVector vector = columns.get(EventColumn.ALL.indexOf(column));
      values.add(vector.isNull(row) ? null : text(vector, column.type(), row));
    }
    return values;
  }

  private static String text(ColumnVector vector, EventColumn.Type type, int row) {
    return switch (type) {
      case TEXT, JSON -> vector.textAt(row);
      case TIMESTAMP, LONG, INT -> Long.toString(vector.longAt(row));
      case DOUBLE -> Double.toString(vector.doubleAt(row));
    };
  }
}
