package io.noetl.application.port;

/**
 * The values of one column in one batch of rows. Which of the accessors applies follows from the column's {@link
 * io.noetl.domain.event.EventColumn.Type}; the others throw {@link UnsupportedOperationException}, and all of them are
 * undefined for a row that is null. Valid until the cursor moves on.
 */
public interface ColumnVector {

  boolean isNull(int row);

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

  /** Of a DOUBLE column. */
  double doubleAt(int row);
}
