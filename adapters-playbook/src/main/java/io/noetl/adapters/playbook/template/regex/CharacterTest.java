package io.noetl.adapters.playbook.template.regex;

/** Decides on one character. */
@FunctionalInterface
interface CharacterTest {

  CharacterTest ANY = c -> true;
  CharacterTest NO_LINE_BREAK = c -> c != '\n';

  boolean accepts(int codePoint);

  /** A character without its case. */
  static CharacterTest ignoringCase(int codePoint, boolean ascii) {
    if (ascii) {
      int lower = CaseFolding.asciiLower(codePoint);
      return c -> CaseFolding.asciiLower(c) == lower;
    }
    int lower = CaseFolding.lower(codePoint);
    int[] variants = CaseFolding.variants(lower);
    return c -> c == lower || contains(variants, c);
  }

  private static boolean contains(int[] characters, int c) {
    for (int each : characters) {
      if (each == c) {
        return true;
      }
    }
    return false;
  }
}
