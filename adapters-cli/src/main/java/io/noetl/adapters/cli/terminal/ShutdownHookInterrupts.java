package io.noetl.adapters.cli.terminal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts by a hook that the JVM runs on SIGINT, SIGTERM and SIGHUP. The JVM halts when its hooks are done, with status
 * 130 after a SIGINT: the hook therefore waits until the command has finished.
 */
public final class ShutdownHookInterrupts implements Interrupts {

  private final Duration patience;
  private final CountDownLatch finished = new CountDownLatch(1);
  private @Nullable Thread hook;

  /**
   * Interrupts of one command.
   *
   * @param patience how long an interrupted command may take to finish
   */
  public ShutdownHookInterrupts(Duration patience) {
    this.patience = patience;
  }

  @Override
  public synchronized void whenInterrupted(Runnable reaction) {
    Thread thread = new Thread(() -> react(reaction), "interrupt");
    try {
      Runtime.getRuntime().addShutdownHook(thread);
      hook = thread;
    } catch (IllegalStateException shuttingDown) {
      reaction.run();
    }
  }

  @Override
  public synchronized void finished() {
    finished.countDown();
    if (hook == null) {
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook is running: it ends by the latch.
    }
    hook = null;
  }

  private void react(Runnable reaction) {
    reaction.run();
    try {
      finished.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException halted) {
      Thread.currentThread().interrupt();
    }
  }
}
