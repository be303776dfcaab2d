package io.noetl.testkit.store;

import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.EventColumn;
import java.nio.charset.StandardCharsets;
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
        EventColumn.ALL.stream().filter(CursorRows::isText).forEach(column -> requireSameTexts(cursor, column));
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

  private static boolean isText(EventColumn column) {
    return column.type() == EventColumn.Type.TEXT || column.type() == EventColumn.Type.JSON;
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

  /** Texts are read both ways, which must agree. */
  private static void requireSameTexts(EventCursor cursor, EventColumn column) {
    ColumnVector vector = cursor.column(column);
    PackedTexts texts = vector.texts();
    for (int row = 0; row < cursor.rows(); row++) {
      String expected = vector.isNull(row) ? "" : vector.textAt(row);
      String packed = packed(texts, row);
      if (!packed.equals(expected)) {
        throw new AssertionError("%s, row %d, is '%s' alone and '%s' packed".formatted(column, row, expected, packed));
      }
    }
  }

  private static String packed(PackedTexts texts, int row) {
    int length = texts.start(row + 1) - texts.start(row);
    if (length == 0) {
      return "";
    }
    byte[] utf8 = new byte[texts.bytes().getInt(texts.start(row))];
    texts.bytes().get(texts.start(row) + PackedTexts.LENGTH_BYTES, utf8);
    if (utf8.length != length - PackedTexts.LENGTH_BYTES) {
      throw new AssertionError("row %d takes %d bytes and claims %d".formatted(row, length, utf8.length));
    }
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
