package io.noetl.adapters.playbook.template.syntax;

/**
 * The escapes of Python string literals (https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences).
 * An unknown escape stays as it is written, backslash included.
 */
final class TextLiteral {

  private final String raw;
  private final int offset;
  private final StringBuilder out;
  private int at;

  private TextLiteral(String raw, int offset) {
    this.raw = raw;
    this.offset = offset;
    this.out = new StringBuilder(raw.length());
  }

  /** The text of a literal without its quotes that begins at {@code offset} of the source. */
  static String unescaped(String raw, int offset) {
    return raw.indexOf('\\') < 0 ? raw : new TextLiteral(raw, offset).run();
  }

  private String run() {
    while (at < raw.length()) {
      char c = raw.charAt(at++);
      if (c == '\\' && at < raw.length()) {
        escape(raw.charAt(at++));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private void escape(char c) {
    switch (c) {
      case '\n' -> {}
      case '\\', '\'', '"' -> out.append(c);
      case 'a' -> out.append('\u0007');
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'v' -> out.append('\u000b');
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
      case 'x' -> hex(2);
      case 'u' -> hex(4);
      case 'U' -> hex(8);
      case 'N' -> named();
      default -> out.append('\\').append(c);
    }
  }

  private void octal() {
    int start = at - 1;
    while (at < raw.length() && at < start + 3 && raw.charAt(at) >= '0' && raw.charAt(at) <= '7') {
      at++;
    }
    out.append((char) Integer.parseInt(raw.substring(start, at), 8));
  }

  private void hex(int digits) {
    int start = at;
    long code = 0;
    while (at < start + digits) {
      int digit = at < raw.length() && raw.charAt(at) < 0x80 ? Character.digit(raw.charAt(at), 16) : -1;
      if (digit < 0) {
        throw new SyntaxException("an escape \\" + raw.charAt(start - 1) + " without its " + digits + " hexadecimal digits",
            offset + start - 2);
      }
      code = code << 4 | digit;
      at++;
    }
    if (code > Character.MAX_CODE_POINT) {
      throw new SyntaxException("an escape beyond the last Unicode character", offset + start - 2);
    }
    out.appendCodePoint((int) code);
  }

  private void named() {
    int close = raw.startsWith("{", at) ? raw.indexOf('}', at) : -1;
    if (close < 0) {
      throw new SyntaxException("an escape \\N without {NAME}", offset + at - 2);
    }
    String name = raw.substring(at + 1, close);
    try {
      out.appendCodePoint(Character.codePointOf(name));
    } catch (IllegalArgumentException unknown) {
      throw new SyntaxException("an unknown Unicode character name '" + name + "'", offset + at - 2);
    }
    at = close + 1;
  }
}
