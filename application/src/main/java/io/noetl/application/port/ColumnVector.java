package io.noetl.application.port;

/**
 * The values of one column in one batch of rows. Which of the accessors applies follows from the column's {@link
 * io.noetl.domain.event.EventColumn.Type}; the others throw {@link UnsupportedOperationException}, and all of them are
 * undefined for a row that is null. Valid until the cursor moves on.
 */
public interface ColumnVector {

  boolean isNull(int row);

  /**
   * Marks the first rows: 1 for each that has a value, 0 for a null.
   *
   * @return how many have a value
   */
  default int mark(byte[] marks, int rows) {
    int present = 0;
    for (int row = 0; row < rows; row++) {
      marks[row] = (byte) (isNull(row) ? 0 : 1);
      present += marks[row];
    }
    return present;
  }

  /** Of a TEXT or JSON column. */
  String textAt(int row);

  /**
   * All values of a TEXT or JSON column, without an object for each.
   *
   * @throws PackedTexts.LoneSurrogateException if one of them is no Unicode text
   */
  PackedTexts texts();

  /** Of a LONG, INT or TIMESTAMP column; a timestamp counts microseconds since 1970-01-01T00:00:00 UTC. */
  long longAt(int row);

  /** The first rows of a LONG, INT or TIMESTAMP column; what is written for a null means nothing. */
  default void longs(long[] values, int rows) {
    for (int row = 0; row < rows; row++) {
      if (!isNull(row)) {
        values[row] = longAt(row);
      }
    }
  }

  /** Of a DOUBLE column. */
  double doubleAt(int row);

  /** The IEEE 754 bits of the first rows of a DOUBLE column; what is written for a null means nothing. */
  default void doubleBits(long[] bits, int rows) {
    for (int row = 0; row < rows; row++) {
      if (!isNull(row)) {
        bits[row] = Double.doubleToRawLongBits(doubleAt(row));
      }
    }
  }
}
