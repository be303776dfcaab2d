package io.noetl.adapters.playbook.template.regex;

import io.noetl.adapters.playbook.template.value.Rendering;

/** A place in a text. It moves by code points, so it never stands within a surrogate pair. */
final class Cursor {

  /** How many characters looked at in a row make one operation. */
  static final int RUN = 4;

  private final Rendering rendering;
  private final String text;
  private int position;

  Cursor(Rendering rendering, String text) {
    this.rendering = rendering;
    this.text = text;
  }

  int position() {
    return position;
  }

  void moveTo(int offset) {
    position = offset;
  }

  int after(int offset) {
    return offset + Character.charCount(text.codePointAt(offset));
  }

  boolean literal(int c) {
    if (position >= text.length() || text.codePointAt(position) != c) {
      return false;
    }
    position += Character.charCount(c);
    return true;
  }

  boolean character(CharacterTest test) {
    if (position >= text.length()) {
      return false;
    }
    int c = text.codePointAt(position);
    if (!test.accepts(c)) {
      return false;
    }
    position += Character.charCount(c);
    return true;
  }

  boolean atEnd() {
    int left = text.length() - position;
    return left == 0 || (left == 1 && text.charAt(position) == '\n');
  }

  boolean isBoundary(CharacterTest word) {
    boolean before = position > 0 && word.accepts(text.codePointBefore(position));
    boolean after = position < text.length() && word.accepts(text.codePointAt(position));
    return before != after;
  }

  /** Moves over at most {@code max} characters that pass; whether there were {@code min}. */
  boolean runs(CharacterTest test, int min, int max) {
    int count = 0;
    while (count < max && character(test)) {
      count++;
    }
    return count >= min;
  }

  boolean back(int count) {
    for (int i = 0; i < count; i++) {
      if (position == 0) {
        return false;
      }
      position -= Character.charCount(text.codePointBefore(position));
    }
    rendering.steps(count / RUN);
    return true;
  }

  /** Moves over the same text as stands between two offsets. */
  boolean repeats(int start, int to, int comparison) {
    int from = start;
    rendering.steps((to - from) / RUN);
    while (from < to) {
      if (position >= text.length()) {
        return false;
      }
      int expected = text.codePointAt(from);
      int found = text.codePointAt(position);
      if (folded(expected, comparison) != folded(found, comparison)) {
        return false;
      }
      from += Character.charCount(expected);
      position += Character.charCount(found);
    }
    return true;
  }

  private static int folded(int c, int comparison) {
    return switch (comparison) {
      case Program.CASE -> c;
      case Program.NO_CASE -> CaseFolding.lower(c);
      default -> CaseFolding.asciiLower(c);
    };
  }
}
