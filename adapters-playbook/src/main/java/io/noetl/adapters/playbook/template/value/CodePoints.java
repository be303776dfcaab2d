package io.noetl.adapters.playbook.template.value;

/** Text by code points, as Python counts; as fast as by code units where no surrogates stand. */
public final class CodePoints {

  private CodePoints() {}

  public static boolean wide(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  public static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** From code point {@code from} to before {@code to}, both within the text. */
  public static String substring(String text, int from, int to) {
    if (!wide(text)) {
      return text.substring(from, to);
    }
    int start = text.offsetByCodePoints(0, from);
    return text.substring(start, text.offsetByCodePoints(start, to - from));
  }

  public static String at(String text, int index) {
    return substring(text, index, index + 1);
  }

  /** The code point index of a code unit offset; -1 stays. */
  public static int index(String text, int offset) {
    return offset <= 0 ? offset : text.codePointCount(0, offset);
  }

  /** Order by code points. */
  public static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean oneIsWide = Character.isSurrogate(x) != Character.isSurrogate(y);
        return oneIsWide ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
