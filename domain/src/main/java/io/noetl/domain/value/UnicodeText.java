package io.noetl.domain.value;

/**
 * Text that UTF-8 can hold. A lone surrogate is no character: UTF-8 has no form for it, and strict JSON parsers refuse one
 * even as an escape. Each becomes U+FFFD, the replacement character.
 */
public final class UnicodeText {

  private static final char REPLACEMENT = '\ufffd';

  private UnicodeText() {}

  /** {@code text} with each lone surrogate replaced; the same object if there is none. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return replaceLoneSurrogates(text, i);
      }
    }
    return text;
  }

  private static String replaceLoneSurrogates(String text, int from) {
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        out.append(c);
      } else if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
        out.append(c).append(text.charAt(++i));
      } else {
        out.append(REPLACEMENT);
      }
    }
    return out.toString();
  }
}
