package io.noetl.adapters.duckdb.store;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Something to be done on the writer thread once everything before is committed, while whoever asked waits. */
final class Work implements Entry {

  private final Action action;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile @Nullable Exception problem;

  Work(Action action) {
    this.action = action;
  }

  /** Does it; what goes wrong is for {@link #await()}. */
  void perform() {
    try {
      action.run();
      done.countDown();
    } catch (SQLException | RuntimeException e) {
      fail(e);
    }
  }

  /** Ends it without doing it. */
  void fail(Exception cause) {
    problem = cause;
    done.countDown();
  }

  /**
   * Waits until it is done; an interrupt does not end the wait, as the writer thread does or fails everything.
   *
   * @return what went wrong, or null
   */
  @Nullable Exception await() {
    boolean interrupted = false;
    while (true) {
      try {
        done.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return problem;
  }

  @Override
  public long size() {
    return 0;
  }

  /** What is to be done, outside any transaction. */
  interface Action {
    void run() throws SQLException;
  }
}
