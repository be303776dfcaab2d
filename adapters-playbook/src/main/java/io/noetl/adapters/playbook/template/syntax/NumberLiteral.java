package io.noetl.adapters.playbook.template.syntax;

import java.math.BigInteger;

/**
 * A number in a tag: decimal, {@code 0b}, {@code 0o} and {@code 0x} integers and decimal floats, all with underscores
 * between digits. Behind a dot only integers stand ({@code list.0.1}).
 *
 * @param digits the text without underscores
 * @param whole whether it is an integer
 * @param end offset behind it
 */
record NumberLiteral(String digits, boolean whole, int end) {

  /** How many digits a number may have. */
  private static final int MAX_DIGITS = 4_300;

  static NumberLiteral at(String source, int at) {
    NumberLiteral literal = scanned(source, at);
    if (literal.digits.length() > MAX_DIGITS) {
      throw new SyntaxException("a number of more than " + MAX_DIGITS + " digits", at);
    }
    return literal;
  }

  /** The value of an integer token. */
  static BigInteger integer(String digits) {
    if (digits.length() > 2 && digits.charAt(0) == '0' && !isDigit(digits.charAt(1), 10)) {
      return new BigInteger(digits.substring(2), radix(digits.charAt(1)));
    }
    return new BigInteger(digits);
  }

  private static NumberLiteral scanned(String source, int at) {
    if (source.charAt(at) == '0' && at + 1 < source.length()) {
      int radix = radix(source.charAt(at + 1));
      int end = radix == 10 ? at : run(source, at + 1, radix, true);
      if (end > at + 2) {
        return literal(source, at, end, true);
      }
    }
    int whole = run(source, at - 1, 10, false);
    boolean behindDot = at > 0 && source.charAt(at - 1) == '.';
    int end = behindDot ? whole : fraction(source, whole);
    if (end > whole) {
      return literal(source, at, end, false);
    }
    return literal(source, at, source.charAt(at) == '0' ? zeros(source, at) : whole, true);
  }

  private static int fraction(String source, int whole) {
    int end = whole;
    if (end + 1 < source.length() && source.charAt(end) == '.' && isDigit(source.charAt(end + 1), 10)) {
      end = run(source, end, 10, false);
    }
    if (end < source.length() && (source.charAt(end) == 'e' || source.charAt(end) == 'E')) {
      int exponent = end + 1;
      if (exponent < source.length() && (source.charAt(exponent) == '+' || source.charAt(exponent) == '-')) {
        exponent++;
      }
      if (exponent < source.length() && isDigit(source.charAt(exponent), 10)) {
        end = run(source, exponent - 1, 10, false);
      }
    }
    return end;
  }

  /** The offset behind the digits that follow {@code before}, single underscores between them included. */
  private static int run(String source, int before, int radix, boolean leadingUnderscore) {
    int end = before + 1;
    while (end < source.length()) {
      char c = source.charAt(end);
      boolean joins = c == '_' && (end > before + 1 || leadingUnderscore) && end + 1 < source.length()
          && isDigit(source.charAt(end + 1), radix);
      if (!joins && !isDigit(c, radix)) {
        break;
      }
      end++;
    }
    return end;
  }

  private static int zeros(String source, int at) {
    int end = at + 1;
    while (end < source.length() && (source.charAt(end) == '0' || source.startsWith("_0", end))) {
      end += source.charAt(end) == '0' ? 1 : 2;
    }
    return end;
  }

  private static NumberLiteral literal(String source, int from, int end, boolean whole) {
    return new NumberLiteral(source.substring(from, end).replace("_", ""), whole, end);
  }

  private static int radix(char mark) {
    return switch (mark) {
      case 'b', 'B' -> 2;
      case 'o', 'O' -> 8;
      case 'x', 'X' -> 16;
      default -> 10;
    };
  }

  private static boolean isDigit(char c, int radix) {
    return c < 0x80 && Character.digit(c, radix) >= 0;
  }
}
