package io.noetl.adapters.duckdb.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The entries on their way to the writer thread, bounded by number and by size: {@link #put} waits while it is full.
 * An entry that is larger than the bound is let in when nothing else is there.
 */
final class EntryQueue implements GroupCommit.Entries {

  private final int maximumEntries;
  private final long maximumBytes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Condition emptied = lock.newCondition();
  private List<Entry> entries = new ArrayList<>();
  private long bytes;
  private boolean closed;

  EntryQueue(int maximumEntries, long maximumBytes) {
    this.maximumEntries = maximumEntries;
    this.maximumBytes = maximumBytes;
  }

  /**
   * Adds an entry, waiting for room; an interrupt does not end the wait, as the writer always empties or closes the
   * queue.
   *
   * @return whether it was taken: not once the queue is closed
   */
  boolean put(Entry entry) {
    lock.lock();
    try {
      while (!closed && !hasRoomFor(entry)) {
        emptied.awaitUninterruptibly();
      }
      if (closed) {
        return false;
      }
      entries.add(entry);
      bytes += entry.size();
      filled.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Entry> takeAll(long waitNanos) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long remaining = waitNanos;
      while (entries.isEmpty() && remaining > 0) {
        remaining = filled.awaitNanos(remaining);
      }
      return drain();
    } finally {
      lock.unlock();
    }
  }

  /** Refuses entries from now on, and drops those that nobody took. */
  void close() {
    lock.lock();
    try {
      closed = true;
      drain();
    } finally {
      lock.unlock();
    }
  }

  private List<Entry> drain() {
    List<Entry> taken = entries;
    entries = new ArrayList<>(taken.size());
    bytes = 0;
    emptied.signalAll();
    return taken;
  }

  private boolean hasRoomFor(Entry entry) {
    return entries.isEmpty() || (entries.size() < maximumEntries && bytes + entry.size() <= maximumBytes);
  }
}
