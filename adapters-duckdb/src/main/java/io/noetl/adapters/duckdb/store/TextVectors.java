package io.noetl.adapters.duckdb.store;

import io.noetl.application.port.PackedTexts;
import org.duckdb.DuckDBReadableVector;

/** A way to take the texts out of a column of a data chunk. */
interface TextVectors {

  /** Through the driver's public getter: one call into native code, and one Java string, for each text. */
  TextVectors PUBLIC =
      (vector, row, rows, most, target) -> {
        for (int next = row; next < rows && (next == row || target.start(next - row) < most); next++) {
          if (vector.isNull(next)) {
            target.addNull();
          } else {
            target.add(vector.getString(next));
          }
        }
      };

  /**
   * The fastest way that this Java and this DuckDB allow.
   *
   * @param version of DuckDB, as its driver tells it
   */
  static TextVectors fastest(String version) {
    return NativeTextVectors.supported(version) ? new NativeTextVectors() : PUBLIC;
  }

  /**
   * Adds the texts from {@code row} on to an empty target: up to the chunk's end, or until they take {@code most} bytes;
   * at least one row.
   */
  void pack(DuckDBReadableVector vector, int row, int rows, int most, PackedTexts target);
}
