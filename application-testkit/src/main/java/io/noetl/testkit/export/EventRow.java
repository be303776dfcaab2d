package io.noetl.testkit.export;

import io.noetl.domain.event.EventColumn;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of the event log, made by hand; a column without an entry is null.
 *
 * @param values a String for TEXT and JSON, a Long for LONG, INT and TIMESTAMP, a Double for DOUBLE
 */
public record EventRow(Map<EventColumn, Object> values) {

  public EventRow {
    EnumMap<EventColumn, Object> copy = new EnumMap<>(EventColumn.class);
    copy.putAll(values);
    copy.forEach(EventRow::requireType);
    values = Collections.unmodifiableMap(copy);
  }

  /** The row of a step that began, with nothing in the columns that may be null. */
  public static EventRow bare(String executionId, long sequence) {
    EnumMap<EventColumn, Object> values = new EnumMap<>(EventColumn.class);
    values.put(EventColumn.EXECUTION_ID, executionId);
    values.put(EventColumn.EVENT_ID, executionId + ":" + sequence);
    values.put(EventColumn.TIMESTAMP, 1_767_225_600_000_000L + sequence);
    values.put(EventColumn.EVENT_TYPE, "step_start");
    values.put(EventColumn.NODE_ID, "step_" + sequence);
    values.put(EventColumn.NODE_NAME, "step");
    values.put(EventColumn.NODE_TYPE, "step");
    values.put(EventColumn.STATUS, "in_progress");
    values.put(EventColumn.SEQUENCE, sequence);
    return new EventRow(values);
  }

  /** A row with a value in every column. */
  public static EventRow full(String executionId, long sequence) {
    return bare(executionId, sequence)
        .with(EventColumn.PARENT_EVENT_ID, executionId + ":0")
        .with(EventColumn.DURATION, sequence / 8.0)
        .with(EventColumn.INPUT_CONTEXT, "{\"city\": \"Kraków\", \"n\": " + sequence + "}")
        .with(EventColumn.OUTPUT_RESULT, "{\"data\": [" + sequence + ", null, true]}")
        .with(EventColumn.METADATA, "{\"decision\": \"then\"}")
        .with(EventColumn.ERROR, "failed at attempt " + sequence)
        .with(EventColumn.ATTEMPT, 1 + sequence % 3)
        .with(EventColumn.LOOP_NAME, "city_loop")
        .with(EventColumn.CURRENT_INDEX, sequence)
        .with(EventColumn.WORKER_ID, "worker-" + sequence % 2);
  }

  /** This row with another value in one column; null takes the value away. */
  public EventRow with(EventColumn column, @Nullable Object value) {
    EnumMap<EventColumn, Object> changed = new EnumMap<>(EventColumn.class);
    changed.putAll(values);
    if (value == null) {
      changed.remove(column);
    } else {
      changed.put(column, value);
    }
    return new EventRow(changed);
  }

  /** The value of one column; empty for null. */
  public Optional<Object> value(EventColumn column) {
    return Optional.ofNullable(values.get(column));
  }

  private static void requireType(EventColumn column, Object value) {
    boolean fits =
        switch (column.type()) {
          case TEXT, JSON -> value instanceof String;
          case LONG, INT, TIMESTAMP -> value instanceof Long;
          case DOUBLE -> value instanceof Double;
        };
    if (!fits) {
      throw new IllegalArgumentException(
          column + " is a " + column.type() + " and cannot hold a " + value.getClass().getSimpleName());
    }
  }
}
