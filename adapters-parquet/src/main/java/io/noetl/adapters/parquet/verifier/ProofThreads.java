package io.noetl.adapters.parquet.verifier;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads on which columns are read back; waiting for their end does not mind an interrupted thread. */
final class ProofThreads implements Executor, AutoCloseable {

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private final ThreadPoolExecutor threads;

  private ProofThreads(int count) {
    threads =
        new ThreadPoolExecutor(
            count,
            PROCESSORS,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("noetl-export-proof").daemon(true).factory());
  }

  /** One, beside others that have work for the other processors. */
  static ProofThreads one() {
    return new ProofThreads(1);
  }

  /** As many as there are processors. */
  static ProofThreads all() {
    return new ProofThreads(PROCESSORS);
  }

  /** From now on as many as there are processors. */
  void useAll() {
    threads.setCorePoolSize(PROCESSORS);
  }

  @Override
  public void execute(Runnable work) {
    threads.execute(work);
  }

  /** Drops what was not begun, and returns when no thread works any more. */
  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
