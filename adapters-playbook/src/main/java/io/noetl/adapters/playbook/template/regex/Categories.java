package io.noetl.adapters.playbook.template.regex;

import io.noetl.adapters.playbook.template.regex.Node.Category;

/** {@code \d}, {@code \s} and {@code \w} of text: Unicode's, or ASCII's where the flags say so. */
final class Categories {

  private Categories() {}

  static boolean contains(Category category, int c, boolean ascii) {
    if (ascii && c >= 0x80) {
      return false;
    }
    return switch (category) {
      case DIGIT -> isDigit(c);
      case SPACE -> isSpace(c, ascii);
      case WORD -> isWord(c, ascii);
    };
  }

  private static boolean isDigit(int c) {
    return c < 0x80 ? c >= '0' && c <= '9' : Character.isDigit(c);
  }

  /** White space as {@code str.isspace} has it; the four separators at 0x1c are not ASCII's. */
  private static boolean isSpace(int c, boolean ascii) {
    if (c < 0x80) {
      return c == ' ' || (c >= '\t' && c <= '\r') || (!ascii && c >= 0x1c && c <= 0x1f);
    }
    return c == 0x85 || Character.isSpaceChar(c);
  }

  /** Letters, numbers of every kind, and the underscore. */
  static boolean isWord(int c, boolean ascii) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
    return !ascii && switch (Character.getType(c)) {
      case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER, Character.MODIFIER_LETTER,
          Character.OTHER_LETTER, Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }
}
