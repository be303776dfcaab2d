package io.noetl.adapters.duckdb.store;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Gathers entries and commits them together: when the oldest of them is {@value #INTERVAL_MILLIS} ms old, or when work
 * asks for it, even in the middle of what waits to be written. What grew that old during a commit is written for
 * {@value #LEAST_MILLIS} ms, or as far as it was there, then committed: so a disk that is slow makes groups larger, not
 * commits more frequent.
 */
final class GroupCommit {

  /** Half of what the port promises: the other half is for writing what waits and for the commit before. */
  static final long INTERVAL_MILLIS = 50;

  /** For how long entries are written at least before they are committed for their age, if there are so many. */
  static final long LEAST_MILLIS = 25;

  private static final long LEAST = TimeUnit.MILLISECONDS.toNanos(LEAST_MILLIS);
  private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(INTERVAL_MILLIS);

  private final Entries entries;
  private final Log log;
  private final LongSupplier nanoTime;
  private boolean uncommitted;
  private long oldest;
  private long begun;

  /**
   * @param nanoTime the clock that {@link Entry.Row#handedOverAt()} was read from
   */
  GroupCommit(Entries entries, Log log, LongSupplier nanoTime) {
    this.entries = entries;
    this.log = log;
    this.nanoTime = nanoTime;
  }

  /** Runs until {@link Entry.Stop} has been taken and everything before it is committed. */
  void run() throws SQLException, InterruptedException {
    while (true) {
      for (Entry entry : entries.takeAll(uncommitted ? untilDue() : Long.MAX_VALUE)) {
        if (!handle(entry)) {
          return;
        }
        if (uncommitted && untilDue() <= 0 && nanoTime.getAsLong() - begun >= LEAST) {
          commit();
        }
      }
      if (uncommitted && untilDue() <= 0) {
        commit();
      }
    }
  }

  /** Returns whether there is more to come. */
  private boolean handle(Entry entry) throws SQLException {
    switch (entry) {
      case Entry.Row row -> {
        opened(row.handedOverAt());
        log.append(row);
      }
      case Entry.Source source -> {
        opened(source.handedOverAt());
        log.keep(source);
      }
      case Work work -> {
        commit();
        log.endGroup();
        work.perform();
      }
      case Entry.Stop stop -> {
        commit();
        return false;
      }
    }
    return true;
  }

  private void opened(long handedOverAt) {
    if (!uncommitted) {
      uncommitted = true;
      oldest = handedOverAt;
      begun = nanoTime.getAsLong();
    }
  }

  private void commit() throws SQLException {
    if (uncommitted) {
      log.commit();
      uncommitted = false;
    }
  }

  private long untilDue() {
    return oldest + INTERVAL - nanoTime.getAsLong();
  }

  /** Where entries come from. */
  interface Entries {

    /** Everything that is there, waiting at most so long for the first; empty if none came. */
    List<Entry> takeAll(long waitNanos) throws InterruptedException;
  }

  /** Where they go. */
  interface Log {

    void append(Entry.Row row) throws SQLException;

    void keep(Entry.Source source) throws SQLException;

    void commit() throws SQLException;

    /** Lets go of the database after a commit, so that something else can be done with it. */
    void endGroup() throws SQLException;
  }
}
