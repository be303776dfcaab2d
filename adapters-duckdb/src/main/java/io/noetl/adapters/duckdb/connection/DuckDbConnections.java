package io.noetl.adapters.duckdb.connection;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBConnection;

/** Opens DuckDB databases. */
public final class DuckDbConnections {

  /** How much memory a database is given unless its settings say otherwise, in MB. */
  public static final long MEMORY_MEGABYTES = 512;

  private static final String URL = "jdbc:duckdb:";

  /**
   * What every database is opened with: no extension is ever fetched or loaded, results are streamed, and DuckDB's own
   * memory is bounded, so that a process stays small whatever the machine offers.
   *
   * <p>One thread, because an event log is appended and streamed, where a second one costs more than it gives
   * (measured: a third more processor time to append, twice the time to read), and leaves the other cores to the
   * caller. A checkpoint every 256 MB of log, because each holds up commits for some 0.4 s a 64 MB: a run of a few hundred
   * thousand events meets none before the store is closed, and what a kill leaves behind is read back in about 3 s.
   */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "memory_limit", MEMORY_MEGABYTES + "MB",
          "threads", "1",
          "wal_autocheckpoint", "256MB",
          "autoinstall_known_extensions", "false",
          "autoload_known_extensions", "false",
          "allow_community_extensions", "false",
          "jdbc_stream_results", "true");

  /** How many databases in memory were given a folder to spill to. */
  private static final AtomicLong SPILLING = new AtomicLong();

  private DuckDbConnections() {}

  /** Opens the database in a file, which is made if it is missing. */
  public static DuckDBConnection write(Path file) throws SQLException {
    return open(file.toAbsolutePath().toString(), false, Map.of());
  }

  /**
   * Opens the database in a file, which is made if it is missing; what does not fit in memory does not go beside it.
   *
   * @param settings further configuration of the database
   */
  public static DuckDBConnection write(Path file, Map<String, String> settings) throws SQLException {
    return open(file.toAbsolutePath().toString(), false, spillingElsewhere(settings, suffix(file)));
  }

  /**
   * Opens the database in a file, which must be there, to read it alone.
   *
   * @param settings further configuration of the database
   */
  public static DuckDBConnection read(Path file, Map<String, String> settings) throws SQLException {
    return open(file.toAbsolutePath().toString(), true, spillingElsewhere(settings, suffix(file)));
  }

  /**
   * Opens a new database in memory.
   *
   * @param settings further configuration of the database
   */
  public static DuckDBConnection inMemory(Map<String, String> settings) throws SQLException {
    return open("", false, spillingElsewhere(settings, Long.toString(SPILLING.incrementAndGet())));
  }

  /** In a URL a semicolon begins the options, so that no path with one can be opened. */
  public static boolean canName(Path file) {
    return file.toAbsolutePath().toString().indexOf(';') < 0;
  }

  /**
   * What does not fit in memory goes to the machine's folder for such files: by default it would go beside the
   * database or into the working folder. Each database has a folder of its own, because the names of the files in it are
   * the same for all. DuckDB makes the folder when it needs it and deletes it when the database is closed.
   */
  private static Map<String, String> spillingElsewhere(Map<String, String> settings, String suffix) {
    Map<String, String> all = new HashMap<>(settings);
    String name = "noetl-duckdb-" + ProcessHandle.current().pid() + "-" + suffix;
    all.put("temp_directory", Path.of(System.getProperty("java.io.tmpdir"), name).toString());
    return all;
  }

  /** Whoever opens a file a second time must do so with the same configuration. */
  private static String suffix(Path file) {
    return "f" + Integer.toHexString(file.toAbsolutePath().hashCode());
  }

  private static DuckDBConnection open(String path, boolean readOnly, Map<String, String> settings)
      throws SQLException {
    Properties properties = new Properties();
    properties.putAll(SETTINGS);
    properties.putAll(settings);
    try {
      return DuckDBConnection.newConnection(URL + path, readOnly, "", properties);
    } finally {
      NativeLibrary.forget();
    }
  }
}
