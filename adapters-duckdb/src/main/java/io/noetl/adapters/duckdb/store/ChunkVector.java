package io.noetl.adapters.duckdb.store;

import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.EventColumn;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of one column of a data chunk. A timestamp comes as its microseconds. Serves one cursor for all of its
 * batches.
 */
final class ChunkVector implements ColumnVector {

  private final EventColumn column;
  private final ChunkValues values;
  private final @Nullable PackedTexts texts;
  private DuckDBReadableVector vector;
  private int first;
  private int rows;
  private byte[] marks = {};
  private boolean closed;

  /**
   * A view of a chunk's rows.
   *
   * @param vector of the first chunk; {@link #show} says which rows
   * @param texts memory for its texts, this vector's own until it is closed; null if its values are numbers
   */
  ChunkVector(EventColumn column, ChunkValues values, DuckDBReadableVector vector, @Nullable PackedTexts texts) {
    this.column = column;
    this.values = values;
    this.vector = vector;
    this.texts = texts;
  }

  /** Shows no texts any more: their memory is another's. */
  void close() {
    closed = true;
  }

  /**
   * Goes to the rows from {@code first} on, and takes their texts if it holds any.
   *
   * @param end the row after the chunk's last
   * @param mostBytes when texts reach this size, the rest of the chunk is left for later
   * @return how many rows, at least one
   */
  int show(DuckDBReadableVector vector, int first, int end, int mostBytes) {
    this.vector = vector;
    this.first = first;
    this.rows = end - first;
    if (marks.length < rows) {
      marks = new byte[rows];
    }
    values.mark(vector, first, rows, marks);
    if (texts != null) {
      texts.clear();
      values.texts(vector, first, rows, marks, mostBytes, texts);
      rows = texts.rows();
    }
    return rows;
  }

  @Override
  public boolean isNull(int row) {
    return marks[row] == 0;
  }

  @Override
  public int mark(byte[] target, int rows) {
    System.arraycopy(marks, 0, target, 0, rows);
    int present = 0;
    for (int row = 0; row < rows; row++) {
      present += marks[row];
    }
    return present;
  }

  @Override
  public String textAt(int row) {
    return switch (column.type()) {
      case TEXT, JSON -> vector.getString(first + row);
      case TIMESTAMP, DOUBLE, LONG, INT -> throw unsupported("text");
    };
  }

  @Override
  public PackedTexts texts() {
    if (texts == null) {
      throw unsupported("text");
    }
    if (closed) {
      throw new IllegalStateException("the cursor of column " + column.columnName() + " is closed");
    }
    return texts;
  }

  @Override
  public long longAt(int row) {
    return switch (column.type()) {
      case TIMESTAMP, LONG -> vector.getLong(first + row);
      case INT -> vector.getInt(first + row);
      case TEXT, JSON, DOUBLE -> throw unsupported("whole numbers");
    };
  }

  @Override
  public void longs(long[] target, int rows) {
    switch (column.type()) {
      case TIMESTAMP, LONG, INT -> values.numbers(vector, column.type(), first, rows, marks, target);
      case TEXT, JSON, DOUBLE -> throw unsupported("whole numbers");
    }
  }

  @Override
  public void doubleBits(long[] target, int rows) {
    switch (column.type()) {
      case DOUBLE -> values.numbers(vector, column.type(), first, rows, marks, target);
      case TEXT, JSON, TIMESTAMP, LONG, INT -> throw unsupported("floating point numbers");
    }
  }

  @Override
  public double doubleAt(int row) {
    return switch (column.type()) {
      case DOUBLE -> vector.getDouble(first + row);
      case TEXT, JSON, TIMESTAMP, LONG, INT -> throw unsupported("floating point numbers");
    };
  }

  private UnsupportedOperationException unsupported(String asked) {
    return new UnsupportedOperationException(
        "column " + column.columnName() + " holds " + column.type() + ", not " + asked);
  }
}
