package io.noetl.endtoend;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads event logs with DuckDB alone, as anybody could: nothing of the product is used. */
final class EventLog {

  private static final String ROWS =
      "SELECT * REPLACE (epoch_us(\"timestamp\") AS \"timestamp\") FROM %s ORDER BY execution_id, sequence";

  private EventLog() {}

  /** All rows of a store, one execution after the other. */
  static List<Row> ofStore(Path store) {
    return rows("jdbc:duckdb:" + store, "event_log");
  }

  /** All rows of an export. */
  static List<Row> ofExport(Path file) {
    return rows("jdbc:duckdb:", "read_parquet('" + file + "')");
  }

  private static List<Row> rows(String url, String table) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(ROWS.formatted(table))) {
      List<Row> rows = new ArrayList<>();
      while (found.next()) {
        rows.add(row(found));
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError("cannot read " + table + " of " + url, e);
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("execution_id"),
        row.getString("event_id"),
        row.getString("parent_event_id"),
        row.getLong("timestamp"),
        row.getString("event_type"),
        row.getString("node_id"),
        row.getString("node_name"),
        row.getString("node_type"),
        row.getString("status"),
        row.getObject("duration", Double.class),
        row.getString("input_context"),
        row.getString("output_result"),
        row.getString("metadata"),
        row.getString("error"),
        row.getLong("sequence"),
        row.getObject("attempt", Integer.class),
        row.getString("loop_name"),
        row.getObject("current_index", Long.class),
        row.getString("worker_id"));
  }

  /** One row; {@code micros} since 1970-01-01T00:00:00 UTC. */
  record Row(
      String executionId,
      String eventId,
      @Nullable String parentEventId,
      long micros,
      String type,
      String nodeId,
      String nodeName,
      String nodeType,
      String status,
      @Nullable Double duration,
      @Nullable String input,
      @Nullable String output,
      @Nullable String metadata,
      @Nullable String error,
      long sequence,
      @Nullable Integer attempt,
      @Nullable String loopName,
      @Nullable Long currentIndex,
      @Nullable String workerId) {

    /** Its line in an outline: the type and the node's id. */
    String line() {
      return type + " " + nodeId;
    }

    /** How many characters its values have. */
    long size() {
      return length(input) + length(output) + length(metadata) + length(error);
    }

    private static long length(@Nullable String text) {
      return text == null ? 0 : text.length();
    }
  }
}
