package io.noetl.adapters.parquet.digest;

import io.noetl.application.error.ExportException;
import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.EventColumn;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** A batch of rows, each column as arrays. Used again for the next batch, which takes the place of the last. */
public final class EventBatch {

  private final Map<EventColumn, BatchColumn> columns = new EnumMap<>(EventColumn.class);
  private int rows;

  /** Empty. */
  public EventBatch() {
    EventColumn.ALL.forEach(column -> columns.put(column, new BatchColumn(column)));
  }

  /** Takes all rows of a cursor's current batch; its texts are the cursor's own, until that moves on. */
  public void load(EventCursor events) {
    load(events.rows(), events::column);
  }

  /**
   * Takes the first rows of some vectors.
   *
   * @param vectors the vector of a column
   * @throws ExportException if a text is none
   */
  public void load(int rows, Function<EventColumn, ColumnVector> vectors) {
    this.rows = rows;
    columns.forEach(
        (column, values) -> {
          try {
            values.load(vectors.apply(column), rows);
          } catch (PackedTexts.LoneSurrogateException e) {
            throw new ExportException(
                "column %s holds %s: that is no text, and UTF-8 cannot hold it".formatted(column.columnName(), e.getMessage()),
                "find the value with noetl query and correct the task that produced it");
          }
        });
  }

  public int rows() {
    return rows;
  }

  public BatchColumn column(EventColumn column) {
    return Objects.requireNonNull(columns.get(column));
  }
}
