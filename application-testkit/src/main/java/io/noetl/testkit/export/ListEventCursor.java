package io.noetl.testkit.export;

import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.EventColumn;
import java.util.List;

/**
 * A cursor over rows in memory, in batches of any size. As strict as a cursor may be: what the port leaves undefined
 * throws, and a vector of an earlier batch is of no more use.
 */
public final class ListEventCursor implements EventCursor {

  private final List<EventRow> rows;
  private final int batchRows;
  private int from;
  private int to;
  private int batch;
  private boolean closed;

  /** A cursor that hands out {@code batchRows} rows at a time, fewer at the end. */
  public ListEventCursor(List<EventRow> rows, int batchRows) {
    if (batchRows < 1) {
      throw new IllegalArgumentException("A batch has at least one row, not " + batchRows);
    }
    this.rows = List.copyOf(rows);
    this.batchRows = batchRows;
  }

  @Override
  public boolean nextBatch() {
    if (closed) {
      throw new IllegalStateException("The cursor is closed");
    }
    from = to;
    to = Math.min(rows.size(), from + batchRows);
    batch++;
    return from < to;
  }

  @Override
  public int rows() {
    requireBatch();
    return to - from;
  }

  @Override
  public ColumnVector column(EventColumn column) {
    requireBatch();
    return new Vector(column, batch);
  }

  @Override
  public void close() {
    closed = true;
  }

  /** Whether {@link #close} was called. */
  public boolean isClosed() {
    return closed;
  }

  private void requireBatch() {
    if (from == to) {
      throw new IllegalStateException("There is no batch before nextBatch, nor after the last");
    }
  }

  private final class Vector implements ColumnVector {

    private final EventColumn column;
    private final int ofBatch;

    Vector(EventColumn column, int ofBatch) {
      this.column = column;
      this.ofBatch = ofBatch;
    }

    @Override
    public boolean isNull(int row) {
      return row(row).value(column).isEmpty();
    }

    @Override
    public String textAt(int row) {
      return value(row, String.class);
    }

    @Override
    public PackedTexts texts() {
      if (column.type() != EventColumn.Type.TEXT && column.type() != EventColumn.Type.JSON) {
        throw new UnsupportedOperationException(column + " has no String values");
      }
      return PackedTexts.of(this, rows());
    }

    @Override
    public long longAt(int row) {
      return value(row, Long.class);
    }

    @Override
    public double doubleAt(int row) {
      return value(row, Double.class);
    }

    private <T> T value(int row, Class<T> type) {
      Object value =
          row(row)
              .value(column)
              .orElseThrow(() -> new IllegalStateException(column + " is null in row " + row + " of the batch"));
      if (!type.isInstance(value)) {
        throw new UnsupportedOperationException(column + " has no " + type.getSimpleName() + " values");
      }
      return type.cast(value);
    }

    private EventRow row(int row) {
      if (ofBatch != batch) {
        throw new IllegalStateException("This vector was of an earlier batch");
      }
      if (row < 0 || row >= to - from) {
        throw new IndexOutOfBoundsException("Row " + row + " of a batch of " + (to - from));
      }
      return rows.get(from + row);
    }
  }
}
