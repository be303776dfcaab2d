package io.noetl.adapters.report.page;

/**
 * Text that stands in Markdown (GitHub's, CommonMark 0.31) as itself: on one line, with every character escaped that could
 * begin markup, end a table's cell, make a link or mention somebody.
 */
final class MarkdownText {

  private static final String ESCAPED = "\\`*_{}[]()#+!|~$";

  private MarkdownText() {}

  static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n', '\r', '\t' -> out.append(' ');
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '@' -> out.append("&#64;");
        default -> escape(c, i > 1 && text.charAt(i - 1) == ':' && c == '/', out);
      }
    }
    return out.toString();
  }

  private static void escape(char c, boolean ofAddress, StringBuilder out) {
    if (ofAddress) {
      out.append("&#47;");
    } else if (ESCAPED.indexOf(c) >= 0) {
      out.append('\\').append(c);
    } else if (Character.isISOControl(c) || isDirectional(c)) {
      out.append(String.format("\\\\u%04x", (int) c));
    } else {
      out.append(c);
    }
  }

  /** Bidirectional overrides and isolates, which can make a line read as another. */
  private static boolean isDirectional(char c) {
    return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
  }
}
