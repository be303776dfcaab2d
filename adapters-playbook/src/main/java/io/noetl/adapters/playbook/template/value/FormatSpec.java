package io.noetl.adapters.playbook.template.value;

/**
 * How one number or string is laid out, for both {@code %} and {@code format()}.
 *
 * @param fill the code point that fills up to the width
 * @param align {@code <}, {@code >}, {@code ^}, {@code =} (between sign and digits), or 0 for what the type is used to
 * @param sign {@code +}, space, or {@code -} for a sign on negative numbers only
 * @param alternate whether {@code #} was given: prefixes such as {@code 0x}, points that stay
 * @param grouping {@code ,} or {@code _} between groups of digits, or 0
 * @param precision digits or characters, or -1
 * @param type the letter of the presentation, or 0
 */
public record FormatSpec(
    int fill, char align, char sign, boolean alternate, int width, char grouping, int precision, char type) {

  public static final FormatSpec PLAIN = new FormatSpec(' ', '\0', '-', false, 0, '\0', -1, '\0');

  /** A width or precision from its digits. */
  static int count(String digits) {
    if (digits.length() > 9) {
      throw new EvaluationException("a width or precision of " + digits + " is too large");
    }
    return Integer.parseInt(digits);
  }

  /** Reads {@code [[fill]align][sign][#][0][width][grouping][.precision][type]}. */
  public static FormatSpec parse(String text) {
    return text.isEmpty() ? PLAIN : new SpecReader(text).read();
  }

  FormatSpec as(char otherType) {
    return new FormatSpec(fill, align, sign, alternate, width, grouping, precision, otherType);
  }

  /** Fills a text up to the width; {@code used} is the align that counts when none was given. */
  String padded(Rendering rendering, String prefix, String body, char used) {
    int length = CodePoints.length(prefix) + CodePoints.length(body);
    if (length >= width) {
      return prefix + body;
    }
    rendering.characters(width);
    int missing = width - length;
    String filler = Character.toString(fill);
    return switch (align == 0 ? used : align) {
      case '<' -> prefix + body + filler.repeat(missing);
      case '^' -> filler.repeat(missing / 2) + prefix + body + filler.repeat(missing - missing / 2);
      case '=' -> prefix + filler.repeat(missing) + body;
      default -> filler.repeat(missing) + prefix + body;
    };
  }

  /** Reads one specification. */
  private static final class SpecReader {
    private final String text;
    private int at;

    SpecReader(String text) {
      this.text = text;
    }

    FormatSpec read() {
      int fill = ' ';
      char align = '\0';
      int first = text.codePointAt(0);
      int width0 = Character.charCount(first);
      if (text.length() > width0 && isAlign(text.charAt(width0))) {
        fill = first;
        align = text.charAt(width0);
        at = width0 + 1;
      } else if (isAlign(text.charAt(0))) {
        align = text.charAt(at++);
      }
      char sign = accept("+- ");
      boolean alternate = accept("#") != 0;
      if (accept("0") != 0 && align == 0) {
        fill = '0';
        align = '=';
      }
      String width = digits();
      char grouping = accept(",_");
      int precision = accept(".") == 0 ? -1 : count(required(digits()));
      char type = at < text.length() ? text.charAt(at++) : '\0';
      if (at < text.length()) {
        throw invalid();
      }
      int columns = width.isEmpty() ? 0 : count(width);
      return new FormatSpec(fill, align, sign == 0 ? '-' : sign, alternate, columns, grouping, precision, type);
    }

    private static boolean isAlign(char c) {
      return c == '<' || c == '>' || c == '^' || c == '=';
    }

    private char accept(String choices) {
      return at < text.length() && choices.indexOf(text.charAt(at)) >= 0 ? text.charAt(at++) : '\0';
    }

    private String digits() {
      int start = at;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        at++;
      }
      return text.substring(start, at);
    }

    private String required(String digits) {
      if (digits.isEmpty()) {
        throw invalid();
      }
      return digits;
    }

    private EvaluationException invalid() {
      return new EvaluationException("invalid format specification '" + text + "'");
    }
  }
}
