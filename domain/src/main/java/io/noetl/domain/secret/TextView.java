package io.noetl.domain.secret;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text, or what it says once its percent encoding (RFC 3986) or its backslash escapes are undone, with the places in the
 * original. Which characters an encoder leaves as they are differs from one to the next, and how often one was used is not
 * known, so that undoing it is the only way to know all that it may have written.
 */
final class TextView {

  private final String text;

  /** By character, where it begins in the original, and after the last one where that ends; null for the original. */
  private final int @Nullable [] places;

  private TextView(String text, int @Nullable [] places) {
    this.text = text;
    this.places = places;
  }

  static TextView of(String text) {
    return new TextView(text, null);
  }

  String text() {
    return text;
  }

  /** Where the character at an index begins in the original. */
  int startOf(int index) {
    return places == null ? index : places[index];
  }

  /** Where the character at an index ends in the original. */
  int endOf(int index) {
    return startOf(index + 1);
  }

  /** Whether something in it may be percent encoding. */
  boolean isEncoded() {
    return text.indexOf('%') >= 0 || hasPlus();
  }

  boolean hasPlus() {
    return text.indexOf('+') >= 0;
  }

  /** Whether something in it may be a backslash escape. */
  boolean isEscaped() {
    return text.indexOf('\\') >= 0;
  }

  /** One layer of backslash escapes undone. What is none stays as it is. */
  TextView unescaped() {
    StringBuilder out = new StringBuilder(text.length());
    int[] starts = new int[text.length() + 1];
    int at = 0;
    while (at < text.length()) {
      BackslashEscape escape = BackslashEscape.at(text, at);
      int before = out.length();
      if (escape == null) {
        out.append(text.charAt(at));
      } else {
        out.appendCodePoint(escape.codePoint());
      }
      Arrays.fill(starts, before, out.length(), startOf(at));
      at += escape == null ? 1 : escape.length();
    }
    starts[out.length()] = startOf(text.length());
    return new TextView(out.toString(), Arrays.copyOf(starts, out.length() + 1));
  }

  /**
   * One layer of percent encoding undone. What is none stays as it is.
   *
   * @param plusIsSpace whether {@code +} stands for a space, as in queries and forms
   */
  TextView decoded(boolean plusIsSpace) {
    StringBuilder out = new StringBuilder(text.length());
    int[] starts = new int[text.length() + 1];
    int at = 0;
    while (at < text.length()) {
      int run = encodedBytes(at);
      String decoded = run == 0 ? null : decode(at, run);
      if (decoded == null) {
        starts[out.length()] = startOf(at);
        char c = text.charAt(at);
        out.append(plusIsSpace && c == '+' ? ' ' : c);
        at++;
      } else {
        spread(decoded, at, run, starts, out);
        at += 3 * run;
      }
    }
    starts[out.length()] = startOf(text.length());
    return new TextView(out.toString(), Arrays.copyOf(starts, out.length() + 1));
  }

  /** Each code point begins at the first of its bytes. */
  private void spread(String decoded, int at, int run, int[] starts, StringBuilder out) {
    int place = at;
    for (int i = 0; i < decoded.length(); ) {
      int letter = decoded.codePointAt(i);
      int bytes = letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
      for (char c : Character.toChars(letter)) {
        starts[out.length()] = startOf(Math.min(place, at + 3 * run));
        out.append(c);
      }
      place += 3 * bytes;
      i += Character.charCount(letter);
    }
  }

  /** How many bytes are written as {@code %XX} from there on, without a gap. */
  private int encodedBytes(int at) {
    int bytes = 0;
    while (at + 2 < text.length()
        && text.charAt(at) == '%'
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0) {
      bytes++;
      at += 3;
    }
    return bytes;
  }

  private @Nullable String decode(int at, int run) {
    byte[] bytes = new byte[run];
    for (int i = 0; i < run; i++) {
      int place = at + 3 * i;
      bytes[i] = (byte) (16 * Character.digit(text.charAt(place + 1), 16) + Character.digit(text.charAt(place + 2), 16));
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
