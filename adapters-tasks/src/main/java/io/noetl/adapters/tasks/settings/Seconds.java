package io.noetl.adapters.tasks.settings;

import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.FloatValue;
import io.noetl.domain.value.Value.IntValue;
import java.math.BigDecimal;
import java.time.Duration;

/** Lengths of time in settings: numbers of seconds above 0, at most a year. */
public final class Seconds {

  private static final double YEAR = 366 * 86_400.0;

  private Seconds() {}

  /** The length of time under {@code key}. */
  public static Duration read(String key, Value value) throws SettingException {
    double seconds =
        value instanceof IntValue whole
            ? whole.value()
            : value instanceof FloatValue fraction ? fraction.value() : Double.NaN;
    if (!(seconds > 0 && seconds <= YEAR)) {
      throw new SettingException(
          key, key + " must be a number of seconds above 0 and at most a year, not " + JsonWriter.write(value));
    }
    return Duration.ofNanos(Math.max(1, (long) (seconds * 1e9)));
  }

  /** A length of time as messages show it: {@code 0.3 s}, {@code 30 s}. */
  public static String shown(Duration time) {
    return BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros().toPlainString() + " s";
  }
}
