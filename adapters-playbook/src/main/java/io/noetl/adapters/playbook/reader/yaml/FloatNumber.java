package io.noetl.adapters.playbook.reader.yaml;

import io.noetl.domain.template.Position;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Floating point numbers of YAML 1.1, as PyYAML reads them: a point is needed and the exponent needs its sign, so that
 * {@code 1.0e+3} is a number and {@code 1e3} a text; {@code 1:30.5} is to the base of 60. Infinities and NaN are no JSON.
 */
final class FloatNumber {

  private static final Pattern IMPLICIT =
      Pattern.compile(
          "[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?"
              + "|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
              + "|[-+]?\\.(?:inf|Inf|INF)"
              + "|\\.(?:nan|NaN|NAN)");

  private static final Pattern FIRST = Pattern.compile("[-+]?[0-9][0-9_]*");
  private static final Pattern LAST = Pattern.compile("[0-5]?[0-9]\\.[0-9_]*");

  /** What Python's {@code float()} takes, spelled-out names aside. */
  private static final Pattern DECIMAL = Pattern.compile("(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");

  private FloatNumber() {}

  static boolean matches(String text) {
    return text.length() <= JsonReader.MAX_DIGITS
        && (IMPLICIT.matcher(text).matches() || Sexagesimal.matches(text, FIRST, LAST));
  }

  static Value value(String text, Position position) {
    String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
    boolean negative = digits.startsWith("-");
    if (negative || digits.startsWith("+")) {
      digits = digits.substring(1);
    }
    double magnitude = 0;
    for (String part : digits.split(":", -1)) {
      magnitude = magnitude * 60 + decimal(part, text, position);
    }
    if (Double.isInfinite(magnitude)) {
      throw noJson(text, position);
    }
    return Value.of(negative ? -magnitude : magnitude);
  }

  private static double decimal(String part, String text, Position position) {
    if (part.equals(".inf") || part.equals(".nan")) {
      throw noJson(text, position);
    }
    if (!DECIMAL.matcher(part).matches()) {
      throw new YamlException("'" + text + "' is no number; quote it if it is text", position);
    }
    return Double.parseDouble(part);
  }

  private static YamlException noJson(String text, Position position) {
    return new YamlException("'" + text + "' is no JSON number; quote it if it is text", position);
  }
}
