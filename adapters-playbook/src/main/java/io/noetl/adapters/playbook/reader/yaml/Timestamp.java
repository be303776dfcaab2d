package io.noetl.adapters.playbook.reader.yaml;

import io.noetl.domain.template.Position;
import io.noetl.domain.value.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates and timestamps of YAML 1.1, as the text that {@code date.isoformat()} and {@code datetime.isoformat()} give in
 * Python for what PyYAML reads: {@code 2001-12-14}, {@code 2001-12-14T21:59:43.100000-05:00}.
 */
final class Timestamp {

  private static final Pattern IMPLICIT_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private static final Pattern FULL =
      Pattern.compile(
          "(?<year>[0-9]{4})-(?<month>[0-9][0-9]?)-(?<day>[0-9][0-9]?)"
              + "(?<time>(?:[Tt]|[ \\t]+)(?<hour>[0-9][0-9]?):(?<minute>[0-9]{2}):(?<second>[0-9]{2})"
              + "(?:\\.(?<fraction>[0-9]*))?"
              + "(?:[ \\t]*(?<zone>Z|(?<sign>[-+])(?<zoneHour>[0-9][0-9]?)(?::(?<zoneMinute>[0-9]{2}))?))?)?");

  private static final int MINUTES_OF_DAY = 24 * 60;

  private Timestamp() {}

  static boolean matches(String text) {
    Matcher full = FULL.matcher(text);
    return full.matches() && (full.group("time") != null || IMPLICIT_DATE.matcher(text).matches());
  }

  static Value value(String text, Position position) {
    Matcher parts = FULL.matcher(text);
    if (parts.matches() && number(parts, "year") > 0) {
      try {
        return Value.of(iso(parts));
      } catch (DateTimeException e) {
        throw noDate(text, position);
      }
    }
    throw noDate(text, position);
  }

  private static String iso(Matcher parts) {
    String date = LocalDate.of(number(parts, "year"), number(parts, "month"), number(parts, "day")).toString();
    return parts.group("time") == null ? date : date + "T" + time(parts) + fraction(parts) + zone(parts);
  }

  private static String time(Matcher parts) {
    LocalTime time = LocalTime.of(number(parts, "hour"), number(parts, "minute"), number(parts, "second"));
    return String.format(Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
  }

  /** Six digits, the rest cut off; nothing when all are zero. */
  private static String fraction(Matcher parts) {
    String digits = parts.group("fraction");
    if (digits == null) {
      return "";
    }
    String micros = (digits + "000000").substring(0, 6);
    return micros.equals("000000") ? "" : "." + micros;
  }

  private static String zone(Matcher parts) {
    if (parts.group("zone") == null) {
      return "";
    }
    if (parts.group("sign") == null) {
      return "+00:00";
    }
    int minutes = number(parts, "zoneHour") * 60 + (parts.group("zoneMinute") == null ? 0 : number(parts, "zoneMinute"));
    if (minutes >= MINUTES_OF_DAY) {
      throw new DateTimeException("a zone of a day or more");
    }
    String sign = minutes == 0 ? "+" : parts.group("sign");
    return String.format(Locale.ROOT, "%s%02d:%02d", sign, minutes / 60, minutes % 60);
  }

  private static int number(Matcher parts, String name) {
    return Integer.parseInt(parts.group(name));
  }

  private static YamlException noDate(String text, Position position) {
    return new YamlException("'" + text + "' is no date that exists; quote it if it is text", position);
  }
}
