package io.noetl.adapters.playbook.template.value;

/** {@code repr} of strings and byte strings. */
public final class TextRepresentation {

  private static final String HEX = "0123456789abcdef";

  private TextRepresentation() {}

  public static String of(String text) {
    StringBuilder out = new StringBuilder();
    append(out, text);
    return out.toString();
  }

  static void append(StringBuilder out, String text) {
    char quote = quote(text);
    out.append(quote);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == quote || c == '\\') {
        out.append('\\').append((char) c);
      } else if ((c >= ' ' && c < 0x7f) || (c > 0x7f && isPrintable(c))) {
        out.appendCodePoint(c);
      } else {
        escape(out, c);
      }
    }
    out.append(quote);
  }

  static void appendBytes(StringBuilder out, String latin1) {
    char quote = quote(latin1);
    out.append('b').append(quote);
    for (int i = 0; i < latin1.length(); i++) {
      char c = latin1.charAt(i);
      if (c == quote || c == '\\') {
        out.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7f) {
        out.append(c);
      } else {
        escape(out, c);
      }
    }
    out.append(quote);
  }

  private static char quote(String text) {
    return text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
  }

  /** Whether Python prints a character as itself: letters, marks, numbers, punctuation and symbols. */
  static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
          Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }

  static void appendAscii(StringBuilder out, int c) {
    if (c < 0x80) {
      out.append((char) c);
    } else {
      escape(out, c);
    }
  }

  private static void escape(StringBuilder out, int c) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        int digits = c > 0xffff ? 8 : c > 0xff ? 4 : 2;
        out.append('\\').append(digits == 8 ? 'U' : digits == 4 ? 'u' : 'x');
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
          out.append(HEX.charAt(c >> shift & 0xf));
        }
      }
    }
  }
}
