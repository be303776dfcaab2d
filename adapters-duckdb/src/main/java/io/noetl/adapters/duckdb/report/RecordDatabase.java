package io.noetl.adapters.duckdb.report;

import io.noetl.adapters.duckdb.connection.DuckDbConnections;
import io.noetl.adapters.duckdb.connection.DuckDbProblem;
import io.noetl.adapters.duckdb.store.StoreDatabase;
import io.noetl.application.error.InputException;
import io.noetl.application.error.OperationException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A DuckDB that can reach nothing but the records: external access is off, the configuration is locked, and of files only
 * those that were named are allowed. Its memory is small, so that a report fits half a gigabyte; more goes to the disk.
 */
final class RecordDatabase implements AutoCloseable {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "memory_limit", "224MB",
          "threads", Integer.toString(Math.min(4, Runtime.getRuntime().availableProcessors())));

  /** What DuckDB takes for a pattern in a file's name; in brackets each stands for itself. */
  private static final Pattern GLOB = Pattern.compile("[\\[*?]");

  private static final String LOCK = "SET TimeZone = 'UTC'; SET lock_configuration = true";

  private final String name;
  private final DuckDBConnection connection;
  private final @Nullable StoreDatabase store;
  private boolean closed;

  private RecordDatabase(String name, DuckDBConnection connection, @Nullable StoreDatabase store) {
    this.name = name;
    this.connection = connection;
    this.store = store;
  }

  /** Opens files as the view {@code event_log}, with the file that a row comes from. */
  static RecordDatabase ofFiles(String name, List<Path> files) {
    try {
      RecordDatabase database = new RecordDatabase(name, DuckDbConnections.inMemory(SETTINGS), null);
      try {
        database.reach(files);
        return database;
      } catch (SQLException e) {
        database.close();
        throw database.unreadable(e);
      }
    } catch (SQLException e) {
      throw new InputException(
          "'" + name + "' cannot be read: " + DuckDbProblem.line(e), "see the cause with --debug", e);
    }
  }

  /** Opens a store, whose table {@code event_log} holds more executions than the one. */
  static RecordDatabase ofStore(String name, Path file) {
    Map<String, String> settings = new java.util.HashMap<>(SETTINGS);
    settings.put("enable_external_access", "false");
    StoreDatabase store = StoreDatabase.read(file, settings);
    try {
      RecordDatabase database = new RecordDatabase(name, store.connect(), store);
      Sql.execute(database.connection, LOCK);
      return database;
    } catch (SQLException e) {
      OperationException problem = store.errors().of("read", e);
      store.close();
      throw problem;
    }
  }

  DuckDBConnection connection() {
    return connection;
  }

  /** What an error means that is not the filter's: the data cannot be read. */
  OperationException unreadable(SQLException cause) {
    if (store != null) {
      return store.errors().of("read", cause);
    }
    String problem = DuckDbProblem.line(cause);
    if (problem.startsWith("Out of Memory") || problem.contains("No space left on device")) {
      return new InputException(
          "the report on '" + name + "' does not fit in memory, nor beside it on the disk",
          "make room in the folder for temporary files, or select rows with --filter",
          cause);
    }
    return new InputException(
        "'" + name + "' cannot be read: " + problem, "see what is wrong with it: noetl verify, for each file", cause);
  }

  /** May be called twice. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (store == null) {
        connection.close();
      } else {
        store.release(connection);
        store.close();
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private void reach(List<Path> files) throws SQLException {
    String patterns = files.stream().map(RecordDatabase::pattern).collect(Collectors.joining(", ", "[", "]"));
    String paths =
        files.stream().map(file -> Sql.literal(file.toAbsolutePath().toString())).collect(Collectors.joining(", "));
    Sql.execute(
        connection,
        "SET allowed_paths = list_concat([" + paths + "], " + patterns + "); SET enable_external_access = false; " + LOCK);
    Sql.execute(
        connection,
        "CREATE VIEW event_log AS SELECT * FROM read_parquet("
            + patterns
            + ", union_by_name = true, filename = '"
            + RecordTables.FILE
            + "')");
  }

  private static String pattern(Path file) {
    return Sql.literal(GLOB.matcher(file.toAbsolutePath().toString()).replaceAll("[$0]"));
  }
}
