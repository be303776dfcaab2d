package io.noetl.adapters.tasks.http;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Spaces out what each task asks of each host: requests begin at least the rate's interval apart, in the order in which
 * they asked for their turn, however many threads ask. Safe for use by several threads.
 */
public final class RateLimiter {

  /** Waits. */
  @FunctionalInterface
  public interface Sleeper {

    /** Returns after that time, or when the calling thread is interrupted. */
    void sleep(Duration time) throws InterruptedException;
  }

  private record Key(String task, String host) {}

  /** The next free turn, in nanoseconds of the clock, by task and host. */
  private final Map<Key, Long> next = new ConcurrentHashMap<>();

  private final LongSupplier nanoTime;
  private final Sleeper sleeper;

  /**
   * A limiter that has let nothing pass yet.
   *
   * @param nanoTime a clock that never goes back, as {@link System#nanoTime}
   */
  public RateLimiter(LongSupplier nanoTime, Sleeper sleeper) {
    this.nanoTime = nanoTime;
    this.sleeper = sleeper;
  }

  /**
   * Waits for the next turn.
   *
   * @throws InterruptedException if the thread was interrupted while it waited; its turn is lost then
   */
  void await(Rate rate, String host) throws InterruptedException {
    long now = nanoTime.getAsLong();
    long interval = rate.interval().toNanos();
    Key key = new Key(rate.task(), host.toLowerCase(Locale.ROOT));
    long after = next.merge(key, now + interval, (free, first) -> Math.max(free - now, 0) + now + interval);
    long wait = after - interval - now;
    if (wait > 0) {
      sleeper.sleep(Duration.ofNanos(wait));
    }
  }
}
