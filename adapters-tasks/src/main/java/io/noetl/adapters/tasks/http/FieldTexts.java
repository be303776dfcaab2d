package io.noetl.adapters.tasks.http;

import io.noetl.adapters.tasks.settings.SettingException;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code params} and {@code headers}: a map from names to texts, numbers or booleans (as JSON writes them), or lists
 * of those, which stand for the name repeated. A null stands for nothing.
 */
final class FieldTexts {

  private FieldTexts() {}

  static List<Map.Entry<String, String>> read(String key, Value value) throws SettingException {
    if (value instanceof NullValue || value.equals(Value.EMPTY_TEXT)) {
      return List.of();
    }
    if (!(value instanceof MapValue map)) {
      throw new SettingException(key, key + " must be a map, not " + Value.kindOf(value));
    }
    List<Map.Entry<String, String>> texts = new ArrayList<>();
    for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
      List<Value> values = entry.getValue() instanceof ListValue list ? list.items() : List.of(entry.getValue());
      for (Value single : values) {
        if (!(single instanceof NullValue)) {
          texts.add(Map.entry(entry.getKey(), text(key, entry.getKey(), single)));
        }
      }
    }
    return texts;
  }

  private static String text(String key, String name, Value value) throws SettingException {
    if (value instanceof TextValue text) {
      return text.value();
    }
    if (value instanceof MapValue || value instanceof ListValue) {
      throw new SettingException(
          key, key + "." + name + " must be text, a number or a boolean, or a list of those, not " + Value.kindOf(value));
    }
    return JsonWriter.write(value);
  }
}
