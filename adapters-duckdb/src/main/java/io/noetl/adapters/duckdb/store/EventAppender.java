package io.noetl.adapters.duckdb.store;

import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventColumn;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.UnicodeText;
import io.noetl.domain.value.Value;
import java.sql.SQLException;
import java.time.Instant;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Appends events as rows of the event log. */
final class EventAppender implements AutoCloseable {

  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1_000;

  private final DuckDBAppender appender;

  EventAppender(DuckDBConnection connection) throws SQLException {
    appender = connection.createAppender(EventLogSchema.EVENT_LOG);
  }

  void append(Event event) throws SQLException {
    appender.beginRow();
    for (EventColumn column : EventColumn.ALL) {
      append(event, column);
    }
    appender.endRow();
  }

  /** Hands what was appended to the transaction. */
  void flush() throws SQLException {
    appender.flush();
  }

  @Override
  public void close() throws SQLException {
    appender.close();
  }

  private void append(Event event, EventColumn column) throws SQLException {
    switch (column) {
      case EXECUTION_ID -> text(event.executionId());
      case EVENT_ID -> text(event.eventId());
      case PARENT_EVENT_ID -> text(event.parentEventId());
      case TIMESTAMP -> appender.appendEpochMicros(micros(event.timestamp()));
      case EVENT_TYPE -> appender.append(event.type().text());
      case NODE_ID -> text(event.node().id());
      case NODE_NAME -> text(event.node().name());
      case NODE_TYPE -> text(event.node().type());
      case STATUS -> appender.append(event.status().text());
      case DURATION -> number(event.duration());
      case INPUT_CONTEXT -> json(event.input());
      case OUTPUT_RESULT -> json(event.output());
      case METADATA -> json(event.metadata());
      case ERROR -> text(event.error());
      case SEQUENCE -> appender.append(event.sequence());
      case ATTEMPT -> number(event.attempt());
      case LOOP_NAME -> text(event.loopName());
      case CURRENT_INDEX -> number(event.currentIndex());
      case WORKER_ID -> text(event.workerId());
    }
  }

  private void text(@Nullable String text) throws SQLException {
    if (text == null) {
      appender.appendNull();
    } else {
      appender.append(UnicodeText.of(text));
    }
  }

  private void json(@Nullable Value value) throws SQLException {
    if (value == null) {
      appender.appendNull();
    } else {
      appender.append(JsonWriter.write(value));
    }
  }

  private void number(@Nullable Double number) throws SQLException {
    if (number == null) {
      appender.appendNull();
    } else {
      appender.append(number.doubleValue());
    }
  }

  private void number(@Nullable Long number) throws SQLException {
    if (number == null) {
      appender.appendNull();
    } else {
      appender.append(number.longValue());
    }
  }

  private void number(@Nullable Integer number) throws SQLException {
    if (number == null) {
      appender.appendNull();
    } else {
      appender.append(number.intValue());
    }
  }

  private static long micros(Instant instant) {
    return instant.getEpochSecond() * MICROS_PER_SECOND + instant.getNano() / NANOS_PER_MICRO;
  }
}
