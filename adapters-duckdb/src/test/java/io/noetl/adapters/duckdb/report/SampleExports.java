package io.noetl.adapters.duckdb.report;

import io.noetl.adapters.duckdb.connection.DuckDbConnections;
import io.noetl.adapters.duckdb.store.DuckDbEventStore;
import io.noetl.domain.event.Event;
import io.noetl.testkit.store.SampleExecution;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/** Writes Parquet files with DuckDB, as other tools would. */
final class SampleExports {

  /** All columns as an export has them. */
  static final String ALL = "* REPLACE (timestamp AT TIME ZONE 'UTC' AS timestamp)";

  private final Path folder;

  SampleExports(Path folder) {
    this.folder = folder;
  }

  /** The sample execution. */
  Path write(String name, String executionId, String columns, String condition) {
    return write(name, SampleExecution.events(executionId), columns, condition);
  }

  /** Events, of which columns and rows are selected. */
  Path write(String name, List<Event> events, String columns, String condition) {
    Path store = folder.resolve(name + ".duckdb");
    try (DuckDbEventStore all = DuckDbEventStore.open(store)) {
      events.forEach(all::append);
    }
    Path file = folder.resolve(name);
    try (DuckDBConnection connection = DuckDbConnections.read(store, Map.of())) {
      String rows = "SELECT " + columns + " FROM event_log WHERE " + condition + " ORDER BY execution_id, sequence";
      Sql.execute(connection, "SET TimeZone = 'UTC'");
      Sql.execute(connection, "COPY (" + rows + ") TO " + Sql.literal(file.toString()) + " (FORMAT parquet)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return file;
  }
}
