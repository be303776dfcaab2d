package io.noetl.adapters.playbook.reader.yaml;

import java.util.regex.Pattern;

/**
 * Recognizes numbers to the base of 60, such as {@code 190:20:30}, part by part: a text may hold thousands of them.
 */
final class Sexagesimal {

  private static final Pattern DIGIT = Pattern.compile("[0-5]?[0-9]");

  private Sexagesimal() {}

  /**
   * Whether the text is two or more parts, of which the first and the last match their patterns and the others are below
   * 60.
   */
  static boolean matches(String text, Pattern first, Pattern last) {
    String[] parts = text.split(":", -1);
    if (parts.length < 2 || !first.matcher(parts[0]).matches()) {
      return false;
    }
    for (int i = 1; i < parts.length - 1; i++) {
      if (!DIGIT.matcher(parts[i]).matches()) {
        return false;
      }
    }
    return last.matcher(parts[parts.length - 1]).matches();
  }
}
