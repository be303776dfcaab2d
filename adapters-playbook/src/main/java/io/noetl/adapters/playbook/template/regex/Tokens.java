package io.noetl.adapters.playbook.template.regex;

/**
 * A pattern or replacement as Python's {@code re} reads it: code points, a backslash and what follows it being one token.
 * A token is its code point, plus {@link #ESCAPED} behind a backslash, or {@link #END}.
 */
final class Tokens {

  static final int END = -1;
  static final int ESCAPED = 1 << 24;

  private final String source;
  private final int[] codePoints;
  private int index;
  private int next;

  Tokens(String source) {
    this.source = source;
    this.codePoints = source.codePoints().toArray();
    advance();
  }

  private void advance() {
    if (index >= codePoints.length) {
      next = END;
      return;
    }
    int c = codePoints[index++];
    if (c == '\\') {
      if (index >= codePoints.length) {
        throw problem("bad escape (end of pattern)", codePoints.length - 1);
      }
      c = codePoints[index++] | ESCAPED;
    }
    next = c;
  }

  int peek() {
    return next;
  }

  int take() {
    int token = next;
    advance();
    return token;
  }

  boolean accept(int codePoint) {
    if (next != codePoint) {
      return false;
    }
    advance();
    return true;
  }

  static boolean isEscaped(int token) {
    return token >= ESCAPED;
  }

  /** How many code points a token has. */
  static int length(int token) {
    return token == END ? 0 : isEscaped(token) ? 2 : 1;
  }

  static String shown(int token) {
    return isEscaped(token) ? "\\" + Character.toString(token - ESCAPED) : Character.toString(token);
  }

  static boolean isDigit(int token) {
    return token >= '0' && token <= '9';
  }

  static boolean isOctal(int token) {
    return token >= '0' && token <= '7';
  }

  /** At most {@code max} tokens that are digits of a radix. */
  String digits(int max, int radix) {
    StringBuilder taken = new StringBuilder();
    while (taken.length() < max && next >= 0 && next < 0x80 && Character.digit(next, radix) >= 0) {
      taken.append((char) take());
    }
    return taken.toString();
  }

  /** What stands before a terminator, which is taken too; {@code what} names it in errors. */
  String until(int terminator, String what) {
    StringBuilder taken = new StringBuilder();
    while (true) {
      int token = take();
      if (token == END) {
        throw taken.isEmpty() ? error("missing " + what, 0)
            : error("missing " + shown(terminator) + ", unterminated name", length(taken.toString()));
      }
      if (token == terminator) {
        if (taken.isEmpty()) {
          throw error("missing " + what, 1);
        }
        return taken.toString();
      }
      taken.append(shown(token));
    }
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The offset of the next token. */
  int position() {
    return index - length(next);
  }

  void seek(int position) {
    index = position;
    advance();
  }

  /** An error so many code points before the next token. */
  PatternException error(String message, int back) {
    return problem(message, position() - back);
  }

  /** An error at a position; where the text has several lines, with the line and column too. */
  PatternException problem(String message, int position) {
    String text = message + " at position " + position;
    if (source.indexOf('\n') < 0) {
      return new PatternException(text);
    }
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < position; i++) {
      if (codePoints[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new PatternException(text + " (line " + line + ", column " + (position - lineStart + 1) + ")");
  }
}
