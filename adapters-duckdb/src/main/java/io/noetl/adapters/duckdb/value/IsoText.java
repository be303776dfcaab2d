package io.noetl.adapters.duckdb.value;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Dates and times as ISO 8601 text that every reader takes: seconds always, a fraction of six digits if there is one (of
 * nine, where microseconds do not hold it), offsets as {@code +00:00}. DuckDB's infinities, which are its greatest and
 * least numbers, are {@code infinity} and {@code -infinity}.
 */
final class IsoText {

  private static final LocalDate LAST_DATE = LocalDate.ofEpochDay(Integer.MAX_VALUE);
  private static final LocalDate FIRST_DATE = LocalDate.ofEpochDay(-Integer.MAX_VALUE);
  private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);
  private static final LocalDateTime LAST_TIME = EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS);
  private static final LocalDateTime FIRST_TIME = EPOCH.plus(-Long.MAX_VALUE, ChronoUnit.MICROS);

  private static final String INFINITY = "infinity";
  private static final int NANOS_PER_MICRO = 1000;

  private IsoText() {}

  static String of(LocalDate date) {
    return date.equals(LAST_DATE) ? INFINITY : date.equals(FIRST_DATE) ? "-" + INFINITY : date.toString();
  }

  static String of(LocalTime time) {
    String text = String.format("%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
    int nanos = time.getNano();
    if (nanos == 0) {
      return text;
    }
    return nanos % NANOS_PER_MICRO == 0
        ? text + String.format(".%06d", nanos / NANOS_PER_MICRO)
        : text + String.format(".%09d", nanos);
  }

  static String of(LocalDateTime time) {
    return time.equals(LAST_TIME)
        ? INFINITY
        : time.equals(FIRST_TIME) ? "-" + INFINITY : time.toLocalDate() + "T" + of(time.toLocalTime());
  }

  static String of(OffsetTime time) {
    return of(time.toLocalTime()) + of(time.getOffset());
  }

  /** A moment, in UTC. */
  static String of(OffsetDateTime time) {
    String text = of(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    return text.endsWith(INFINITY) ? text : text + of(ZoneOffset.UTC);
  }

  private static String of(ZoneOffset offset) {
    return offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId();
  }
}
