package io.noetl.adapters.playbook.template.syntax;

/** What Python's {@code str.isspace} holds for white space. */
public final class WhiteSpace {

  private WhiteSpace() {}

  public static boolean is(int c) {
    if (c <= 0x7f) {
      return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1c && c <= 0x1f);
    }
    return c == 0x85 || Character.isSpaceChar(c);
  }

  /** The text without white space at its ends. */
  public static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && is(text.charAt(from))) {
      from++;
    }
    while (to > from && is(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }
}
