package io.noetl.adapters.cli.terminal;

/** Makes text from anywhere safe and measurable on one line of a terminal. */
public final class LineText {

  private static final String ELLIPSIS = "…";

  /** First and last code points of the ranges whose characters take two columns. */
  private static final int[] WIDE = {
    0x1100, 0x115f, 0x2e80, 0xa4cf, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe30, 0xfe6f, 0xff00, 0xff60, 0x1f300, 0x1faff,
    0x20000, 0x3fffd
  };

  private LineText() {}

  /**
   * The text without what would move the cursor or change the terminal: line breaks and tabs become {@code \n}, {@code
   * \r} and {@code \t}, other control characters {@code \}{@code u001b} and the like.
   */
  public static String of(String text) {
    int first = firstControl(text);
    if (first == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (Character.isISOControl(c) || isDirectional(c)) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.toString();
  }

  /** The text, or its beginning and an ellipsis where it is wider than {@code width} columns. */
  public static String shortened(String text, int width) {
    if (widthOf(text) <= width) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int used = 1;
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      used += widthOf(codePoint);
      if (used > width) {
        break;
      }
      out.appendCodePoint(codePoint);
      at += Character.charCount(codePoint);
    }
    return out + ELLIPSIS;
  }

  /** The columns that a line of text takes. */
  public static int widthOf(String text) {
    int width = 0;
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      width += widthOf(codePoint);
      at += Character.charCount(codePoint);
    }
    return width;
  }

  /** Combining marks take no column, East Asian wide characters and emoji two (Unicode TR 11, by block). */
  private static int widthOf(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  private static boolean isWide(int codePoint) {
    for (int i = 0; i < WIDE.length; i += 2) {
      if (codePoint >= WIDE[i] && codePoint <= WIDE[i + 1]) {
        return true;
      }
    }
    return false;
  }

  private static int firstControl(String text) {
    int at = 0;
    while (at < text.length() && !Character.isISOControl(text.charAt(at)) && !isDirectional(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Bidirectional overrides and isolates, which can make a line read as another. */
  private static boolean isDirectional(char c) {
    return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
  }
}
