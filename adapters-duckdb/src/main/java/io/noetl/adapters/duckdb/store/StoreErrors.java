package io.noetl.adapters.duckdb.store;

import io.noetl.adapters.duckdb.connection.DuckDbMessages;
import io.noetl.application.error.StoreException;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells what is wrong with a store from what DuckDB says. DuckDB gives no error codes through JDBC, so that its
 * messages have to be recognised; those of 1.5 are in the tests.
 */
public final class StoreErrors {

  /** What a file of another kind is. */
  static final String NO_DATABASE = "not a valid DuckDB database file";

  private static final String OUT_OF_MEMORY = "Out of Memory";
  private static final String ANOTHER = "use another store with --duckdb PATH";
  private static final String AWAY = "move it away, or " + ANOTHER;
  private static final String COPY = "restore it from a copy, or " + ANOTHER;
  private static final String SPACE = "free some space and run again";
  private static final String RIGHTS = "check the rights of the file and its folder, or " + ANOTHER;

  private static final Pattern HOLDER = Pattern.compile("Conflicting lock is held in (.*?) ?\\(PID (\\d+)\\)");

  private static final List<Known> KNOWN =
      List.of(
          new Known("different configuration", "is already open in this process", "close it first, or " + ANOTHER),
          new Known(NO_DATABASE, "is not a DuckDB file", AWAY),
          new Known("Cannot launch in-memory database in read-only mode", "is not a DuckDB file", AWAY),
          new Known(
              "database file with version number",
              "was made by another version of DuckDB, which this one cannot read",
              "use the noetl that made it, or " + ANOTHER),
          new Known("Corrupt", "is damaged", COPY),
          new Known("computed checksum", "is damaged", COPY),
          new Known("Could not read enough bytes", "is damaged: it ends too early", COPY),
          new Known("Failed to load metadata pointer", "is damaged", COPY),
          new Known("No space left on device", "has no room to grow: the disk is full", SPACE),
          new Known("Disk quota exceeded", "has no room to grow: the disk quota is used up", SPACE),
          new Known("File too large", "has no room to grow: the file size limit is reached", "raise that limit"),
          new Known("Permission denied", "cannot be opened: permission denied", RIGHTS),
          new Known("Operation not permitted", "cannot be opened: operation not permitted", RIGHTS),
          new Known("Read-only file system", "is on a read-only file system", ANOTHER),
          new Known("Is a directory", "is a folder, not a file", "name a file in it with --duckdb PATH"),
          new Known("Not a directory", "lies beneath a file that is no folder", ANOTHER),
          new Known(OUT_OF_MEMORY, "needs more memory than DuckDB is given", "query less at a time"),
          new Known("replaying WAL", "is damaged: its .wal file cannot be applied", COPY));

  private final String location;

  /**
   * @param location what the store is called in messages
   */
  public StoreErrors(String location) {
    this.location = location;
  }

  /** The error of a store that failed to do what {@code task} says: {@code open}, {@code write}, {@code read}. */
  public StoreException of(String task, SQLException cause) {
    String message = DuckDbMessages.of(cause);
    if (message.contains("Could not set lock")) {
      return new StoreException(
          "event store '" + location + "' is in use by " + holder(message),
          "wait until that ends, or " + ANOTHER,
          cause);
    }
    for (Known known : KNOWN) {
      if (message.contains(known.sign())) {
        return new StoreException("event store '" + location + "' " + known.problem(), known.remedy(), cause);
      }
    }
    return new StoreException(
        "cannot " + task + " event store '" + location + "': " + firstLine(message),
        "see the cause with --debug, or " + ANOTHER,
        cause);
  }

  /** Whether DuckDB had less memory than it needed. */
  static boolean isOutOfMemory(SQLException cause) {
    return DuckDbMessages.of(cause).contains(OUT_OF_MEMORY);
  }

  private static String holder(String message) {
    Matcher holder = HOLDER.matcher(message);
    if (!holder.find()) {
      return "another process";
    }
    String program = holder.group(1).isEmpty() ? "" : " (" + holder.group(1) + ")";
    return "process " + holder.group(2) + program;
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse(message);
  }

  /**
   * An error that is recognised.
   *
   * @param sign what DuckDB's message has in it
   * @param problem what is wrong, after the store's name
   */
  private record Known(String sign, String problem, String remedy) {}
}
