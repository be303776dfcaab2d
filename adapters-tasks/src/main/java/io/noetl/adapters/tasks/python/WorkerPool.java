package io.noetl.adapters.tasks.python;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Workers that are kept alive between calls. There are never more than the limit; one is started when none is idle, and
 * one that was lost is replaced at once, so that the next call finds a successor on its way. Safe for use by several
 * threads.
 */
final class WorkerPool implements AutoCloseable {

  private final Supplier<PythonWorker> start;
  private final int limit;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<PythonWorker> idle = new ArrayDeque<>();
  private final Set<PythonWorker> all = new HashSet<>();

  /** Workers that exist or are being started. */
  private int count;

  /** Those of them that are being started for whoever comes. */
  private int coming;

  private int waiting;
  private boolean closed;

  /**
   * A pool without workers.
   *
   * @param start starts a worker; what it throws is thrown where a worker is asked for
   * @param limit the most workers at a time, at least 1
   */
  WorkerPool(Supplier<PythonWorker> start, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a pool of " + limit + " workers; it needs 1 or more");
    }
    this.start = start;
    this.limit = limit;
  }

  /** A worker for the caller alone, to be given back with {@link #release}, {@link #discard} or {@link #drop}. */
  PythonWorker acquire() throws InterruptedException {
    PythonWorker worker = idleOrRoom();
    return worker == null ? started() : worker;
  }

  /** An idle worker; or null when there is room for another, which is counted already then. */
  private @Nullable PythonWorker idleOrRoom() throws InterruptedException {
    lock.lockInterruptibly();
    waiting++;
    try {
      while (!closed) {
        PythonWorker worker = idle.poll();
        if (worker != null && worker.isAlive()) {
          return worker;
        }
        if (worker != null) {
          forget(worker);
        } else if (coming < waiting && count < limit) {
          count++;
          return null;
        } else {
          changed.await();
        }
      }
      throw new IllegalStateException("the python workers have been closed");
    } finally {
      waiting--;
      lock.unlock();
    }
  }

  /** Takes back a worker that answered. */
  void release(PythonWorker worker) {
    lock.lock();
    try {
      idle.push(worker);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Kills a worker and starts another in its place, in the background. */
  void discard(PythonWorker worker) {
    drop(worker);
    warmUp();
  }

  /** Kills a worker without a replacement. */
  void drop(PythonWorker worker) {
    lock.lock();
    try {
      forget(worker);
      changed.signal();
    } finally {
      lock.unlock();
    }
    worker.kill();
  }

  /** Begins to start a worker in the background, unless all are there. What goes wrong shows when one is asked for. */
  void warmUp() {
    lock.lock();
    try {
      if (closed || count >= limit) {
        return;
      }
      count++;
      coming++;
    } finally {
      lock.unlock();
    }
    Thread.ofPlatform().daemon().name("python-worker-start").start(this::startForWhoeverComes);
  }

  private void startForWhoeverComes() {
    PythonWorker worker = null;
    try {
      worker = started();
    } catch (RuntimeException e) {
      // whoever asks for a worker starts one by itself and gets to see this
    } finally {
      lock.lock();
      try {
        coming--;
        if (worker != null) {
          idle.addLast(worker);
        }
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private PythonWorker started() {
    PythonWorker worker = null;
    try {
      worker = start.get();
      return worker;
    } finally {
      register(worker);
    }
  }

  private void register(@Nullable PythonWorker worker) {
    boolean late;
    lock.lock();
    try {
      late = closed;
      if (worker == null) {
        count--;
        changed.signal();
      } else {
        all.add(worker);
      }
    } finally {
      lock.unlock();
    }
    if (late && worker != null) {
      worker.kill();
    }
  }

  private void forget(PythonWorker worker) {
    if (all.remove(worker)) {
      count--;
    }
  }

  /** Kills all workers, busy ones too. */
  @Override
  public void close() {
    List<PythonWorker> workers;
    lock.lock();
    try {
      closed = true;
      workers = List.copyOf(all);
      all.clear();
      idle.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    workers.forEach(PythonWorker::kill);
  }
}
