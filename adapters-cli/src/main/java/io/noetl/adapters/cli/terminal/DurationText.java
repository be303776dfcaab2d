package io.noetl.adapters.cli.terminal;

import java.time.Duration;
import java.util.Locale;

/** Durations for people: {@code 0.012 s}, {@code 12.3 s}, {@code 2 min 03 s}, {@code 1 h 05 min}. */
public final class DurationText {

  private DurationText() {}

  /** A duration in seconds. */
  public static String of(double seconds) {
    if (seconds < 9.9995) {
      return String.format(Locale.ROOT, "%.3f s", Math.max(0, seconds));
    }
    if (seconds < 59.95) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    if (whole < 3600) {
      return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
    }
    return String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole % 3600 / 60);
  }

  /** A time that is running: {@code 0.4 s}, {@code 12.3 s}, {@code 2 min 03 s}. */
  public static String running(Duration elapsed) {
    double seconds = elapsed.toMillis() / 1e3;
    return seconds < 9.95 ? String.format(Locale.ROOT, "%.1f s", Math.max(0, seconds)) : of(seconds);
  }
}
