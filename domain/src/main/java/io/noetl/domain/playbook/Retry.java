package io.noetl.domain.playbook;

import io.noetl.domain.template.Position;
import io.noetl.domain.template.TemplateText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a task is tried again. Attempt {@code n + 1} follows attempt {@code n} after {@code delay * backoff ^ (n - 1)},
 * at most {@code maxDelay}, varied by jitter; a server that asks for a longer wait gets it.
 *
 * @param maxAttempts how often the task is tried in all, 1 or more
 * @param delay before the second attempt
 * @param backoff what each further delay is multiplied by, 1 or more
 * @param maxDelay the longest delay
 * @param jitter a fraction from 0 to 1: a delay is varied by up to so much of it, both ways
 * @param when only a failure for which this is true is tried again; null for any
 * @param stopWhen true ends the attempts; a success for which it is false is tried again too. Null leaves the end to
 *     success and {@code maxAttempts}
 */
public record Retry(
    int maxAttempts,
    Duration delay,
    double backoff,
    Duration maxDelay,
    double jitter,
    @Nullable TemplateText when,
    @Nullable TemplateText stopWhen,
    Position position) {

  /** What a delay is where none is written. */
  public static final Duration DELAY = Duration.ofSeconds(1);

  /** What a backoff is where none is written. */
  public static final double BACKOFF = 2;

  /** The longest delay where none is written. */
  public static final Duration MAX_DELAY = Duration.ofSeconds(60);

  public Retry {
    if (maxAttempts < 1 || delay.isNegative() || !(backoff >= 1) || !(jitter >= 0 && jitter <= 1)) {
      throw new IllegalArgumentException(
          "a retry of " + maxAttempts + " attempts, delay " + delay + ", backoff " + backoff + ", jitter " + jitter);
    }
  }

  /** So many attempts, with the delays that are usual. */
  public static Retry attempts(int maxAttempts, Position position) {
    return new Retry(maxAttempts, DELAY, BACKOFF, MAX_DELAY, 0, null, null, position);
  }

  /**
   * The wait between two attempts.
   *
   * @param attempt the attempt that has ended, from 1
   * @param random from 0 (inclusive) to 1 (exclusive), for the jitter
   */
  public Duration delayAfter(int attempt, double random) {
    double longest = maxDelay.toNanos();
    double nanos = Math.min(longest, delay.toNanos() * Math.pow(backoff, attempt - 1.0));
    return Duration.ofNanos((long) (nanos * (1 + jitter * (2 * random - 1))));
  }
}
