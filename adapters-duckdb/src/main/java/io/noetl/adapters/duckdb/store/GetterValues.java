package io.noetl.adapters.duckdb.store;

import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.EventColumn;
import org.duckdb.DuckDBReadableVector;

/** Asks the driver's public getters for one value at a time: for a text, a call into native code and a Java string. */
final class GetterValues implements ChunkValues {

  @Override
  public void mark(DuckDBReadableVector vector, int first, int rows, byte[] marks) {
    for (int row = 0; row < rows; row++) {
      marks[row] = (byte) (vector.isNull(first + row) ? 0 : 1);
    }
  }

  @Override
  public void numbers(
      DuckDBReadableVector vector, EventColumn.Type type, int first, int rows, byte[] marks, long[] numbers) {
    for (int row = 0; row < rows; row++) {
      if (marks[row] != 0) {
        numbers[row] =
            switch (type) {
              case TIMESTAMP, LONG -> vector.getLong(first + row);
              case INT -> vector.getInt(first + row);
              case DOUBLE -> Double.doubleToRawLongBits(vector.getDouble(first + row));
              case TEXT, JSON -> throw new IllegalArgumentException(type + " is no number");
            };
      }
    }
  }

  @Override
  public void texts(DuckDBReadableVector vector, int first, int rows, byte[] marks, int most, PackedTexts target) {
    for (int row = 0; row < rows && (row == 0 || target.start(row) < most); row++) {
      if (marks[row] == 0) {
        target.addNull();
      } else {
        target.add(vector.getString(first + row));
      }
    }
  }
}
