package io.noetl.domain.secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A text inside base64 (RFC 4648). Base64 writes three bytes as four characters, so a text inside a longer one looks
 * different at each of the three places at which it can begin: shown are the characters that carry bits of the text
 * alone. Those at its borders carry bits of its neighbours too and cannot be told in advance.
 */
final class Base64Forms {

  private Base64Forms() {}

  /**
   * One of the forms.
   *
   * @param text the characters that carry bits of the text alone
   * @param before 1 if the character before them carries some of its bits, else 0
   * @param after 1 if the character after them does, else 0
   */
  record Form(String text, int before, int after) {}

  /** In both alphabets, at each place. */
  static List<Form> of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<Form> forms = new ArrayList<>();
    for (int offset = 0; offset < 3; offset++) {
      byte[] shifted = new byte[offset + bytes.length];
      System.arraycopy(bytes, 0, shifted, offset, bytes.length);
      int first = (8 * offset + 5) / 6;
      int end = 8 * shifted.length / 6;
      int after = 8 * shifted.length % 6 == 0 ? 0 : 1;
      for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
        String encoded = encoder.encodeToString(shifted);
        forms.add(new Form(encoded.substring(first, end), offset == 0 ? 0 : 1, after));
      }
    }
    return forms;
  }
}
