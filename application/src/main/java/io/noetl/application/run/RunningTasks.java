package io.noetl.application.run;

import io.noetl.application.port.TaskRunner;
import io.noetl.domain.execution.Command;
import io.noetl.domain.task.TaskOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The tasks of one execution that have begun and whose end is not recorded, each on a thread of its own. */
final class RunningTasks implements AutoCloseable {

  private final Cancellation cancellation;
  private final InstantSource clock;
  private final BlockingQueue<Happening> happenings = new LinkedBlockingQueue<>();

  /** By their node ids in the log. */
  private final Map<String, Thread> threads = new HashMap<>();

  RunningTasks(Cancellation cancellation, InstantSource clock) {
    this.cancellation = cancellation;
    this.clock = clock;
    cancellation.whenRequested(() -> happenings.add(new Happening.Cancelled()));
  }

  /** What is waited for. */
  sealed interface Happening {

    /** A task ended; {@code outcome} is null when it was interrupted, {@code defect} is what no runner may throw. */
    record Ended(
        PlaybookRun run, Command.RunTask command, @Nullable TaskOutcome outcome, @Nullable Throwable defect)
        implements Happening {}

    /** The wish to cancel was made. */
    record Cancelled() implements Happening {}
  }

  void start(PlaybookRun run, Command.RunTask task, TaskRunner runner) {
    Thread thread = Thread.ofVirtual().unstarted(() -> happenings.add(run(run, task, runner)));
    threads.put(run.idOf(task), thread);
    thread.start();
  }

  private static Happening.Ended run(PlaybookRun run, Command.RunTask task, TaskRunner runner) {
    try {
      return new Happening.Ended(run, task, runner.run(task.request()), null);
    } catch (InterruptedException e) {
      return new Happening.Ended(run, task, null, null);
    } catch (RuntimeException | Error e) {
      return new Happening.Ended(run, task, null, e);
    }
  }

  boolean none() {
    return threads.isEmpty();
  }

  /** Interrupts a task, if it runs still; its end comes as any other. */
  void interrupt(String node) {
    Thread thread = threads.get(node);
    if (thread != null) {
      thread.interrupt();
    }
  }

  /** What happens next, nothing by {@code due}. An interrupt of the calling thread is taken as the wish to cancel. */
  @Nullable Happening next(@Nullable Instant due) {
    while (true) {
      try {
        Happening next =
            due == null
                ? happenings.take()
                : happenings.poll(Math.max(0, Duration.between(clock.instant(), due).toNanos()), TimeUnit.NANOSECONDS);
        if (next instanceof Happening.Ended ended) {
          threads.remove(ended.run().idOf(ended.command()));
        }
        return next;
      } catch (InterruptedException e) {
        cancellation.request();
      }
    }
  }

  /** Interrupts all that still run. */
  @Override
  public void close() {
    threads.values().forEach(Thread::interrupt);
  }
}
