package io.noetl.adapters.duckdb.store;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/**
 * How much memory DuckDB is given for a database, in MB. Beginning with little costs less: DuckDB keeps what it has read for as long as
 * it may, in memory that is touched for the first time. It is given more where it says, or seems, to lack it.
 */
final class MemoryLimit {

  /** As much of the machine's memory as DuckDB takes by itself. */
  private static final double MOST_OF_MACHINE = 0.8;

  private final long sorting;
  private long megabytes;

  /**
   * The limit that a database is opened with.
   *
   * @param sorting what sorting a log wants: with less, most of the log goes to the disk. That much is given unasked
   */
  MemoryLimit(long megabytes, long sorting) {
    this.megabytes = megabytes;
    this.sorting = sorting;
  }

  /** A limit that is another's to set. */
  static MemoryLimit fixed() {
    return new MemoryLimit(Long.MAX_VALUE / 4, 0);
  }

  /**
   * Opens the database, with more memory if that is what it lacks: what a killed process left beside the file is brought back then,
   * however long its texts are.
   */
  DuckDBConnection open(Opening opening) throws SQLException {
    while (true) {
      try {
        return opening.open(megabytes + "MB");
      } catch (SQLException e) {
        if (!StoreErrors.isOutOfMemory(e) || !mayDouble()) {
          throw e;
        }
        megabytes *= 2;
      }
    }
  }

  /** Opens a database with that memory limit. */
  interface Opening {
    DuckDBConnection open(String limit) throws SQLException;
  }

  /**
   * Lowers it, if what DuckDB holds at the moment allows that.
   *
   * @param connection any connection to the database
   */
  void lower(DuckDBConnection connection, long wanted) {
    try {
      set(connection, wanted);
    } catch (SQLException e) {
      // It stays as it is, which is only slower.
    }
  }

  /** Gives as much as sorting a log wants. */
  void allowSorting(DuckDBConnection connection) throws SQLException {
    if (megabytes < sorting) {
      set(connection, sorting);
    }
  }

  /**
   * Gives twice as much, as long as the machine has that.
   *
   * @return whether it is more now
   */
  boolean raise(DuckDBConnection connection) throws SQLException {
    if (!mayDouble()) {
      return false;
    }
    set(connection, 2 * megabytes);
    return true;
  }

  private boolean mayDouble() {
    OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long most = (long) (MOST_OF_MACHINE * (machine.getTotalMemorySize() >> 20));
    return 2 * megabytes <= Math.max(sorting, most);
  }

  /** Beside what the connection is at, which a failure would undo. */
  private void set(DuckDBConnection connection, long wanted) throws SQLException {
    try (DuckDBConnection own = connection.duplicate()) {
      EventLogSchema.execute(own, "SET memory_limit = '" + wanted + "MB'");
    }
    megabytes = wanted;
  }
}
