package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.function.DateFilters.Moment;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * The directives of {@code strftime} with English names, after
 * https://docs.python.org/3/library/datetime.html#format-codes.
 */
final class DateFormat {

  private DateFormat() {}

  static String of(Moment moment, String format) {
    StringBuilder out = new StringBuilder(format.length() + 16);
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == format.length()) {
        out.append(c);
      } else if (format.charAt(i + 1) == '-' && i + 2 < format.length()) {
        i += 2;
        unpadded(moment, format.charAt(i), out);
      } else {
        directive(moment, format.charAt(++i), out);
      }
    }
    return out.toString();
  }

  /** {@code %-d}: without zeros and blanks before it. */
  private static void unpadded(Moment moment, char directive, StringBuilder out) {
    int begin = out.length();
    directive(moment, directive, out);
    while (out.length() > begin + 1 && (out.charAt(begin) == '0' || out.charAt(begin) == ' ')) {
      out.deleteCharAt(begin);
    }
  }

  private static void directive(Moment moment, char directive, StringBuilder out) {
    OffsetDateTime time = moment.time();
    switch (directive) {
      case 'Y' -> digits(time.getYear(), 4, out);
      case 'y' -> digits(time.getYear() % 100, 2, out);
      case 'm' -> digits(time.getMonthValue(), 2, out);
      case 'd' -> digits(time.getDayOfMonth(), 2, out);
      case 'H' -> digits(time.getHour(), 2, out);
      case 'I' -> digits((time.getHour() + 11) % 12 + 1, 2, out);
      case 'M' -> digits(time.getMinute(), 2, out);
      case 'S' -> digits(time.getSecond(), 2, out);
      case 'f' -> digits(time.getNano() / 1_000, 6, out);
      case 'j' -> digits(time.getDayOfYear(), 3, out);
      case 's' -> out.append(time.toEpochSecond());
      default -> out.append(named(moment, directive));
    }
  }

  private static String named(Moment moment, char directive) {
    OffsetDateTime time = moment.time();
    return switch (directive) {
      case 'a' -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case 'A' -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case 'b', 'h' -> time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case 'B' -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case 'P' -> time.getHour() < 12 ? "am" : "pm";
      case 'C' -> digits(time.getYear() / 100, 2);
      case 'k' -> String.format(Locale.ROOT, "%2d", time.getHour());
      case 'l' -> String.format(Locale.ROOT, "%2d", (time.getHour() + 11) % 12 + 1);
      case 'p' -> time.getHour() < 12 ? "AM" : "PM";
      case 'e' -> String.format(Locale.ROOT, "%2d", time.getDayOfMonth());
      case 'u' -> Integer.toString(time.getDayOfWeek().getValue());
      case 'w' -> Integer.toString(time.getDayOfWeek().getValue() % 7);
      case 'G' -> digits(time.get(IsoFields.WEEK_BASED_YEAR), 4);
      case 'V' -> digits(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2);
      case 'U' -> digits((time.getDayOfYear() + 6 - time.getDayOfWeek().getValue() % 7) / 7, 2);
      case 'W' -> digits((time.getDayOfYear() + 6 - (time.getDayOfWeek().getValue() + 6) % 7) / 7, 2);
      case 'z' -> moment.hasOffset() ? offset(time.getOffset()) : "";
      case 'Z' -> !moment.hasOffset() ? "" : time.getOffset().equals(ZoneOffset.UTC) ? "UTC" : "UTC" + time.getOffset();
      default -> combined(moment, directive);
    };
  }

  private static String combined(Moment moment, char directive) {
    return switch (directive) {
      case 'F' -> of(moment, "%Y-%m-%d");
      case 'T', 'X' -> of(moment, "%H:%M:%S");
      case 'D', 'x' -> of(moment, "%m/%d/%y");
      case 'R' -> of(moment, "%H:%M");
      case 'c' -> of(moment, "%a %b %e %H:%M:%S %Y");
      case 'n' -> "\n";
      case 't' -> "\t";
      case '%' -> "%";
      default -> throw new EvaluationException("unknown directive '%" + directive + "' in a date format");
    };
  }

  private static String offset(ZoneOffset offset) {
    int minutes = Math.abs(offset.getTotalSeconds()) / 60;
    return (offset.getTotalSeconds() < 0 ? "-" : "+") + digits(minutes / 60, 2) + digits(minutes % 60, 2);
  }

  private static String digits(int value, int width) {
    StringBuilder out = new StringBuilder(width);
    digits(value, width, out);
    return out.toString();
  }

  private static void digits(int value, int width, StringBuilder out) {
    int bound = 10;
    for (int length = 1; length < width; length++) {
      bound *= 10;
    }
    for (bound /= 10; bound > 1 && value < bound; bound /= 10) {
      out.append('0');
    }
    out.append(value);
  }
}
