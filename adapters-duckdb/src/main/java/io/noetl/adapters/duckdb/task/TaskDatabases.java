package io.noetl.adapters.duckdb.task;

import io.noetl.adapters.duckdb.connection.DuckDbConnections;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The databases that tasks use right now. Tasks on one file at the same time share one open database, each with a
 * connection of its own; the last one that ends closes it, so that between tasks the file is free for others, python
 * tasks say. What a task may reach is a matter of the whole database: a task that may reach more or less than those that
 * use the file waits until they are done.
 */
final class TaskDatabases {

  /** Each database may use 1 GB of memory, beyond which it spills to disk, and two cores. */
  private static final Map<String, String> LIMITS = Map.of("memory_limit", "1GB", "threads", "2");

  /** Times are shown in UTC whatever the machine's zone. */
  private static final String UTC = "SET GLOBAL TimeZone = 'UTC'";

  /** Nothing can be set after this. */
  private static final String LOCK = "SET GLOBAL lock_configuration = true";

  private final Reach reach;
  private final Map<Path, Shared> open = new HashMap<>();

  TaskDatabases(Reach reach) {
    this.reach = reach;
  }

  /** A connection that one task uses; closing it gives the database back. */
  interface Lease extends AutoCloseable {

    DuckDBConnection connection();

    @Override
    void close() throws SQLException;
  }

  /**
   * Opens a database for one task.
   *
   * @param file null for a new one in memory
   * @throws UncheckedIOException if the file cannot be looked at, or its folder not be made
   */
  Lease open(@Nullable Path file, boolean external) throws SQLException, InterruptedException {
    return file == null ? new Own(prepared(null, external)) : shared(file, external);
  }

  private synchronized Lease shared(Path file, boolean external) throws SQLException, InterruptedException {
    Shared database = open.get(file);
    while (database != null && database.external != external) {
      wait();
      database = open.get(file);
    }
    if (database == null) {
      database = new Shared(file, prepared(file, external), external);
      open.put(file, database);
    }
    return database.lease();
  }

  private DuckDBConnection prepared(@Nullable Path file, boolean external) throws SQLException {
    Map<String, String> settings = new LinkedHashMap<>(LIMITS);
    settings.putAll(reach.configuration(external));
    if (file != null) {
      DatabaseFile.prepare(file);
    }
    DuckDBConnection connection =
        file == null ? DuckDbConnections.inMemory(settings) : DuckDbConnections.write(file, settings);
    try (Statement statement = connection.createStatement()) {
      if (!isLocked(statement)) {
        statement.execute(external ? UTC : UTC + ";" + LOCK);
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Another run in this process has the same file open for its tasks, and shares it. */
  private static boolean isLocked(Statement statement) throws SQLException {
    try (ResultSet answer = statement.executeQuery("SELECT current_setting('lock_configuration')")) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  /** A database in memory. */
  private record Own(DuckDBConnection connection) implements Lease {
    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }

  /** A file that is open, and how many use it. */
  private final class Shared {

    private final Path file;
    private final DuckDBConnection root;
    private final boolean external;
    private int users;

    Shared(Path file, DuckDBConnection root, boolean external) {
      this.file = file;
      this.root = root;
      this.external = external;
    }

    Lease lease() throws SQLException {
      users++;
      try {
        return new One(this, root.duplicate());
      } catch (SQLException e) {
        release();
        throw e;
      }
    }

    void release() throws SQLException {
      synchronized (TaskDatabases.this) {
        if (--users == 0) {
          open.remove(file);
          TaskDatabases.this.notifyAll();
          root.close();
        }
      }
    }
  }

  /** One of those who use a file. */
  private record One(Shared database, DuckDBConnection connection) implements Lease {
    @Override
    public void close() throws SQLException {
      try {
        connection.close();
      } finally {
        database.release();
      }
    }
  }
}
