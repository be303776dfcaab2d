package io.noetl.adapters.parquet.digest;

import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.EventColumn;
import java.util.Arrays;
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

  /** The values of a LONG, INT or TIMESTAMP column, and the IEEE 754 bits of a DOUBLE column; 0 for a null. */
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
    hasNulls = !mark(vector, rows);
    switch (column.type()) {
      case TEXT, JSON -> texts = vector.texts();
      case TIMESTAMP, LONG, INT -> {
        reserveNumbers(rows);
        loadLongs(vector, rows);
      }
      case DOUBLE -> {
        reserveNumbers(rows);
        loadDoubles(vector, rows);
      }
    }
  }

  /** Returns whether all have a value. */
  private boolean mark(ColumnVector vector, int rows) {
    int values = 0;
    for (int row = 0; row < rows; row++) {
      byte mark = (byte) (vector.isNull(row) ? 0 : 1);
      marks[row] = mark;
      values += mark;
    }
    return values == rows;
  }

  private void reserveNumbers(int rows) {
    if (numbers.length < rows) {
      numbers = new long[rows];
    }
    if (hasNulls) {
      Arrays.fill(numbers, 0, rows, 0);
    }
  }

  private void loadLongs(ColumnVector vector, int rows) {
    for (int row = 0; row < rows; row++) {
      if (marks[row] != 0) {
        numbers[row] = vector.longAt(row);
      }
    }
  }

  private void loadDoubles(ColumnVector vector, int rows) {
    for (int row = 0; row < rows; row++) {
      if (marks[row] != 0) {
        numbers[row] = Double.doubleToRawLongBits(vector.doubleAt(row));
      }
    }
  }
}
