package io.noetl.adapters.playbook.template.function;

import java.nio.charset.StandardCharsets;

/** Percent-encoding as Python's {@code urllib.parse.quote} does it. */
final class UrlText {

  private static final String HEX = "0123456789ABCDEF";

  private UrlText() {}

  /** In a query {@code /} is encoded too and a space is {@code +}. */
  static String quoted(String text, boolean query) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = (c < 0x80 && Character.isLetterOrDigit(c)) || "_.-~".indexOf(c) >= 0 || (c == '/' && !query);
      if (plain) {
        out.append(c);
      } else if (c == ' ' && query) {
        out.append('+');
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
      }
    }
    return out.toString();
  }
}
