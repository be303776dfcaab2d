package io.noetl.adapters.parquet.verifier;

import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.EventCursor;
import io.noetl.domain.event.EventColumn;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalLong;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a column of a file and the same column of a cursor side by side, until they differ or one of them ends.
 * Hears of the chunks of the file in order.
 */
final class FirstDifference extends ColumnValues {

  private final EventColumn column;
  private final EventCursor events;
  private @Nullable ColumnVector values;
  private int row = -1;
  private boolean done;
  private OptionalLong sequence = OptionalLong.empty();

  FirstDifference(EventColumn column, EventCursor events) {
    this.column = column;
    this.events = events;
  }

  /** The {@code sequence}, in the store, of the first event that differs; empty while there is none. */
  OptionalLong sequence() {
    return sequence;
  }

  /** Whether more of the file is of no interest. */
  boolean isDone() {
    return done;
  }

  @Override
  void addNull() {
    ColumnVector stored = next();
    if (stored != null) {
      require(stored.isNull(row));
    }
  }

  @Override
  public void addBinary(Binary value) {
    ColumnVector stored = next();
    if (stored != null) {
      byte[] utf8 = value.getBytesUnsafe();
      require(!stored.isNull(row) && Arrays.equals(utf8, stored.textAt(row).getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Override
  public void addLong(long value) {
    ColumnVector stored = next();
    if (stored != null) {
      require(!stored.isNull(row) && stored.longAt(row) == value);
    }
  }

  @Override
  public void addInt(int value) {
    addLong(value);
  }

  @Override
  public void addDouble(double value) {
    ColumnVector stored = next();
    if (stored != null) {
      long bits = Double.doubleToRawLongBits(value);
      require(!stored.isNull(row) && Double.doubleToRawLongBits(stored.doubleAt(row)) == bits);
    }
  }

  private void require(boolean same) {
    if (!same) {
      sequence = OptionalLong.of(events.column(EventColumn.SEQUENCE).longAt(row));
      done = true;
    }
  }

  /** The column with {@link #row} at the store's next row; null when nothing is to be compared any more. */
  private @Nullable ColumnVector next() {
    if (done) {
      return null;
    }
    row++;
    if (values == null || row == events.rows()) {
      row = 0;
      done = !events.nextBatch();
      values = done ? null : events.column(column);
    }
    return values;
  }
}
