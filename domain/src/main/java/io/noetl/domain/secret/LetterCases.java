package io.noetl.domain.secret;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** A text in the cases that templates can give it. */
final class LetterCases {

  private LetterCases() {}

  /** The text itself first. */
  static Set<String> of(String text) {
    Set<String> cases = new LinkedHashSet<>();
    cases.add(text);
    cases.add(text.toUpperCase(Locale.ROOT));
    cases.add(text.toLowerCase(Locale.ROOT));
    cases.add(capitalized(text));
    cases.add(title(text));
    cases.add(swapped(text));
    return cases;
  }

  private static String capitalized(String text) {
    int first = Character.charCount(text.codePointAt(0));
    return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first).toLowerCase(Locale.ROOT);
  }

  /** A letter after anything but a letter is upper case, every other one lower case. */
  private static String title(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean inside = false;
    for (int at = 0; at < text.length(); ) {
      int letter = text.codePointAt(at);
      String one = Character.toString(letter);
      out.append(inside ? one.toLowerCase(Locale.ROOT) : one.toUpperCase(Locale.ROOT));
      inside = Character.isLetter(letter);
      at += one.length();
    }
    return out.toString();
  }

  private static String swapped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            letter -> {
              String one = Character.toString(letter);
              out.append(Character.isUpperCase(letter) ? one.toLowerCase(Locale.ROOT) : one.toUpperCase(Locale.ROOT));
            });
    return out.toString();
  }
}
