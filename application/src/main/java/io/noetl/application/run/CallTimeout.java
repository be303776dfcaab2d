package io.noetl.application.run;

import io.noetl.application.error.InvalidRequestException;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The setting {@code timeout} of a task that calls a playbook: seconds, or a text with a unit. */
final class CallTimeout {

  static final String SETTING = "timeout";

  private static final BigDecimal YEAR_SECONDS = new BigDecimal(31_536_000);
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*(ms|s|m|h)?");

  private CallTimeout() {}

  /**
   * How long the call may take; null when nothing is set.
   *
   * @throws InvalidRequestException if it is no such duration
   */
  static @Nullable Duration of(Value value) {
    if (value instanceof NullValue) {
      return null;
    }
    String written = value instanceof TextValue text ? text.value().strip() : JsonWriter.write(value);
    Matcher parts = DURATION.matcher(written);
    BigDecimal seconds = parts.matches() ? new BigDecimal(parts.group(1)).multiply(unit(parts.group(2))) : BigDecimal.ZERO;
    if (seconds.signum() <= 0 || seconds.compareTo(YEAR_SECONDS) > 0) {
      throw new InvalidRequestException(
          "timeout must be a number of seconds or a text such as 500ms, 30s, 5m, 1h, above 0 and at most a year, not "
              + JsonWriter.write(value),
          "");
    }
    return Duration.ofNanos(Math.max(1, seconds.movePointRight(9).longValue()));
  }

  private static BigDecimal unit(@Nullable String name) {
    return switch (name) {
      case "ms" -> new BigDecimal("0.001");
      case "m" -> new BigDecimal(60);
      case "h" -> new BigDecimal(3600);
      case null, default -> BigDecimal.ONE;
    };
  }
}
