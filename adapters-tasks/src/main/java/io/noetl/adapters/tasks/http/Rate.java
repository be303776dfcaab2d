package io.noetl.adapters.tasks.http;

import io.noetl.adapters.tasks.settings.SettingException;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.TextValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a task may ask one host.
 *
 * @param task tells the tasks of a run apart
 * @param interval from the start of one request to the start of the next
 */
public record Rate(String task, Duration interval) {

  private static final Pattern RATE = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,6})?)\\s*/\\s*([smh])");

  /** Reads {@code 10/s}, {@code 30/m}, {@code 100/h}. */
  static Rate read(String task, Value value) throws SettingException {
    Matcher rate = RATE.matcher(value instanceof TextValue text ? text.value().strip() : "");
    BigDecimal requests = rate.matches() ? new BigDecimal(rate.group(1)) : BigDecimal.ZERO;
    if (requests.signum() <= 0) {
      throw new SettingException(
          "rate",
          "rate must be a number of requests above 0 per second, minute or hour, such as \"10/s\", \"30/m\" or \"100/h\","
              + " not " + JsonWriter.write(value));
    }
    BigDecimal nanoseconds = BigDecimal.valueOf(period(rate.group(2)).toNanos());
    return new Rate(task, Duration.ofNanos(nanoseconds.divide(requests, 0, RoundingMode.CEILING).longValue()));
  }

  private static Duration period(String unit) {
    return unit.equals("s") ? Duration.ofSeconds(1) : unit.equals("m") ? Duration.ofMinutes(1) : Duration.ofHours(1);
  }
}
