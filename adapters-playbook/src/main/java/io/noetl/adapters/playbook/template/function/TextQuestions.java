package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.syntax.WhiteSpace;
import io.noetl.adapters.playbook.template.value.PyBool;
import io.noetl.adapters.playbook.template.value.PyText;
import java.util.function.IntPredicate;

/** The methods of {@code str} that tell what kind of characters it has. */
final class TextQuestions {

  private TextQuestions() {}

  static void addTo(MethodTable<PyText> table) {
    table
        .add("isalnum", (r, text, a) -> all(text, c -> Character.isLetter(c) || isNumeric(c)), 0)
        .add("isalpha", (r, text, a) -> all(text, Character::isLetter), 0)
        .add("isascii", (r, text, a) -> PyBool.of(text.value().chars().allMatch(c -> c < 0x80)), 0)
        .add("isdecimal", (r, text, a) -> all(text, Character::isDigit), 0)
        .add("isdigit", (r, text, a) -> all(text, TextQuestions::isDigit), 0)
        .add("isnumeric", (r, text, a) -> all(text, TextQuestions::isNumeric), 0)
        .add("isidentifier", (r, text, a) -> PyBool.of(isIdentifier(text.value())), 0)
        .add("isprintable", (r, text, a) -> PyBool.of(isPrintable(text.value())), 0)
        .add("isspace", (r, text, a) -> all(text, WhiteSpace::is), 0)
        .add("islower", (r, text, a) -> PyBool.of(isLower(text.value())), 0)
        .add("isupper", (r, text, a) -> PyBool.of(isUpper(text.value())), 0)
        .add("istitle", (r, text, a) -> PyBool.of(isTitle(text.value())), 0);
  }

  private static PyBool all(PyText text, IntPredicate predicate) {
    return PyBool.of(!text.value().isEmpty() && text.value().codePoints().allMatch(predicate));
  }

  /** Digits, superscripts included. */
  static boolean isDigit(int c) {
    return Character.isDigit(c)
        || "\u00b2\u00b3\u00b9\u2070".indexOf(c) >= 0
        || (c >= 0x2074 && c <= 0x2079)
        || (c >= 0x2080 && c <= 0x2089)
        || (c >= 0x2460 && c <= 0x2468);
  }

  private static boolean isNumeric(int c) {
    int type = Character.getType(c);
    return type == Character.DECIMAL_DIGIT_NUMBER || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
  }

  static boolean isCased(int c) {
    return Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c);
  }

  private static boolean isIdentifier(String text) {
    return !text.isEmpty()
        && (text.codePointAt(0) == '_' || Character.isUnicodeIdentifierStart(text.codePointAt(0)))
        && text.codePoints().allMatch(c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c));
  }

  private static boolean isPrintable(String text) {
    return text.codePoints().allMatch(c -> switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
          Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    });
  }

  static boolean isLower(String text) {
    return text.codePoints().anyMatch(TextQuestions::isCased)
        && text.codePoints().noneMatch(c -> Character.isUpperCase(c) || Character.isTitleCase(c));
  }

  static boolean isUpper(String text) {
    return text.codePoints().anyMatch(TextQuestions::isCased)
        && text.codePoints().noneMatch(c -> Character.isLowerCase(c) || Character.isTitleCase(c));
  }

  private static boolean isTitle(String text) {
    boolean any = false;
    boolean inside = false;
    for (int c : text.codePoints().toArray()) {
      boolean upper = Character.isUpperCase(c) || Character.isTitleCase(c);
      if (inside ? upper : Character.isLowerCase(c)) {
        return false;
      }
      inside = isCased(c);
      any |= inside;
    }
    return any;
  }
}
