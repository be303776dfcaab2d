package io.noetl.adapters.parquet.writer;

import io.noetl.application.error.ExportException;
import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.EventColumn;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The current batch of a cursor, each of its columns asked for once, and looked through for nulls once. */
final class Batch {

  private final int rows;
  private final Map<EventColumn, ColumnVector> columns = new EnumMap<>(EventColumn.class);
  private final Set<EventColumn> withNulls = EnumSet.noneOf(EventColumn.class);

  private Batch(int rows) {
    this.rows = rows;
  }

  /**
   * What a cursor shows.
   *
   * @throws ExportException when a text is asked for that is none
   */
  static Batch of(EventCursor events) {
    Batch batch = new Batch(events.rows());
    EventColumn.ALL.forEach(column -> batch.put(column, new Column(column, events.column(column))));
    return batch;
  }

  /** This batch as its values come out of a stage. */
  Batch through(ValueStage stage) {
    if (stage.equals(ValueStage.UNCHANGED)) {
      return this;
    }
    Batch staged = new Batch(rows);
    columns.forEach((column, vector) -> staged.put(column, stage.values(column, vector)));
    return staged;
  }

  int rows() {
    return rows;
  }

  boolean hasNulls(EventColumn column) {
    return withNulls.contains(column);
  }

  ColumnVector column(EventColumn column) {
    return Objects.requireNonNull(columns.get(column));
  }

  private void put(EventColumn column, ColumnVector vector) {
    columns.put(column, vector);
    for (int row = 0; row < rows; row++) {
      if (vector.isNull(row)) {
        withNulls.add(column);
        return;
      }
    }
  }

  /** A column that packs its texts once. */
  private static final class Column implements ColumnVector {

    private final EventColumn column;
    private final ColumnVector vector;
    private @Nullable PackedTexts texts;

    Column(EventColumn column, ColumnVector vector) {
      this.column = column;
      this.vector = vector;
    }

    @Override
    public PackedTexts texts() {
      if (texts == null) {
        try {
          texts = vector.texts();
        } catch (PackedTexts.LoneSurrogateException e) {
          throw new ExportException(
              "column %s holds %s: that is no text, and UTF-8 cannot hold it"
                  .formatted(column.columnName(), e.getMessage()),
              "find the value with noetl query and correct the task that produced it");
        }
      }
      return texts;
    }

    @Override
    public boolean isNull(int row) {
      return vector.isNull(row);
    }

    @Override
    public String textAt(int row) {
      return vector.textAt(row);
    }

    @Override
    public long longAt(int row) {
      return vector.longAt(row);
    }

    @Override
    public double doubleAt(int row) {
      return vector.doubleAt(row);
    }
  }
}
