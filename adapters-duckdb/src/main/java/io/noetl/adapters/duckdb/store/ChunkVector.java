package io.noetl.adapters.duckdb.store;

import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.EventColumn;
import org.duckdb.DuckDBReadableVector;

/**
 * Some rows of one column of a data chunk. A timestamp comes as its microseconds. Serves one cursor for all of its
 * batches, and keeps the memory for packed texts.
 */
final class ChunkVector implements ColumnVector {

  private final EventColumn column;
  private final TextVectors textVectors;
  private final PackedTexts texts = PackedTexts.offHeap();
  private DuckDBReadableVector vector;
  private int first;
  private int rows;
  private boolean packed;

  /**
   * A view of a chunk's rows.
   *
   * @param vector of the first chunk; {@link #show} says which rows
   */
  ChunkVector(EventColumn column, TextVectors textVectors, DuckDBReadableVector vector) {
    this.column = column;
    this.textVectors = textVectors;
    this.vector = vector;
  }

  /**
   * Goes to the rows from {@code first} on and takes their texts, if it holds any.
   *
   * @param end the row after the chunk's last
   * @param mostBytes when texts reach this size, the rest of the chunk is left for later
   * @return how many rows, at least one
   */
  int show(DuckDBReadableVector vector, int first, int end, int mostBytes) {
    this.vector = vector;
    this.first = first;
    this.rows = end - first;
    this.packed = isText();
    if (packed) {
      texts.clear();
      textVectors.pack(vector, first, end, mostBytes, texts);
      rows = texts.rows();
    }
    return rows;
  }

  @Override
  public boolean isNull(int row) {
    return vector.isNull(first + row);
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
    if (!packed) {
      throw unsupported("text");
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
  public double doubleAt(int row) {
    return switch (column.type()) {
      case DOUBLE -> vector.getDouble(first + row);
      case TEXT, JSON, TIMESTAMP, LONG, INT -> throw unsupported("floating point numbers");
    };
  }

  private boolean isText() {
    return switch (column.type()) {
      case TEXT, JSON -> true;
      case TIMESTAMP, DOUBLE, LONG, INT -> false;
    };
  }

  private UnsupportedOperationException unsupported(String asked) {
    return new UnsupportedOperationException(
        "column " + column.columnName() + " holds " + column.type() + ", not " + asked);
  }
}
