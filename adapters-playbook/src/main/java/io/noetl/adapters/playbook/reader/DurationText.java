package io.noetl.adapters.playbook.reader;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as playbooks write them: seconds as a number, or a number with a unit: {@code 500ms}, {@code 1.5s}, {@code 2m}, {@code 1h}. */
final class DurationText {

  /** What messages say is allowed. */
  static final String FORM = "seconds, or a text such as 500ms, 30s, 5m, 1h";

  private static final Pattern TEXT = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*(ms|s|m|h)?");

  private static final Map<String, BigDecimal> NANOS =
      Map.of(
          "ms", new BigDecimal("1e6"), "s", new BigDecimal("1e9"), "m", new BigDecimal("60e9"), "h", new BigDecimal("3600e9"));

  private DurationText() {}

  /** The duration, or nothing when the text is none. */
  static Optional<Duration> parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    BigDecimal unit = NANOS.get(parts.group(2) == null ? "s" : parts.group(2));
    return Optional.of(Duration.ofNanos(new BigDecimal(parts.group(1)).multiply(unit).longValue()));
  }
}
