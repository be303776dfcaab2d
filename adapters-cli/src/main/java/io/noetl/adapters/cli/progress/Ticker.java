package io.noetl.adapters.cli.progress;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Calls something again and again on a thread of its own that keeps no program alive. */
public final class Ticker implements AutoCloseable {

  private final Thread thread;
  private volatile boolean closed;

  /** Starts calling {@code action} every {@code pause}. */
  public Ticker(Duration pause, Runnable action) {
    thread = Thread.ofPlatform().daemon().name("progress").unstarted(() -> repeat(pause, action));
    thread.start();
  }

  private void repeat(Duration pause, Runnable action) {
    while (!closed) {
      action.run();
      LockSupport.parkNanos(pause.toNanos());
    }
  }

  /** Ends the calls; one that is under way may still be running. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
