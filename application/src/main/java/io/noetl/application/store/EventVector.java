package io.noetl.application.store;

import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventColumn;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.UnicodeText;
import io.noetl.domain.value.Value;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One column of events that are in memory. */
record EventVector(List<Event> events, EventColumn column) implements ColumnVector {

  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;

  @Override
  public boolean isNull(int row) {
    return valueAt(row) == null;
  }

  @Override
  public String textAt(int row) {
    return switch (valueAt(row)) {
      case String text -> UnicodeText.of(text);
      case Value value -> JsonWriter.write(value);
      case null, default -> throw unsupported("text");
    };
  }

  @Override
  public PackedTexts texts() {
    return switch (column.type()) {
      case TEXT, JSON -> PackedTexts.of(this, events.size());
      case TIMESTAMP, DOUBLE, LONG, INT -> throw unsupported("text");
    };
  }

  @Override
  public long longAt(int row) {
    return switch (valueAt(row)) {
      case Long number -> number;
      case Integer number -> number;
      case Instant instant -> instant.getEpochSecond() * MICROS_PER_SECOND + instant.getNano() / NANOS_PER_MICRO;
      case null, default -> throw unsupported("whole numbers");
    };
  }

  @Override
  public double doubleAt(int row) {
    if (valueAt(row) instanceof Double number) {
      return number;
    }
    throw unsupported("floating point numbers");
  }

  private UnsupportedOperationException unsupported(String asked) {
    return new UnsupportedOperationException(
        "column " + column.columnName() + " holds " + column.type() + " or null here, not " + asked);
  }

  private @Nullable Object valueAt(int row) {
    Event event = events.get(row);
    return switch (column) {
      case EXECUTION_ID -> event.executionId();
      case EVENT_ID -> event.eventId();
      case PARENT_EVENT_ID -> event.parentEventId();
      case TIMESTAMP -> event.timestamp();
      case EVENT_TYPE -> event.type().text();
      case NODE_ID -> event.node().id();
      case NODE_NAME -> event.node().name();
      case NODE_TYPE -> event.node().type();
      case STATUS -> event.status().text();
      case DURATION -> event.duration();
      case INPUT_CONTEXT -> event.input();
      case OUTPUT_RESULT -> event.output();
      case METADATA -> event.metadata();
      case ERROR -> event.error();
      case SEQUENCE -> event.sequence();
      case ATTEMPT -> event.attempt();
      case LOOP_NAME -> event.loopName();
      case CURRENT_INDEX -> event.currentIndex();
      case WORKER_ID -> event.workerId();
    };
  }
}
