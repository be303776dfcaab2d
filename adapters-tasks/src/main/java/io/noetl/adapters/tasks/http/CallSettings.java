package io.noetl.adapters.tasks.http;

import io.noetl.adapters.tasks.settings.Seconds;
import io.noetl.adapters.tasks.settings.SettingException;
import io.noetl.adapters.tasks.settings.Suggestion;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the settings of an http task. A setting that is null counts as not given. */
final class CallSettings {

  static final List<String> KEYS =
      List.of(
          "method", "endpoint", "params", "payload", "form", "body", "files", "body_file", "headers", "auth", "timeout",
          "redirects", "rate", "save_to", "max_size");

  static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private CallSettings() {}

  /**
   * The call that rendered settings stand for.
   *
   * @param task tells the tasks of a run apart
   */
  static HttpCall read(String task, MapValue settings) throws SettingException {
    String method = method(settings.valueOf("method"));
    Url url = Url.of(endpoint(settings.valueOf("endpoint")), FieldTexts.read("params", settings.valueOf("params")));
    List<Header> headers = new ArrayList<>(RequestHeaders.read(settings.valueOf("headers")));
    authorize(headers, AuthSettings.read(settings.valueOf("auth")), url);
    RequestBody body = BodySettings.read(settings, headers);
    if (body != null) {
      addMissing(headers, "Content-Type", body.type());
    }
    addMissing(headers, "User-Agent", "noetl");
    Duration timeout = timeout(settings.valueOf("timeout"));
    return new HttpCall(method, url.uri(), headers, body, timeout, HandlingSettings.read(task, settings));
  }

  private static void authorize(List<Header> headers, String auth, Url url) throws SettingException {
    if (!auth.isEmpty() && Header.first(headers, "Authorization").isPresent()) {
      throw new SettingException("auth", "'auth' and the header 'Authorization' mean the same; keep one of them");
    }
    if (!auth.isEmpty() && !url.authorization().isEmpty()) {
      throw new SettingException("auth", "'auth' and the user in the endpoint mean the same; keep one of them");
    }
    String authorization = auth.isEmpty() ? url.authorization() : auth;
    if (!authorization.isEmpty()) {
      addMissing(headers, "Authorization", authorization);
    }
  }

  /** Checks one setting by itself, as far as that shows whether it can be used. */
  static void check(String key, Value value) throws SettingException {
    switch (key) {
      case "method" -> method(value);
      case "endpoint" -> Url.of(endpoint(value), List.of());
      case "params" -> FieldTexts.read(key, value);
      case "headers" -> RequestHeaders.read(value);
      case "timeout" -> timeout(value);
      case "auth" -> AuthSettings.check(value);
      case "redirects", "rate", "save_to", "max_size" -> HandlingSettings.check(key, value);
      default -> BodySettings.check(key, value);
    }
  }

  private static String method(Value value) throws SettingException {
    if (value instanceof NullValue) {
      return "GET";
    }
    String method = value instanceof TextValue text ? text.value().strip().toUpperCase(Locale.ROOT) : "";
    if (!METHODS.contains(method)) {
      Optional<String> nearest = Suggestion.nearest(method, METHODS);
      String allowed = String.join(", ", METHODS);
      String hint = nearest.map(name -> "did you mean '" + name + "'?").orElse("it is one of " + allowed);
      throw new SettingException("method", "no such method: " + JsonWriter.write(value) + "; " + hint);
    }
    return method;
  }

  private static String endpoint(Value value) throws SettingException {
    if (value instanceof TextValue text && !text.value().isBlank()) {
      return text.value();
    }
    boolean blank = value instanceof TextValue || value instanceof NullValue;
    String found = blank ? "it is empty" : "not " + Value.kindOf(value);
    throw new SettingException("endpoint", "endpoint must be an http or https URL; " + found);
  }

  private static Duration timeout(Value value) throws SettingException {
    return value instanceof NullValue ? DEFAULT_TIMEOUT : Seconds.timeout(value);
  }

  private static void addMissing(List<Header> headers, String name, String value) {
    if (Header.first(headers, name).isEmpty()) {
      headers.add(new Header(name, value));
    }
  }
}
