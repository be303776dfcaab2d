package io.noetl.adapters.playbook.template.function;

import org.jspecify.annotations.Nullable;

/** Character references back to characters: numeric ones, and the named ones that escaping can have made. */
final class HtmlEntities {

  private HtmlEntities() {}

  static String unescaped(String text) {
    int at = text.indexOf('&');
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (at >= 0) {
      int end = text.indexOf(';', at);
      String character = end < 0 || end - at > 10 ? null : character(text.substring(at + 1, end));
      if (character != null) {
        out.append(text, from, at).append(character);
        from = end + 1;
      }
      at = text.indexOf('&', Math.max(at + 1, from));
    }
    return out.append(text, from, text.length()).toString();
  }

  private static @Nullable String character(String name) {
    return switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      case "nbsp" -> "\u00a0";
      case "copy" -> "\u00a9";
      case "reg" -> "\u00ae";
      case "hellip" -> "\u2026";
      case "mdash" -> "\u2014";
      case "ndash" -> "\u2013";
      default -> name.startsWith("#") ? numbered(name) : null;
    };
  }

  private static @Nullable String numbered(String name) {
    boolean hex = name.length() > 2 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
    String digits = name.substring(hex ? 2 : 1);
    int radix = hex ? 16 : 10;
    if (digits.isEmpty() || !digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0)) {
      return null;
    }
    long code = Long.parseLong(digits, radix);
    return code > 0 && code <= Character.MAX_CODE_POINT ? Character.toString((int) code) : "\ufffd";
  }
}
