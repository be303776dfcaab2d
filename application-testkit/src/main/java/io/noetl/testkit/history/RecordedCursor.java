package io.noetl.testkit.history;

import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventColumn;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of given events, three a batch. */
final class RecordedCursor implements EventCursor {

  private static final int BATCH = 3;

  private final Iterator<Event> events;
  private List<Event> batch = List.of();

  RecordedCursor(Iterator<Event> events) {
    this.events = events;
  }

  @Override
  public boolean nextBatch() {
    List<Event> next = new ArrayList<>(BATCH);
    while (next.size() < BATCH && events.hasNext()) {
      next.add(events.next());
    }
    batch = next;
    return !next.isEmpty();
  }

  @Override
  public int rows() {
    return batch.size();
  }

  @Override
  public ColumnVector column(EventColumn column) {
    return new Cells(batch, column);
  }

  @Override
  public void close() {}

  private record Cells(List<Event> batch, EventColumn column) implements ColumnVector {

    @Override
    public boolean isNull(int row) {
      return cell(row) == null;
    }

    @Override
    public String textAt(int row) {
      return (String) Objects.requireNonNull(cell(row));
    }

    @Override
    public PackedTexts texts() {
      return PackedTexts.of(this, batch.size());
    }

    @Override
    public long longAt(int row) {
      return ((Number) Objects.requireNonNull(cell(row))).longValue();
    }

    @Override
    public double doubleAt(int row) {
      return (Double) Objects.requireNonNull(cell(row));
    }

    private @Nullable Object cell(int row) {
      Event event = batch.get(row);
      return switch (column) {
        case EXECUTION_ID -> event.executionId();
        case EVENT_ID -> event.eventId();
        case PARENT_EVENT_ID -> event.parentEventId();
        case TIMESTAMP -> ChronoUnit.MICROS.between(Instant.EPOCH, event.timestamp());
        case EVENT_TYPE -> event.type().text();
        case NODE_ID -> event.node().id();
        case NODE_NAME -> event.node().name();
        case NODE_TYPE -> event.node().type();
        case STATUS -> event.status().text();
        case DURATION -> event.duration();
        case INPUT_CONTEXT -> json(event.input());
        case OUTPUT_RESULT -> json(event.output());
        case METADATA -> json(event.metadata());
        case ERROR -> event.error();
        case SEQUENCE -> event.sequence();
        case ATTEMPT -> event.attempt();
        case LOOP_NAME -> event.loopName();
        case CURRENT_INDEX -> event.currentIndex();
        case WORKER_ID -> event.workerId();
      };
    }

    private static @Nullable String json(@Nullable Value value) {
      return value == null ? null : JsonWriter.write(value);
    }
  }
}
