package io.noetl.application.store;

import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;

/**
 * The text that stores keep. UTF-8 cannot hold a lone surrogate, and strict JSON parsers refuse one even as an escape:
 * each becomes U+FFFD, the replacement character.
 */
public final class StoredText {

  private static final char REPLACEMENT = '\ufffd';

  private StoredText() {}

  /** {@code text} with each lone surrogate replaced; the same object if there is none. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return replaceLoneSurrogates(text, i);
      }
    }
    return text;
  }

  /** {@code value} as compact JSON text, with each lone surrogate replaced. */
  public static String of(Value value) {
    String json = JsonWriter.write(value);
    return json.contains("\\ud") ? replaceSurrogateEscapes(json) : json;
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

  /**
   * The writer of JSON escapes surrogates only where they are lone, as a backslash, a {@code u} and four lower-case
   * digits; a backslash that is data stands doubled.
   */
  private static String replaceSurrogateEscapes(String json) {
    StringBuilder out = new StringBuilder(json.length());
    int i = 0;
    while (i < json.length()) {
      char c = json.charAt(i);
      if (c != '\\') {
        out.append(c);
        i++;
      } else if (isSurrogateEscape(json, i)) {
        out.append(REPLACEMENT);
        i += 6;
      } else {
        out.append(c).append(json.charAt(i + 1));
        i += 2;
      }
    }
    return out.toString();
  }

  private static boolean isSurrogateEscape(String json, int backslash) {
    return json.startsWith("ud", backslash + 1) && json.charAt(backslash + 3) >= '8';
  }
}
