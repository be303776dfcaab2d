package io.noetl.adapters.tasks.http;

import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rendered settings as the log keeps them: credentials of {@code auth}, headers, query and form are hidden. */
final class DescribedSettings {

  private DescribedSettings() {}

  static MapValue of(MapValue settings) {
    Map<String, Value> described = new LinkedHashMap<>();
    settings.entries().forEach((key, value) -> described.put(key, described(key, value)));
    return Value.of(described);
  }

  private static Value described(String key, Value value) {
    return switch (key) {
      case "endpoint" -> value instanceof TextValue text ? Value.of(Credentials.masked(text.value())) : value;
      case "params", "headers", "form" -> value instanceof MapValue map ? withoutCredentials(map) : value;
      case "auth" -> value instanceof MapValue map ? typeAlone(map) : hidden(value);
      default -> value;
    };
  }

  private static MapValue withoutCredentials(MapValue fields) {
    Map<String, Value> shown = new LinkedHashMap<>();
    fields.entries().forEach((name, value) -> shown.put(name, Credentials.names(name) ? hidden(value) : value));
    return Value.of(shown);
  }

  private static MapValue typeAlone(MapValue auth) {
    Map<String, Value> shown = new LinkedHashMap<>();
    auth.entries().forEach((name, value) -> shown.put(name, name.equals("type") ? value : hidden(value)));
    return Value.of(shown);
  }

  /** What is not given stays so, which tells why a request was refused. */
  private static Value hidden(Value value) {
    return value instanceof NullValue ? value : Value.of(Credentials.REDACTED);
  }
}
