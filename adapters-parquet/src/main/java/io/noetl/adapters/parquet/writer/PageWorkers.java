package io.noetl.adapters.parquet.writer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * The threads that work for one export. Pages are made by some workers, and by the caller when those have enough to do,
 * so that every processor has work and no more pages wait than there are workers. What must happen one after the other,
 * writing, has a thread of its own. Waiting does not mind an interrupted thread: an interrupted execution is still
 * exported.
 */
final class PageWorkers implements AutoCloseable {

  /** More would wait for the one thread that reads. */
  private static final int MOST_WORKERS = 3;

  /** How many row groups wait in memory to be written, beside the one that is being filled. */
  private static final int WAITING_GROUPS = 1;

  private final ExecutorService makers;
  private final ExecutorService writer;
  private final Semaphore freeMakers;
  private final Semaphore freeGroups = new Semaphore(WAITING_GROUPS);

  PageWorkers() {
    int workers = Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, MOST_WORKERS);
    makers = Executors.newFixedThreadPool(workers, named("noetl-export-pages"));
    writer = Executors.newSingleThreadExecutor(named("noetl-export-writer"));
    freeMakers = new Semaphore(2 * workers);
  }

  /** Work that may fail as files do. */
  interface Work<T> {
    T run() throws IOException;
  }

  /** A step of writing. */
  interface Step {
    void run() throws IOException;
  }

  /** Has a page made, here or elsewhere. */
  CompletableFuture<CompressedPage> make(Work<CompressedPage> page) {
    if (!freeMakers.tryAcquire()) {
      return CompletableFuture.completedFuture(run(page));
    }
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return run(page);
          } finally {
            freeMakers.release();
          }
        },
        makers);
  }

  /** Has a row group written after those before it; waits while another one waits. */
  CompletableFuture<Void> write(Step group) {
    freeGroups.acquireUninterruptibly();
    return CompletableFuture.runAsync(
        () -> {
          try {
            group.run();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } finally {
            freeGroups.release();
          }
        },
        writer);
  }

  /**
   * What came of it.
   *
   * @throws IOException as the work threw it
   */
  static <T> T join(CompletableFuture<T> work) throws IOException {
    try {
      return work.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case UncheckedIOException io -> throw io.getCause();
        case RuntimeException failure -> throw failure;
        case Error error -> throw error;
        case null, default -> throw e;
      }
    }
  }

  /** Returns when no thread works any more; what was handed in is finished first, because it waits for each other. */
  @Override
  public void close() {
    await(makers);
    await(writer);
  }

  private static void await(ExecutorService threads) {
    threads.shutdown();
    boolean interrupted = false;
    while (!threads.isTerminated()) {
      try {
        threads.awaitTermination(1, TimeUnit.DAYS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> T run(Work<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ThreadFactory named(String name) {
    return Thread.ofPlatform().name(name).daemon(true).factory();
  }
}
