package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.syntax.WhiteSpace;
import io.noetl.adapters.playbook.template.value.PyInteger;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers from text as Python's {@code int(text, base)} and {@code float(text)} read them; null for what they refuse. */
final class NumberText {

  private static final int MAX_DIGITS = 4_300;

  private NumberText() {}

  static @Nullable PyInteger integer(String text, int base) {
    if (base != 0 && (base < 2 || base > 36)) {
      return null;
    }
    String trimmed = WhiteSpace.stripped(text);
    boolean negative = trimmed.startsWith("-");
    String digits = negative || trimmed.startsWith("+") ? trimmed.substring(1) : trimmed;
    int prefix = prefixBase(digits);
    int radix = base == 0 ? (prefix == 0 ? 10 : prefix) : base;
    if (prefix != 0 && prefix == radix) {
      digits = digits.substring(digits.startsWith("_", 2) ? 3 : 2);
    } else if (base == 0 && digits.length() > 1 && digits.startsWith("0") && !digits.replace("_", "").matches("0+")) {
      return null;
    }
    String plain = plainDigits(digits, radix);
    if (plain == null || plain.length() > MAX_DIGITS) {
      return null;
    }
    BigInteger value = plain.length() < 12 ? BigInteger.valueOf(Long.parseLong(plain, radix)) : new BigInteger(plain, radix);
    return PyInteger.of(negative ? value.negate() : value);
  }

  private static int prefixBase(String digits) {
    if (digits.length() < 3 || digits.charAt(0) != '0') {
      return 0;
    }
    return switch (digits.charAt(1)) {
      case 'x', 'X' -> 16;
      case 'o', 'O' -> 8;
      case 'b', 'B' -> 2;
      default -> 0;
    };
  }

  /** The digits without single underscores between them, or null when anything else stands there. */
  private static @Nullable String plainDigits(String digits, int radix) {
    StringBuilder out = new StringBuilder(digits.length());
    boolean separated = true;
    for (int i = 0; i < digits.length(); ) {
      int c = digits.codePointAt(i);
      i += Character.charCount(c);
      if (c == '_' && !separated) {
        separated = true;
      } else if (Character.digit(c, radix) >= 0 && (c < 0x80 || Character.isDigit(c))) {
        out.append(Character.forDigit(Character.digit(c, radix), radix));
        separated = false;
      } else {
        return null;
      }
    }
    return separated ? null : out.toString();
  }

  static @Nullable Double number(String text) {
    String trimmed = WhiteSpace.stripped(text);
    int at = trimmed.startsWith("-") || trimmed.startsWith("+") ? 1 : 0;
    double sign = trimmed.startsWith("-") ? -1 : 1;
    switch (trimmed.substring(at).toLowerCase(Locale.ROOT)) {
      case "inf", "infinity" -> {
        return sign * Double.POSITIVE_INFINITY;
      }
      case "nan" -> {
        return Double.NaN;
      }
      default -> {}
    }
    String plain = decimal(trimmed, at);
    return plain == null ? null : Double.valueOf(sign * Double.parseDouble(plain));
  }

  /** {@code digits[.digits][e[+-]digits]} from an offset, without underscores between digits; null for all else. */
  private static @Nullable String decimal(String text, int from) {
    StringBuilder out = new StringBuilder(text.length());
    int at = digits(text, from, out);
    boolean any = at > from;
    if (at < text.length() && text.charAt(at) == '.') {
      out.append('.');
      int end = digits(text, at + 1, out);
      any |= end > at + 1;
      at = end;
    }
    if (any && at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      out.append('e');
      at++;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        out.append(text.charAt(at++));
      }
      int end = digits(text, at, out);
      any = end > at;
      at = end;
    }
    return any && at == text.length() ? out.toString() : null;
  }

  private static int digits(String text, int from, StringBuilder out) {
    int at = from;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      boolean joins = c == '_' && at > from && at + 1 < text.length() && Character.isDigit(text.codePointAt(at + 1));
      if (!joins && !Character.isDigit(c)) {
        break;
      }
      if (!joins) {
        out.append((char) ('0' + Character.digit(c, 10)));
      }
      at += Character.charCount(c);
    }
    return at;
  }
}
