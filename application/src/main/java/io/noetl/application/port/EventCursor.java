package io.noetl.application.port;

import io.noetl.domain.event.EventColumn;

/**
 * The rows of an execution in {@code sequence} order, a batch at a time: memory does not grow with their number.
 *
 * <pre>{@code
 * while (cursor.nextBatch()) {
 *   ColumnVector errors = cursor.column(EventColumn.ERROR);
 *   for (int row = 0; row < cursor.rows(); row++) { … }
 * }
 * }</pre>
 */
public interface EventCursor extends AutoCloseable {

  /**
   * Goes to the next batch.
   *
   * @return whether there is one
   * @throws io.noetl.application.error.StoreException if the store cannot be read
   */
  boolean nextBatch();

  /** How many rows the current batch has: at least one; 0 when there is none. */
  int rows();

  /** A column of the current batch, until the next one is asked for or this is closed. */
  ColumnVector column(EventColumn column);

  /** May be called twice. */
  @Override
  void close();
}
