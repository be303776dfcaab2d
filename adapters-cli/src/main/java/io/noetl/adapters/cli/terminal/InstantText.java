package io.noetl.adapters.cli.terminal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as text in UTC (ISO 8601). */
public final class InstantText {

  private static final DateTimeFormatter MICROSECONDS = formatter("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");
  private static final DateTimeFormatter SECONDS = formatter("uuuu-MM-dd HH:mm:ss'Z'");

  private InstantText() {}

  /** {@code 2026-01-31T09:05:00.000001Z}. */
  public static String microseconds(Instant instant) {
    return MICROSECONDS.format(instant);
  }

  /** {@code 2026-01-31 09:05:00Z}. */
  public static String seconds(Instant instant) {
    return SECONDS.format(instant);
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }
}
