package io.noetl.application.analysis;

import io.noetl.application.report.BoundedText;
import io.noetl.domain.value.JsonException;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where two JSON texts first differ.
 *
 * @param path {@code $}, {@code $.items[2].name}; keys that are no names are in quotes: {@code $["a b"]}
 * @param first the first's value there as JSON, cut after {@value #LONGEST} characters; null if it has none
 * @param second the same of the second
 */
record JsonDifference(String path, @Nullable BoundedText first, @Nullable BoundedText second) {

  private static final int LONGEST = 1_000;

  /** Of texts that differ; what is no JSON differs as a whole. */
  static JsonDifference between(@Nullable String first, @Nullable String second) {
    return between("$", value(first), value(second));
  }

  private static JsonDifference between(String path, @Nullable Value first, @Nullable Value second) {
    if (first instanceof MapValue before && second instanceof MapValue after) {
      Set<String> keys = new LinkedHashSet<>(before.entries().keySet());
      keys.addAll(after.entries().keySet());
      for (String key : keys) {
        Value one = before.entries().get(key);
        Value other = after.entries().get(key);
        if (!java.util.Objects.equals(one, other)) {
          return between(path + step(key), one, other);
        }
      }
    }
    if (first instanceof ListValue before && second instanceof ListValue after) {
      for (int i = 0; i < Math.max(before.items().size(), after.items().size()); i++) {
        Value one = at(before.items(), i);
        Value other = at(after.items(), i);
        if (!java.util.Objects.equals(one, other)) {
          return between(path + "[" + i + "]", one, other);
        }
      }
    }
    return new JsonDifference(path, text(first), text(second));
  }

  private static @Nullable Value at(List<Value> items, int index) {
    return index < items.size() ? items.get(index) : null;
  }

  private static String step(String key) {
    return key.matches("[A-Za-z_][A-Za-z0-9_]*") ? "." + key : "[" + JsonWriter.write(Value.of(key)) + "]";
  }

  private static @Nullable Value value(@Nullable String json) {
    if (json == null) {
      return null;
    }
    try {
      return JsonReader.read(json);
    } catch (JsonException e) {
      return Value.of(json);
    }
  }

  private static @Nullable BoundedText text(@Nullable Value value) {
    if (value == null) {
      return null;
    }
    String json = JsonWriter.write(value);
    int length = json.codePointCount(0, json.length());
    return new BoundedText(json.substring(0, json.offsetByCodePoints(0, Math.min(LONGEST, length))), length);
  }
}
