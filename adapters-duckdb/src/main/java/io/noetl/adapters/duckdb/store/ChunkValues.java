package io.noetl.adapters.duckdb.store;

import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.EventColumn;
import org.duckdb.DuckDBReadableVector;

/**
 * A way to take the values out of a column of a data chunk. Rows are counted from {@code first} on; {@code marks} has a 1 for
 * each that has a value and a 0 for a null.
 */
interface ChunkValues {

  /**
   * The fastest way that this Java and this DuckDB allow.
   *
   * @param version of DuckDB, as its driver tells it
   */
  static ChunkValues fastest(String version) {
    return NativeValues.supported(version) ? new NativeValues() : new GetterValues();
  }

  /** Writes the marks of {@code rows} rows. */
  void mark(DuckDBReadableVector vector, int first, int rows, byte[] marks);

  /**
   * Writes the values of {@code rows} rows that hold numbers: integers of any width, timestamps as microseconds, the bits of
   * doubles. What it writes for a null means nothing.
   */
  void numbers(DuckDBReadableVector vector, EventColumn.Type type, int first, int rows, byte[] marks, long[] numbers);

  /**
   * Adds texts to an empty target: up to {@code rows}, or until they take {@code most} bytes; at least one row.
   */
  void texts(DuckDBReadableVector vector, int first, int rows, byte[] marks, int most, PackedTexts target);
}
