package io.noetl.adapters.duckdb.query;

import io.noetl.adapters.duckdb.connection.DuckDbConnections;
import io.noetl.adapters.duckdb.store.StoreDatabase;
import io.noetl.application.error.InputException;
import io.noetl.application.port.SqlQueries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;

/**
 * Runs queries in a DuckDB that can reach nothing but what is queried: external access is off, the configuration is
 * locked, a store is opened for reading alone, and of a Parquet file only its own path is allowed.
 */
public final class DuckDbSqlQueries implements SqlQueries {

  /** A query may use every core: nothing else goes on. */
  private static final String THREADS = Integer.toString(Runtime.getRuntime().availableProcessors());

  /** What DuckDB takes for a pattern in a file's name; in brackets each stands for itself. */
  private static final Pattern GLOB = Pattern.compile("[\\[*?]");

  /** Times are UTC whatever the machine's zone; the lock comes last, as nothing can be set after it. */
  private static final String LOCK = "SET TimeZone = 'UTC'; SET lock_configuration = true";

  @Override
  public void queryStore(Path store, String sql, RowSink sink) {
    Map<String, String> settings = Map.of("enable_external_access", "false", "threads", THREADS);
    try (StoreDatabase database = StoreDatabase.read(store, settings)) {
      try {
        DuckDBConnection connection = database.connect();
        try {
          execute(connection, LOCK);
          run(connection, sql, sink);
        } finally {
          database.release(connection);
        }
      } catch (SQLException e) {
        throw QueryErrors.isOfTheQuery(e) ? QueryErrors.of(sql, e) : database.errors().of("read", e);
      }
    }
  }

  @Override
  public void queryFile(Path file, String sql, RowSink sink) {
    requireFile(file);
    try (DuckDBConnection connection = DuckDbConnections.inMemory(Map.of("threads", THREADS))) {
      openFile(connection, file);
      run(connection, sql, sink);
    } catch (SQLException e) {
      boolean ofTheQuery = QueryErrors.isOfTheQuery(e) && !QueryErrors.isOfTheFile(e);
      throw ofTheQuery ? QueryErrors.of(sql, e) : unreadable(file, e);
    }
  }

  private static void run(DuckDBConnection connection, String sql, RowSink sink) throws SQLException {
    SelectCheck.check(connection, sql);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      RowValues values = new RowValues(row.getMetaData());
      sink.columns(values.names());
      while (row.next()) {
        sink.row(values.of(row));
      }
    }
  }

  private static void openFile(DuckDBConnection connection, Path file) {
    String path = file.toAbsolutePath().toString();
    String pattern = quoted(GLOB.matcher(path).replaceAll("[$0]"));
    try {
      execute(
          connection,
          "SET allowed_paths = [" + quoted(path) + ", " + pattern + "]; SET enable_external_access = false; " + LOCK);
      execute(connection, "CREATE VIEW event_log AS SELECT * FROM read_parquet(" + pattern + ")");
    } catch (SQLException e) {
      throw unreadable(file, e);
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static void requireFile(Path file) {
    if (Files.notExists(file)) {
      throw new InputException("there is no file '" + file + "'", "check the path given with --input");
    }
    if (!Files.isRegularFile(file)) {
      throw new InputException("'" + file + "' is not a file", "name a Parquet file with --input");
    }
  }

  private static InputException unreadable(Path file, SQLException cause) {
    return new InputException(
        "'" + file + "' cannot be read as Parquet: " + QueryErrors.line(cause),
        "see what is wrong with it: noetl verify '" + file + "'",
        cause);
  }

  private static void execute(DuckDBConnection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
