package io.noetl.adapters.cli.terminal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A program that waits to be interrupted, and then takes its time to end. */
public final class Interrupted {

  private Interrupted() {}

  public static void main(String[] arguments) throws InterruptedException {
    Duration patience = Duration.ofMillis(Long.parseLong(arguments[0]));
    boolean finishes = Boolean.parseBoolean(arguments[1]);
    ShutdownHookInterrupts interrupts = new ShutdownHookInterrupts(patience);
    CountDownLatch interrupted = new CountDownLatch(1);
    interrupts.whenInterrupted(
        () -> {
          System.out.println("asked to end");
          interrupted.countDown();
        });
    System.out.println("running");
    interrupted.await();
    if (!finishes) {
      new CountDownLatch(1).await();
    }
    System.out.println("answer written");
    interrupts.finished();
    System.exit(130);
  }
}
