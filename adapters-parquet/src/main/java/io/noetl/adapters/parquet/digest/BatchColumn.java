package io.noetl.adapters.parquet.digest;

import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.EventColumn;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One column of a batch as arrays, which are used again for later batches: what works on many values works on these, in
 * short loops that Java soon compiles, and not through an object that is asked for each.
 */
public final class BatchColumn {

  private static final byte[] NOTHING = {};

  private final EventColumn column;
  private byte[] marks = NOTHING;
  private long[] numbers = {};
  private @Nullable PackedTexts texts;
  private boolean hasNulls;

  BatchColumn(EventColumn column) {
    this.column = column;
  }

  /** Whether any row of the batch is null. */
  public boolean hasNulls() {
    return hasNulls;
  }

  /** For each row 1 if it has a value, 0 if it is null. */
  public byte[] marks() {
    return marks;
  }

  /** The values of a LONG, INT or TIMESTAMP column, and the IEEE 754 bits of a DOUBLE column; for a null anything. */
  public long[] numbers() {
    return numbers;
  }

  /** The values of a TEXT or JSON column. */
  public PackedTexts texts() {
    return Objects.requireNonNull(texts, "The column holds no texts");
  }

  /**
   * Takes the first rows of a vector.
   *
   * @throws PackedTexts.LoneSurrogateException if a text is none
   */
  void load(ColumnVector vector, int rows) {
    if (marks.length < rows) {
      marks = new byte[rows];
    }
    hasNulls = vector.mark(marks, rows) < rows;
    switch (column.type()) {
      case TEXT, JSON -> texts = vector.texts();
      case TIMESTAMP, LONG, INT -> vector.longs(numbers(rows), rows);
      case DOUBLE -> vector.doubleBits(numbers(rows), rows);
    }
  }

  private long[] numbers(int rows) {
    if (numbers.length < rows) {
      numbers = new long[rows];
    }
    return numbers;
  }
}
