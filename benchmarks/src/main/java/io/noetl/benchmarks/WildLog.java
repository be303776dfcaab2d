package io.noetl.benchmarks;

import io.noetl.adapters.duckdb.store.DuckDbEventStores;
import io.noetl.benchmarks.WildValues.Traits;
import io.noetl.domain.event.EventColumn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Event stores full of values that no run would write, but that an export must hold exactly. The same shape always yields
 * the same rows. Each execution has its ids and its sequence as they must be, a first event by which it is found, and
 * random values everywhere else; all JSON is JSON.
 */
final class WildLog implements AutoCloseable {

  private static final String ABOUT =
      "{\"playbook\":\"wild\",\"path\":\"wild\",\"version\":\"1\",\"playbook_sha256\":\"" + "0".repeat(64) + "\"}";

  private final DuckDBConnection connection;
  private int executions;

  private WildLog(DuckDBConnection connection) {
    this.connection = connection;
  }

  /**
   * What an execution's log looks like.
   *
   * @param rows how many events
   * @param traits of every column; null has each column draw its own
   */
  record Shape(int rows, long seed, @Nullable Traits traits) {}

  /**
   * Opens a store to add executions to.
   *
   * @param store made with the product's schema if it is missing
   */
  static WildLog in(Path store) throws SQLException {
    new DuckDbEventStores().openForWriting(store.toString()).close();
    return new WildLog(DriverManager.getConnection("jdbc:duckdb:" + store).unwrap(DuckDBConnection.class));
  }

  /**
   * Adds an execution.
   *
   * @param expected where to put the values that its export is to hold, beside the store
   * @return its id
   */
  String add(Shape shape, Optional<ExpectedColumns> expected) throws SQLException, IOException {
    String id = UUID.nameUUIDFromBytes((shape + " " + executions++).getBytes(StandardCharsets.UTF_8)).toString();
    Map<EventColumn, WildValues> columns = new EnumMap<>(EventColumn.class);
    Random random = new Random(shape.seed());
    for (EventColumn column : EventColumn.ALL) {
      Traits traits = shape.traits() == null ? Traits.drawn(random) : shape.traits();
      columns.put(column, new WildValues(random.nextLong(), traits));
    }
    try (DuckDBAppender appender = connection.createAppender("event_log")) {
      for (int row = 0; row < shape.rows(); row++) {
        appender.beginRow();
        for (Map.Entry<EventColumn, WildValues> column : columns.entrySet()) {
          append(new Cell(column.getKey(), appender, expected), column.getValue(), id, row);
        }
        appender.endRow();
      }
    }
    return id;
  }

  /** Checkpoints, so that whoever opens the store finds no log to replay. */
  @Override
  public void close() throws SQLException {
    try (connection; Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
    }
  }

  private static void append(Cell cell, WildValues values, String id, int row) throws SQLException, IOException {
    switch (cell.column()) {
      case EXECUTION_ID -> cell.text(id);
      case EVENT_ID -> cell.text(id + ":" + row);
      case SEQUENCE -> cell.longValue(row);
      default -> {
        if (row == 0) {
          appendFirst(cell);
        } else if (cell.column().nullable() && values.nextIsNull()) {
          cell.nothing();
        } else {
          appendValue(cell, values);
        }
      }
    }
  }

  /** By these an execution is found and named. */
  private static void appendFirst(Cell cell) throws SQLException, IOException {
    switch (cell.column()) {
      case EVENT_TYPE -> cell.text("execution_start");
      case NODE_ID, NODE_NAME -> cell.text("wild");
      case NODE_TYPE -> cell.text("playbook");
      case STATUS -> cell.text("in_progress");
      case TIMESTAMP -> cell.longValue(1_767_225_600_000_000L);
      case METADATA -> cell.text(ABOUT);
      default -> cell.nothing();
    }
  }

  private static void appendValue(Cell cell, WildValues values) throws SQLException, IOException {
    switch (cell.column().type()) {
      case TEXT -> cell.text(values.nextText());
      case JSON -> cell.text(values.nextJson());
      case TIMESTAMP -> cell.longValue(values.nextMicros());
      case DOUBLE -> cell.doubleValue(values.nextDouble());
      case LONG -> cell.longValue(values.nextLong());
      case INT -> cell.longValue(values.nextInt());
    }
  }

  /** A place in a row, of the store and of what is expected. */
  private record Cell(EventColumn column, DuckDBAppender appender, Optional<ExpectedColumns> expected) {

    void nothing() throws SQLException, IOException {
      appender.appendNull();
      if (expected.isPresent()) {
        expected.get().addNull(column);
      }
    }

    void text(String text) throws SQLException, IOException {
      appender.append(text);
      if (expected.isPresent()) {
        expected.get().addText(column, text.getBytes(StandardCharsets.UTF_8));
      }
    }

    void longValue(long value) throws SQLException, IOException {
      switch (column.type()) {
        case TIMESTAMP -> appender.appendEpochMicros(value);
        case INT -> appender.append((int) value);
        default -> appender.append(value);
      }
      if (expected.isPresent()) {
        expected.get().addLong(column, value);
      }
    }

    void doubleValue(double value) throws SQLException, IOException {
      appender.append(value);
      if (expected.isPresent()) {
        expected.get().addDouble(column, value);
      }
    }
  }
}
