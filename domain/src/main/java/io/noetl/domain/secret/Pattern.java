package io.noetl.domain.secret;

/**
 * One of the forms in which a secret may stand in a text.
 *
 * @param folded its characters in the fold of {@link #fold(char)}, at least {@value #LEAST}
 * @param before how many characters before it carry some of the secret too
 * @param after how many characters after it do
 * @param name the secret's name
 */
record Pattern(String folded, int before, int after, String name) {

  /** How many characters every pattern has at least. */
  static final int LEAST = 6;

  private static final char[] ASCII = new char[128];

  static {
    for (char c = 0; c < ASCII.length; c++) {
      ASCII[c] = Character.toLowerCase(Character.toUpperCase(c));
    }
  }

  static Pattern of(String text, String name) {
    return new Pattern(folded(text), 0, 0, name);
  }

  /** The same character for all cases of a letter, as {@link String#equalsIgnoreCase} takes them for equal. */
  static char fold(char c) {
    return c < ASCII.length ? ASCII[c] : Character.toLowerCase(Character.toUpperCase(c));
  }

  static String folded(String text) {
    char[] folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = fold(folded[i]);
    }
    return new String(folded);
  }

  /** Whether a text has it at that place. */
  boolean isAt(String text, int start) {
    if (start + folded.length() > text.length()) {
      return false;
    }
    for (int i = 0; i < folded.length(); i++) {
      if (fold(text.charAt(start + i)) != folded.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
