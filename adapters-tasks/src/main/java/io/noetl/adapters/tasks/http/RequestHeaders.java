package io.noetl.adapters.tasks.http;

import io.noetl.adapters.tasks.settings.SettingException;
import io.noetl.domain.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code headers} and refuses what cannot be sent (RFC 9110 §5.5). Messages never show a value. */
final class RequestHeaders {

  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** Headers that the connection sets by itself. */
  private static final Set<String> RESERVED = Set.of("connection", "content-length", "expect", "host", "upgrade");

  private RequestHeaders() {}

  static List<Header> read(Value value) throws SettingException {
    List<Header> headers = new ArrayList<>();
    for (Map.Entry<String, String> entry : FieldTexts.read("headers", value)) {
      checkName(entry.getKey());
      String text = entry.getValue().strip();
      checkValue("headers", "headers." + entry.getKey(), text);
      headers.add(new Header(entry.getKey(), text));
    }
    return headers;
  }

  private static void checkName(String name) throws SettingException {
    if (!TOKEN.matcher(name).matches()) {
      throw new SettingException("headers", "headers: '" + name + "' is no valid name of a header");
    }
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw new SettingException("headers", "headers: '" + name + "' is set by the connection itself; leave it out");
    }
  }

  /**
   * Refuses a value that cannot stand in a header; {@code name} is what the message calls it. Java's client sends ASCII
   * alone and a question mark in the place of anything else.
   */
  static void checkValue(String key, String name, String value) throws SettingException {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c >= 0x7f) {
        String shown = String.format(Locale.ROOT, "U+%04X", (int) c);
        throw new SettingException(
            key, name + " has a character that a header cannot carry: " + shown);
      }
    }
  }
}
