package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.syntax.WhiteSpace;
import io.noetl.adapters.playbook.template.value.PyBool;
import io.noetl.adapters.playbook.template.value.PyText;
import java.util.function.IntPredicate;

/** The methods of {@code str} that tell what kind of characters it has. */
final class TextQuestions {

  /** From and to of the digits that are no decimal digits: Unicode's Numeric_Type=Digit. */
  private static final int[] MORE_DIGITS = {
    0xb2, 0xb3, 0xb9, 0xb9, 0x1369, 0x1371, 0x19da, 0x19da, 0x2070, 0x2070, 0x2074, 0x2079, 0x2080, 0x2089, 0x2460, 0x2468,
    0x2474, 0x247c, 0x2488, 0x2490, 0x24ea, 0x24ea, 0x24f5, 0x24fd, 0x24ff, 0x24ff, 0x2776, 0x277e, 0x2780, 0x2788, 0x278a,
    0x2792, 0x10a40, 0x10a43, 0x10e60, 0x10e68, 0x11052, 0x1105a, 0x1f100, 0x1f10a,
  };

  /** The letters that stand for a number: Unicode's Numeric_Type=Numeric among the ideographs. */
  private static final String NUMBER_WORDS = "㐅㒃㠪㭍一七万三九二五亖亿什仟仨伍佰億兆兩八六十千卄卅卌叁参參叄四壱壹幺廾廿弌弍弎弐拾捌柒漆玖百肆萬貮貳贰阡陆陌陸零"
      + "\uf96b\uf973\uf978\uf9b2\uf9d1\uf9d3\uf9fd𠀁𠁤𠃢𠄡𠤪𠦃𠦌𠦜𠫪𠫽𠬙𢎐𢦘𣬛𦉭\ud87e\udc90";

  /** Letters that begin no identifier, for their normal form does not. */
  private static final String NO_BEGIN = "\u037a\u0e33\u0eb3\u2e2f\u309b\u309c\ufc5e\ufc5f\ufc60\ufc61\ufc62\ufc63\ufdfa\ufdfb"
      + "\ufe70\ufe72\ufe74\ufe76\ufe78\ufe7a\ufe7c\ufe7e\uff9e\uff9f";

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

  /** Digits of any kind: superscript, circled and other ones that are no decimal digits included. */
  static boolean isDigit(int c) {
    if (Character.isDigit(c)) {
      return true;
    }
    for (int i = 0; i < MORE_DIGITS.length; i += 2) {
      if (c >= MORE_DIGITS[i] && c <= MORE_DIGITS[i + 1]) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNumeric(int c) {
    int type = Character.getType(c);
    return type == Character.DECIMAL_DIGIT_NUMBER || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER
        || (c > 0x33ff && NUMBER_WORDS.indexOf(c) >= 0);
  }

  static boolean isCased(int c) {
    return Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c);
  }

  private static boolean isIdentifier(String text) {
    if (text.isEmpty()) {
      return false;
    }
    int first = text.codePointAt(0);
    boolean begins = first == '_' || (Character.isUnicodeIdentifierStart(first) && NO_BEGIN.indexOf(first) < 0);
    return begins && text.codePoints().allMatch(TextQuestions::continues);
  }

  private static boolean continues(int c) {
    boolean thai = c == 0xe33 || c == 0xeb3 || c == 0xff9e || c == 0xff9f;
    return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c) && (thai || NO_BEGIN.indexOf(c) < 0);
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
