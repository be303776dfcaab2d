package io.noetl.adapters.duckdb.store;

import io.noetl.adapters.duckdb.connection.DuckDbConnections;
import io.noetl.application.error.StoreException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The open database of a store. The first connection is for the writer thread alone; everyone else asks for one of
 * their own, which sees what is committed.
 */
public final class StoreDatabase implements AutoCloseable {

  /**
   * The files that this process writes. DuckDB would hand a second store the database of the first, so that neither
   * could be replaced by a smaller copy of itself.
   */
  private static final Set<Path> WRITTEN = ConcurrentHashMap.newKeySet();

  private static final String IN_MEMORY =
      "SELECT path IS NULL FROM duckdb_databases() WHERE database_name = current_database()";

  /** Enough to read a log from its beginning to its end: more would only be blocks that are not read again. */
  private static final long READING_MEGABYTES = 64;

  /** Enough to sort a log, and to bring back what a killed process left in the file beside it. */
  private static final long SORTING_MEGABYTES = 256;

  private final String location;
  private final @Nullable Path file;
  private final StoreErrors errors;
  private final MemoryLimit memory;
  private final TextMemory textMemory = new TextMemory();
  private DuckDBConnection connection;
  private @Nullable Object fileKey;
  private @Nullable Path claim;
  private int readers;
  private boolean closed;

  private StoreDatabase(String location, @Nullable Path file, MemoryLimit memory, DuckDBConnection connection) {
    this.location = location;
    this.file = file;
    this.memory = memory;
    this.errors = new StoreErrors(location);
    this.connection = connection;
    this.fileKey = file == null ? null : StoreFile.keyOf(file);
  }

  /** Opens a file to write; it and its folders are made if they are missing. */
  static StoreDatabase write(Path file) {
    String location = file.toString();
    StoreFile.prepareToWrite(file);
    Path claim = StoreFile.realPath(file);
    if (!WRITTEN.add(claim)) {
      throw new StoreException(
          "event store '" + location + "' is already open in this process",
          "close it first, or use another store with --duckdb PATH");
    }
    try {
      StoreDatabase database =
          opened(location, file, memoryToWrite(), () -> DuckDbConnections.write(file), StoreDatabase::prepareFile);
      database.claim = claim;
      return database;
    } catch (RuntimeException e) {
      WRITTEN.remove(claim);
      throw e;
    }
  }

  /** Opens a file to read, which DuckDB needs not keep in memory: a log is read from its beginning to its end. */
  static StoreDatabase read(Path file) {
    return read(file, READING_MEGABYTES, SORTING_MEGABYTES);
  }

  /**
   * Opens a file to read.
   *
   * @param reading MB of memory to read a log that is in order with, at first
   * @param sorting MB to open it with, at first, and to sort a log that is not
   */
  static StoreDatabase read(Path file, long reading, long sorting) {
    MemoryLimit memory = new MemoryLimit(sorting, sorting);
    Opening opening = () -> memory.open(limit -> DuckDbConnections.read(file, Map.of("memory_limit", limit)));
    StoreDatabase database = read(file, memory, opening);
    memory.lower(database.connection, reading);
    return database;
  }

  /**
   * Opens a file to read.
   *
   * @param settings further configuration of the database, which is not changed afterwards
   * @throws StoreException if there is no store or it cannot be opened
   */
  public static StoreDatabase read(Path file, Map<String, String> settings) {
    return read(file, MemoryLimit.fixed(), () -> DuckDbConnections.read(file, settings));
  }

  private static StoreDatabase read(Path file, MemoryLimit memory, Opening opening) {
    String location = file.toString();
    StoreFile.requireToRead(file);
    return opened(location, file, memory, opening, EventLogSchema::require);
  }

  /** Opens a new database in memory. */
  static StoreDatabase inMemory() {
    return opened(":memory:", null, memoryToWrite(), () -> DuckDbConnections.inMemory(Map.of()), EventLogSchema::prepare);
  }

  private static MemoryLimit memoryToWrite() {
    return new MemoryLimit(DuckDbConnections.MEMORY_MEGABYTES, DuckDbConnections.MEMORY_MEGABYTES);
  }

  String location() {
    return location;
  }

  /** The file; null if it is in memory. */
  @Nullable Path file() {
    return file;
  }

  /** Tells what is wrong with the store from what DuckDB says. */
  public StoreErrors errors() {
    return errors;
  }

  /** What the cursors on this pack texts into. */
  TextMemory textMemory() {
    return textMemory;
  }

  /** The writer thread's connection. */
  synchronized DuckDBConnection writer() {
    return connection;
  }

  /** A new connection, which the caller gives back. */
  public synchronized DuckDBConnection connect() throws SQLException {
    if (closed) {
      throw new IllegalStateException("the event store '" + location + "' is closed");
    }
    DuckDBConnection reader = connection.duplicate();
    readers++;
    return reader;
  }

  /** Takes a connection back. */
  public synchronized void release(DuckDBConnection reader) throws SQLException {
    readers--;
    reader.close();
  }

  /**
   * What a reader asks for; it asks again with more memory as long as that is what it lacked.
   *
   * @throws StoreException if it cannot be answered
   */
  <T> T ask(Asking<T> asking) {
    while (true) {
      try {
        return asking.answer();
      } catch (SQLException e) {
        if (!StoreErrors.isOutOfMemory(e) || !raiseMemory()) {
          throw errors.of("read", e);
        }
      }
    }
  }

  /** Something to ask a database for. */
  interface Asking<T> {
    T answer() throws SQLException;
  }

  /**
   * Gives DuckDB twice the memory, as long as the machine has that.
   *
   * @return whether it has more now
   */
  synchronized boolean raiseMemory() {
    try {
      return memory.raise(connection);
    } catch (SQLException e) {
      throw errors.of("read", e);
    }
  }

  /** Gives DuckDB as much memory as sorting a log wants. */
  synchronized void allowSorting() throws SQLException {
    memory.allowSorting(connection);
  }

  /** DuckDB goes on writing to a file that has lost its name: what it writes then is lost. */
  void requireFile() {
    if (file != null && !Objects.equals(fileKey, StoreFile.keyOf(file))) {
      throw new StoreException(
          "event store '" + location + "' was deleted or replaced while it was open",
          "run again: what was recorded since is lost");
    }
  }

  /** Checks that nobody reads: a database that is being read cannot be replaced. */
  synchronized void requireUnread() {
    if (readers > 0) {
      throw new IllegalStateException("close the cursors on the event store '" + location + "' before pruning it");
    }
  }

  /** Opens the file again, which another one has replaced. */
  synchronized void reopen() throws SQLException {
    Path replaced = Objects.requireNonNull(file, "a database in memory is never replaced");
    requireUnread();
    connection.close();
    connection = DuckDbConnections.write(replaced);
    fileKey = StoreFile.keyOf(replaced);
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      connection.close();
    } catch (SQLException e) {
      throw errors.of("close", e);
    } finally {
      if (claim != null) {
        WRITTEN.remove(claim);
      }
    }
  }

  private static StoreDatabase opened(
      String location, @Nullable Path file, MemoryLimit memory, Opening opening, Preparation preparation) {
    try {
      DuckDBConnection connection = opening.open();
      try {
        preparation.prepare(connection, location);
        return new StoreDatabase(location, file, memory, connection);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreErrors(location).of("open", e);
    }
  }

  /**
   * DuckDB shows a CSV, JSON or Parquet file as a view in a database in memory: what is written to that is lost. The file itself
   * is not looked at, because closing it would end the locks that this process may have on it.
   */
  private static void prepareFile(DuckDBConnection connection, String location) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(IN_MEMORY)) {
      if (answer.next() && answer.getBoolean(1)) {
        throw new SQLException("The file exists, but it is " + StoreErrors.NO_DATABASE);
      }
    }
    EventLogSchema.prepare(connection, location);
  }

  private interface Opening {
    DuckDBConnection open() throws SQLException;
  }

  private interface Preparation {
    void prepare(DuckDBConnection connection, String location) throws SQLException;
  }
}
