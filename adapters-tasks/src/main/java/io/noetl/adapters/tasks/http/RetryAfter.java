package io.noetl.adapters.tasks.http;

import io.noetl.domain.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** How long a server asks to be left alone: the {@code Retry-After} header (RFC 9110 §10.2.3), seconds or a date. */
final class RetryAfter {

  private RetryAfter() {}

  /** The time from {@code now} on, not below zero; nothing when there is no such header or it says nothing sensible. */
  static Optional<Duration> of(List<Header> headers, Instant now) {
    return Header.first(headers, "retry-after").map(String::strip).flatMap(text -> read(text, now));
  }

  private static Optional<Duration> read(String text, Instant now) {
    if (text.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
      return Optional.of(date.isAfter(now) ? Duration.between(now, date) : Duration.ZERO);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Seconds as a number: whole ones as an integer. */
  static Value seconds(Duration wait) {
    return wait.getNano() == 0
        ? Value.of(wait.getSeconds())
        : Value.of(BigDecimal.valueOf(wait.toMillis(), 3).doubleValue());
  }
}
