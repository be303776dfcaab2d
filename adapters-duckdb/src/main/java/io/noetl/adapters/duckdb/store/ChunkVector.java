package io.noetl.adapters.duckdb.store;

import io.noetl.application.port.ColumnVector;
import io.noetl.domain.event.EventColumn;
import org.duckdb.DuckDBReadableVector;

/** One column of a data chunk, through the driver's public getters. A timestamp comes as its microseconds. */
record ChunkVector(DuckDBReadableVector vector, EventColumn column) implements ColumnVector {

  @Override
  public boolean isNull(int row) {
    return vector.isNull(row);
  }

  @Override
  public String textAt(int row) {
    return switch (column.type()) {
      case TEXT, JSON -> vector.getString(row);
      case TIMESTAMP, DOUBLE, LONG, INT -> throw unsupported("text");
    };
  }

  @Override
  public long longAt(int row) {
    return switch (column.type()) {
      case TIMESTAMP, LONG -> vector.getLong(row);
      case INT -> vector.getInt(row);
      case TEXT, JSON, DOUBLE -> throw unsupported("whole numbers");
    };
  }

  @Override
  public double doubleAt(int row) {
    return switch (column.type()) {
      case DOUBLE -> vector.getDouble(row);
      case TEXT, JSON, TIMESTAMP, LONG, INT -> throw unsupported("floating point numbers");
    };
  }

  private UnsupportedOperationException unsupported(String asked) {
    return new UnsupportedOperationException(
        "column " + column.columnName() + " holds " + column.type() + ", not " + asked);
  }
}
