package io.noetl.adapters.tasks.http;

import io.noetl.adapters.tasks.settings.SettingException;
import io.noetl.adapters.tasks.settings.Suggestion;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Reads {@code auth}: basic (RFC 7617) or bearer (RFC 6750) authorization. Messages never show a credential. */
final class AuthSettings {

  private static final Map<String, List<String>> KEYS =
      Map.of("basic", List.of("type", "username", "password"), "bearer", List.of("type", "token"));

  private AuthSettings() {}

  /** The value of the {@code Authorization} header, empty when nothing is given. */
  static String read(Value value) throws SettingException {
    if (value instanceof NullValue) {
      return "";
    }
    MapValue auth = map(value);
    if (type(auth).equals("bearer")) {
      return "Bearer " + required(auth, "token");
    }
    String username = required(auth, "username");
    if (username.contains(":")) {
      throw problem("auth.username must not have a ':'");
    }
    String password = auth.valueOf("password") instanceof NullValue ? "" : text(auth, "password");
    byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** Checks the keys and the type; entries that are not known yet may be missing. */
  static void check(Value value) throws SettingException {
    if (!(value instanceof NullValue)) {
      type(map(value));
    }
  }

  private static MapValue map(Value value) throws SettingException {
    if (value instanceof MapValue map) {
      return map;
    }
    throw problem("auth must be a map of type, username and password, or of type and token, not " + Value.kindOf(value));
  }

  private static String type(MapValue auth) throws SettingException {
    String type = auth.valueOf("type") instanceof TextValue text ? text.value() : "";
    List<String> keys = KEYS.get(type);
    if (keys == null) {
      throw problem("auth.type must be \"basic\" or \"bearer\", not " + JsonWriter.write(auth.valueOf("type")));
    }
    for (String key : auth.entries().keySet()) {
      if (!keys.contains(key)) {
        String known = String.join(", ", keys);
        String hint = Suggestion.nearest(key, keys).map(near -> "did you mean '" + near + "'?").orElse("known are " + known);
        throw problem("auth: unknown key '" + key + "' for type " + type + "; " + hint);
      }
    }
    return type;
  }

  private static String required(MapValue auth, String key) throws SettingException {
    String text = text(auth, key);
    if (text.isEmpty()) {
      throw problem("auth." + key + " is empty; is the variable that it comes from set?");
    }
    return text;
  }

  /** A text or whole number; white space around it, such as the end of the line of a file, is no part of it. */
  private static String text(MapValue auth, String key) throws SettingException {
    String text =
        switch (auth.valueOf(key)) {
          case TextValue written -> written.value().strip();
          case IntValue number -> Long.toString(number.value());
          case NullValue none -> "";
          case Value other -> throw problem("auth." + key + " must be text, not " + Value.kindOf(other));
        };
    if (key.equals("token")) {
      RequestHeaders.checkValue("auth", "auth.token", text);
    }
    return text;
  }

  private static SettingException problem(String message) {
    return new SettingException("auth", message);
  }
}
