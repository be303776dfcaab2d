package io.noetl.application.store;

import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.EventCursor;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventColumn;
import java.util.List;
import java.util.NoSuchElementException;

/** A cursor over events that are in memory, in the order of the list. */
public final class EventListCursor implements EventCursor {

  /** How many rows a batch has at most. */
  public static final int BATCH_ROWS = 2_048;

  private final List<Event> events;
  private int next;
  private List<Event> batch = List.of();

  /**
   * A cursor over a copy of {@code events}.
   *
   * @param events in {@code sequence} order
   */
  public EventListCursor(List<Event> events) {
    this.events = List.copyOf(events);
  }

  @Override
  public boolean nextBatch() {
    int end = Math.min(events.size(), next + BATCH_ROWS);
    batch = events.subList(next, end);
    next = end;
    return !batch.isEmpty();
  }

  @Override
  public int rows() {
    return batch.size();
  }

  @Override
  public ColumnVector column(EventColumn column) {
    if (batch.isEmpty()) {
      throw new NoSuchElementException(
          "the cursor stands at no batch: it is before the first one, behind the last one, or closed");
    }
    return new EventVector(batch, column);
  }

  @Override
  public void close() {
    next = events.size();
    batch = List.of();
  }
}
