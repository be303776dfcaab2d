package io.noetl.adapters.duckdb.store;

import io.noetl.application.error.StoreException;
import io.noetl.domain.event.Event;
import io.noetl.domain.playbook.Playbook;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The thread that writes. Callers hand entries over and go on; what fails on the thread is thrown to every caller from
 * then on.
 */
final class EventWriter implements AutoCloseable {

  private static final int MAXIMUM_ENTRIES = 16_384;
  private static final long MAXIMUM_BYTES = 32L << 20;

  private final StoreDatabase database;
  private final EntryQueue queue = new EntryQueue(MAXIMUM_ENTRIES, MAXIMUM_BYTES);
  private final GroupCommit.Log log;
  private final Thread thread;
  private final Set<Work> awaited = ConcurrentHashMap.newKeySet();
  private volatile @Nullable StoreException failure;
  private volatile boolean closed;

  private EventWriter(StoreDatabase database, GroupCommit.Log log) {
    this.database = database;
    this.log = log;
    this.thread = Thread.ofPlatform().daemon().name("noetl-event-writer").unstarted(this::write);
  }

  static EventWriter start(StoreDatabase database) {
    return start(database, new DuckDbLog(database));
  }

  /**
   * @param log where entries go
   */
  static EventWriter start(StoreDatabase database, GroupCommit.Log log) {
    EventWriter writer = new EventWriter(database, log);
    writer.thread.start();
    return writer;
  }

  void append(Event event) {
    hand(new Entry.Row(event, System.nanoTime(), EventSize.of(event)));
  }

  void keep(Playbook playbook) {
    hand(new Entry.Source(playbook, System.nanoTime()));
  }

  /** Returns when everything handed over before is committed. */
  void commit() {
    perform(() -> {});
  }

  /** Returns when everything handed over before is committed and the action is done. */
  void perform(Work.Action action) {
    Work work = new Work(action);
    awaited.add(work);
    try {
      hand(work);
      switch (work.await()) {
        case null -> {}
        case SQLException problem -> throw database.errors().of("change", problem);
        case StoreException problem -> throw thrown(problem);
        case RuntimeException problem -> throw problem;
        case Exception problem -> throw new IllegalStateException(problem);
      }
    } finally {
      awaited.remove(work);
    }
  }

  /** Commits what was handed over and ends the thread. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    boolean taken = queue.put(new Entry.Stop());
    joinThread();
    queue.close();
    awaited.forEach(work -> work.fail(new IllegalStateException(closedMessage())));
    StoreException problem = failure;
    if (problem != null || !taken) {
      throw thrown(problem);
    }
  }

  private void hand(Entry entry) {
    if (closed) {
      throw new IllegalStateException(closedMessage());
    }
    if (!queue.put(entry)) {
      throw thrown(failure);
    }
  }

  private String closedMessage() {
    return "the event store '" + database.location() + "' is closed";
  }

  private void write() {
    try {
      new GroupCommit(queue, log, System::nanoTime).run();
    } catch (SQLException e) {
      fail(database.errors().of("write", e));
    } catch (StoreException e) {
      fail(e);
    } catch (InterruptedException | RuntimeException | Error e) {
      String problem = "writing to event store '" + database.location() + "' failed: " + e;
      fail(new StoreException(problem, "see the cause with --debug", e));
    }
  }

  /**
   * Whoever waits learns of the failure, and so does everyone who comes later: once the queue is closed, nobody can
   * begin to wait.
   */
  private void fail(StoreException problem) {
    failure = problem;
    queue.close();
    awaited.forEach(work -> work.fail(problem));
  }

  private void joinThread() {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Each caller gets an exception of its own: its stack trace says where it was met, its cause where it arose. */
  private static StoreException thrown(@Nullable StoreException problem) {
    if (problem == null) {
      throw new IllegalStateException("the event writer stopped without a failure");
    }
    return new StoreException(String.valueOf(problem.getMessage()), problem.remedy(), problem);
  }
}
