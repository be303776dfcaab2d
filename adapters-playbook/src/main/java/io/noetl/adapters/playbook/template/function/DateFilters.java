package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyUndefined;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * {@code date} and {@code strftime}: ISO 8601 text in another layout. A time without an offset stays without one.
 */
final class DateFilters {

  private static final String PLAIN_SECOND = "0000-00-00T00:00:00";

  private DateFilters() {}

  /** A time, and whether an offset was given; without one the offset is UTC and is not shown. */
  record Moment(OffsetDateTime time, boolean hasOffset) {}

  static void addTo(MethodTable<PyValue> table) {
    table
        .addNamed("date", (r, v, a) -> formatted(r, v, "date", a.text(0, "%Y-%m-%d")), 0, "format")
        .addNamed("strftime", (r, v, a) -> formatted(r, v, "strftime", a.text(0)), 1, "format");
  }

  private static PyValue formatted(Rendering rendering, PyValue value, String filter, String format) {
    if (value instanceof PyUndefined undefined) {
      throw undefined.failure();
    }
    Moment moment = value instanceof PyText text ? parsed(text.value()) : null;
    if (moment == null) {
      String found = value instanceof PyText text ? "'" + text.value() + "'" : value.described();
      throw new EvaluationException("'" + filter + "' needs ISO 8601 text such as 2026-01-31T09:30:00Z, found " + found);
    }
    rendering.steps(format.length());
    return rendering.text(DateFormat.of(moment, format));
  }

  /** The moment of an ISO text: a date, or a date and time with or without seconds, fraction and offset. */
  private static @Nullable Moment parsed(String text) {
    String iso = text.strip().replace(' ', 'T');
    try {
      if (isPlainSecond(iso)) {
        LocalDateTime time = LocalDateTime.of(number(iso, 0, 4), number(iso, 5, 7), number(iso, 8, 10), number(iso, 11, 13),
            number(iso, 14, 16), number(iso, 17, 19));
        return new Moment(time.atOffset(ZoneOffset.UTC), false);
      }
      if (iso.length() <= 10) {
        return new Moment(LocalDate.parse(iso).atStartOfDay().atOffset(ZoneOffset.UTC), false);
      }
      boolean hasOffset = iso.endsWith("Z") || iso.indexOf('+', 10) > 0 || iso.indexOf('-', 10) > 0;
      return hasOffset
          ? new Moment(OffsetDateTime.parse(iso), true)
          : new Moment(LocalDateTime.parse(iso).atOffset(ZoneOffset.UTC), false);
    } catch (DateTimeException invalid) {
      return null;
    }
  }

  /** Whether a text is laid out as {@code 2026-01-31T09:30:00}: the usual case, which needs no general parser. */
  private static boolean isPlainSecond(String iso) {
    if (iso.length() != PLAIN_SECOND.length()) {
      return false;
    }
    for (int i = 0; i < iso.length(); i++) {
      char c = iso.charAt(i);
      char expected = PLAIN_SECOND.charAt(i);
      if (expected == '0' ? c < '0' || c > '9' : c != expected) {
        return false;
      }
    }
    return true;
  }

  private static int number(String digits, int from, int to) {
    return Integer.parseInt(digits, from, to, 10);
  }
}
