package io.noetl.adapters.playbook.template.function;

import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The case of letters as Python's {@code str} has it: the full mappings of Unicode, which may yield several characters
 * for one, with the final sigma told by the letters around it.
 */
final class LetterCase {

  private static final int SIGMA = 0x3a3;
  private static final int PIECE = 512;

  /** What is case-ignorable beside marks, modifiers and format characters: punctuation inside words. */
  private static final String INSIDE_WORDS =
      "'.:\u00b7\u0387\u055f\u05f4\u2018\u2019\u2024\u2027\ufe13\ufe52\ufe55\uff07\uff0e\uff1a";

  private LetterCase() {}

  static String upper(String text) {
    return text.length() <= PIECE ? text.toUpperCase(Locale.ROOT) : inPieces(text, piece -> piece.toUpperCase(Locale.ROOT));
  }

  /** Java takes the square of the length for texts whose letters become several; what stands around them is no matter. */
  private static String inPieces(String text, UnaryOperator<String> change) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = Math.min(at + PIECE, text.length());
      end -= end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
      out.append(change.apply(text.substring(at, end)));
      at = end;
    }
    return out.toString();
  }

  /** Lower case where no sigma is. */
  private static String lowered(String text) {
    return text.length() <= PIECE ? text.toLowerCase(Locale.ROOT) : inPieces(text, piece -> piece.toLowerCase(Locale.ROOT));
  }

  static String lower(String text) {
    return lower(text, 0, text.length());
  }

  /** A part of a text in lower case: what stands around it decides about a sigma at its ends. */
  static String lower(String text, int from, int to) {
    String part = text.substring(from, to);
    if (part.indexOf(SIGMA) < 0) {
      return lowered(part);
    }
    StringBuilder out = new StringBuilder(part.length());
    int done = from;
    for (int at = text.indexOf(SIGMA, from); at >= 0 && at < to; at = text.indexOf(SIGMA, done)) {
      out.append(lowered(text.substring(done, at))).append(isFinal(text, at) ? 'ς' : 'σ');
      done = at + 1;
    }
    return out.append(lowered(text.substring(done, to))).toString();
  }

  private static boolean isFinal(String text, int sigma) {
    int before = sigma;
    while (before > 0 && isIgnorable(text.codePointBefore(before))) {
      before -= Character.charCount(text.codePointBefore(before));
    }
    if (before == 0 || !TextQuestions.isCased(text.codePointBefore(before))) {
      return false;
    }
    int behind = sigma + 1;
    while (behind < text.length() && isIgnorable(text.codePointAt(behind))) {
      behind += Character.charCount(text.codePointAt(behind));
    }
    return behind == text.length() || !TextQuestions.isCased(text.codePointAt(behind));
  }

  private static boolean isIgnorable(int c) {
    return INSIDE_WORDS.indexOf(c) >= 0 || switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT, Character.MODIFIER_LETTER,
          Character.MODIFIER_SYMBOL -> true;
      default -> false;
    };
  }

  /** One character in title case. */
  static String title(int c) {
    int simple = Character.toTitleCase(c);
    if (simple != c || Character.isTitleCase(c) || Character.toUpperCase(c) != c) {
      return Character.toString(simple);
    }
    String upper = upper(Character.toString(c));
    int first = Character.charCount(upper.codePointAt(0));
    if (first == upper.length() || c == 'ŉ') {
      return upper;
    }
    if (c >= 0x1f80 && c <= 0x1fff && upper.endsWith("Ι")) { // the iota is written below the capital
      return upper.substring(0, upper.length() - 1) + "\u0345";
    }
    return upper.substring(0, first) + upper.substring(first).toLowerCase(Locale.ROOT);
  }

  static String capitalized(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.codePointAt(0);
    return title(first) + lower(text, Character.charCount(first), text.length());
  }

  /** Title case as {@code str.title}: the first letter of each run of letters. */
  static String titled(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean inside = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int end = i + Character.charCount(c);
      out.append(inside ? lower(text, i, end) : title(c));
      inside = TextQuestions.isCased(c);
      i = end;
    }
    return out.toString();
  }

  static String swapped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int end = i + Character.charCount(c);
      String letter = text.substring(i, end);
      out.append(Character.isUpperCase(c) ? lower(text, i, end) : Character.isLowerCase(c) ? upper(letter) : letter);
      i = end;
    }
    return out.toString();
  }

  /** Case folded: what two texts that differ only in case have in common. */
  static String folded(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> folded(out, c));
    return out.toString();
  }

  private static void folded(StringBuilder out, int c) {
    if (c >= 0xab70 && c <= 0xabbf) { // Cherokee folds to its capitals
      out.appendCodePoint(c - 0xab70 + 0x13a0);
    } else if (c >= 0x13f8 && c <= 0x13fd) {
      out.appendCodePoint(c - 8);
    } else if ((c >= 0x13a0 && c <= 0x13f5) || c == 'ı') {
      out.appendCodePoint(c);
    } else if (c == 'ẞ') {
      out.append("ss");
    } else {
      upper(Character.toString(c)).codePoints().forEach(up -> out.append(Character.toString(up).toLowerCase(Locale.ROOT)));
    }
  }
}
