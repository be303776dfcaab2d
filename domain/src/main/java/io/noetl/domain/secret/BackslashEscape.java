package io.noetl.domain.secret;

import org.jspecify.annotations.Nullable;

/**
 * A character that is written with a backslash, as JSON (RFC 8259) and Python's literals have it. Letters count in any case,
 * because a template may have changed it.
 *
 * @param length how many characters it takes in the text
 * @param codePoint what it stands for
 */
record BackslashEscape(int length, int codePoint) {

  private static final String LETTERS = "ntrbf";
  private static final String CONTROLS = "\n\t\r\b\f";

  /** The one that begins there; null if none does. */
  static @Nullable BackslashEscape at(String text, int at) {
    if (text.charAt(at) != '\\' || at + 1 == text.length()) {
      return null;
    }
    char kind = text.charAt(at + 1);
    return switch (kind) {
      case '"', '\'', '\\', '/' -> new BackslashEscape(2, kind);
      case 'x', 'X' -> numbered(text, at, 2);
      case 'u' -> numbered(text, at, 4);
      case 'U' -> wide(text, at);
      default -> control(kind);
    };
  }

  private static @Nullable BackslashEscape control(char letter) {
    int place = LETTERS.indexOf(Character.toLowerCase(letter));
    return place < 0 ? null : new BackslashEscape(2, CONTROLS.charAt(place));
  }

  /** Eight digits in Python; four where an upper case came over JSON. */
  private static @Nullable BackslashEscape wide(String text, int at) {
    BackslashEscape eight = numbered(text, at, 8);
    return eight != null && Character.isValidCodePoint(eight.codePoint) ? eight : numbered(text, at, 4);
  }

  private static @Nullable BackslashEscape numbered(String text, int at, int digits) {
    int end = at + 2 + digits;
    if (end > text.length()) {
      return null;
    }
    int number = 0;
    for (int i = at + 2; i < end; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return null;
      }
      number = 16 * number + digit;
    }
    return new BackslashEscape(2 + digits, number);
  }
}
