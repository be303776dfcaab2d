package io.noetl.adapters.duckdb.store;

import io.noetl.application.error.StoreException;
import io.noetl.domain.event.EventColumn;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * The tables and views of a store. The comment on table {@code event_log} says which schema version and which text of
 * the statements they were made by, so that opening a store that is up to date costs one small query.
 *
 * <p>Neither table has a key or an index: DuckDB would keep an index of every row in memory and the log is read whole.
 */
final class EventLogSchema {

  static final String EVENT_LOG = "event_log";

  private static final Pattern MARKER =
      Pattern.compile("noetl event log, schema version (\\d+), statements [0-9a-f]{8}");

  private EventLogSchema() {}

  /** Makes or brings up to date what the database lacks. */
  static void prepare(Connection connection, String location) throws SQLException {
    Optional<String> comment = comment(connection);
    if (comment.isPresent() && comment.get().equals(marker())) {
      return;
    }
    if (comment.isPresent()) {
      checkVersion(comment.get(), location);
      List<String> found = columns(connection);
      requireColumns(found, location);
      requireOrder(found, location);
    }
    execute(connection, "BEGIN TRANSACTION; " + String.join("; ", statements()) + "; COMMIT");
  }

  /** Checks that the database holds an event log that can be read. */
  static void require(Connection connection, String location) throws SQLException {
    Optional<String> comment = comment(connection);
    if (comment.isEmpty()) {
      throw new StoreException(
          "'" + location + "' holds no event log",
          "run a playbook with that store, or name another with --duckdb PATH");
    }
    if (!comment.get().equals(marker())) {
      requireColumns(columns(connection), location);
    }
  }

  /**
   * The statement that says by which text the schema was made.
   *
   * @param qualifier what stands before the table's name: blank, or a database and a point
   */
  static String mark(String qualifier) {
    return "COMMENT ON TABLE " + qualifier + EVENT_LOG + " IS '" + marker() + "'";
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The comment on the event log: empty if there is no such table, blank if it has none. */
  private static Optional<String> comment(Connection connection) throws SQLException {
    String sql =
        """
        SELECT coalesce(comment, '') FROM duckdb_tables()
        WHERE table_name = ? AND schema_name = 'main' AND database_name = current_database()
        """;
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, EVENT_LOG);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    }
  }

  private static void checkVersion(String comment, String location) {
    Matcher marker = MARKER.matcher(comment);
    if (marker.matches() && Integer.parseInt(marker.group(1)) > EventColumn.SCHEMA_VERSION) {
      throw new StoreException(
          "event store '%s' has schema version %s, which a newer noetl made; this one writes version %d"
              .formatted(location, marker.group(1), EventColumn.SCHEMA_VERSION),
          "use the newer noetl, or another store with --duckdb PATH");
    }
  }

  /** The columns that the event log has: name, space, type. */
  private static List<String> columns(Connection connection) throws SQLException {
    List<String> found = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement("SELECT name || ' ' || type FROM pragma_table_info(?)")) {
      query.setString(1, EVENT_LOG);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
    }
    return found;
  }

  /** What reads goes by the names of the columns. */
  private static void requireColumns(List<String> found, String location) {
    for (EventColumn column : EventColumn.ALL) {
      String name = column.columnName() + " ";
      String actual = found.stream().filter(other -> other.startsWith(name)).findFirst().orElse(null);
      if (actual == null) {
        throw foreign(location, "it has no column '" + column.columnName() + "'");
      }
      if (!actual.equals(name + typeOf(column.type()))) {
        throw foreign(location, "it has column '%s' instead of '%s'".formatted(actual, name + typeOf(column.type())));
      }
    }
  }

  /** What appends goes by their places. */
  private static void requireOrder(List<String> found, String location) {
    for (int i = 0; i < found.size(); i++) {
      if (i >= EventColumn.ALL.size()) {
        throw foreign(location, "its column %d, '%s', is one too many".formatted(i + 1, found.get(i)));
      }
      String expected = EventColumn.ALL.get(i).columnName() + " " + typeOf(EventColumn.ALL.get(i).type());
      if (!found.get(i).equals(expected)) {
        throw foreign(location, "its column %d is '%s' instead of '%s'".formatted(i + 1, found.get(i), expected));
      }
    }
  }

  private static StoreException foreign(String location, String problem) {
    return new StoreException(
        "table event_log in '" + location + "' is not an event log of noetl: " + problem,
        "use another store with --duckdb PATH");
  }

  private static String marker() {
    CRC32 checksum = new CRC32();
    ddl().forEach(statement -> checksum.update(statement.getBytes(StandardCharsets.UTF_8)));
    return String.format(
        "noetl event log, schema version %d, statements %08x", EventColumn.SCHEMA_VERSION, checksum.getValue());
  }

  private static List<String> statements() {
    List<String> all = ddl();
    all.add(mark(""));
    return all;
  }

  private static List<String> ddl() {
    List<String> all = new ArrayList<>();
    all.add(
        EventColumn.ALL.stream()
            .map(EventLogSchema::definition)
            .collect(Collectors.joining(", ", "CREATE TABLE IF NOT EXISTS " + EVENT_LOG + " (", ")")));
    all.add(
        """
        CREATE TABLE IF NOT EXISTS playbook (sha256 VARCHAR NOT NULL, name VARCHAR NOT NULL, path VARCHAR NOT NULL,
          version VARCHAR NOT NULL, source VARCHAR NOT NULL, document VARCHAR NOT NULL)
        """);
    all.addAll(EventLogViews.ALL);
    return all;
  }

  private static String definition(EventColumn column) {
    return quoted(column) + " " + typeOf(column.type()) + (column.nullable() ? "" : " NOT NULL");
  }

  static String quoted(EventColumn column) {
    return '"' + column.columnName() + '"';
  }

  private static String typeOf(EventColumn.Type type) {
    return switch (type) {
      case TEXT, JSON -> "VARCHAR";
      case TIMESTAMP -> "TIMESTAMP";
      case DOUBLE -> "DOUBLE";
      case LONG -> "BIGINT";
      case INT -> "INTEGER";
    };
  }
}
