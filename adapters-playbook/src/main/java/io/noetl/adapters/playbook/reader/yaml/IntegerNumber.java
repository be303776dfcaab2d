package io.noetl.adapters.playbook.reader.yaml;

import io.noetl.domain.template.Position;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Integers of YAML 1.1, as PyYAML reads them: {@code 0b11}, {@code 017} (octal), {@code 0x1f}, decimals, underscores
 * anywhere between, and {@code 1:30} to the base of 60.
 */
final class IntegerNumber {

  private static final Pattern IMPLICIT =
      Pattern.compile(
          "[-+]?0b[01_]+"
              + "|[-+]?0[0-7_]+"
              + "|[-+]?(?:0|[1-9][0-9_]*)"
              + "|[-+]?0x[0-9a-fA-F_]+");

  private static final Pattern FIRST = Pattern.compile("[-+]?[1-9][0-9_]*");
  private static final Pattern LAST = Pattern.compile("[0-5]?[0-9]");

  private static final BigInteger SIXTY = BigInteger.valueOf(60);

  private IntegerNumber() {}

  static boolean matches(String text) {
    if (text.length() > JsonReader.MAX_DIGITS) {
      return text.chars().allMatch(c -> c == '_' || (c >= '0' && c <= '9'));
    }
    return IMPLICIT.matcher(text).matches() || Sexagesimal.matches(text, FIRST, LAST);
  }

  static Value value(String text, Position position) {
    if (text.length() > JsonReader.MAX_DIGITS) {
      throw new YamlException("an integer of more than " + JsonReader.MAX_DIGITS + " digits", position);
    }
    String digits = text.replace("_", "");
    boolean negative = digits.startsWith("-");
    if (negative || digits.startsWith("+")) {
      digits = digits.substring(1);
    }
    try {
      BigInteger magnitude = magnitude(digits);
      return Value.of(negative ? magnitude.negate() : magnitude);
    } catch (NumberFormatException e) {
      throw new YamlException("'" + text + "' is no integer; quote it if it is text", position);
    }
  }

  private static BigInteger magnitude(String digits) {
    if (digits.startsWith("0b")) {
      return unsigned(digits.substring(2), 2);
    }
    if (digits.startsWith("0x")) {
      return unsigned(digits.substring(2), 16);
    }
    if (digits.startsWith("0")) {
      return unsigned(digits, 8);
    }
    BigInteger sum = BigInteger.ZERO;
    for (String part : digits.split(":", -1)) {
      sum = sum.multiply(SIXTY).add(unsigned(part, 10));
    }
    return sum;
  }

  private static BigInteger unsigned(String digits, int radix) {
    if (digits.startsWith("-") || digits.startsWith("+")) {
      throw new NumberFormatException(digits);
    }
    return new BigInteger(digits, radix);
  }
}
