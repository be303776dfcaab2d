package io.noetl.domain.task;

import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.FloatValue;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.TextValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a task may take, as its setting {@code timeout} says it: in seconds, or as a text with a unit. */
public final class TaskTimeout {

  private static final BigDecimal YEAR = new BigDecimal(366 * 86_400);

  private static final Pattern TEXT = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*(ms|s|m|h)?");

  private static final Map<String, BigDecimal> SECONDS =
      Map.of("ms", new BigDecimal("0.001"), "s", BigDecimal.ONE, "m", new BigDecimal(60), "h", new BigDecimal(3_600));

  private TaskTimeout() {}

  /** The length of time; empty when the value is none above 0 and up to a year. */
  public static Optional<Duration> of(Value value) {
    BigDecimal seconds =
        switch (value) {
          case IntValue whole -> new BigDecimal(whole.value());
          case FloatValue fraction -> BigDecimal.valueOf(fraction.value());
          case TextValue text -> seconds(text.value().strip());
          case Value other -> BigDecimal.ZERO;
        };
    if (seconds.signum() <= 0 || seconds.compareTo(YEAR) > 0) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos(Math.max(1, seconds.movePointRight(9).longValue())));
  }

  private static BigDecimal seconds(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      return BigDecimal.ZERO;
    }
    String unit = parts.group(2) == null ? "s" : parts.group(2);
    return new BigDecimal(parts.group(1)).multiply(SECONDS.get(unit));
  }

  /** What is wrong with a value that is none. */
  public static String problem(Value value) {
    return "timeout must be seconds or a text such as 500ms, 30s, 5m, 1h, above 0 and at most a year, not "
        + JsonWriter.write(value);
  }
}
