package io.noetl.testkit.core;

import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes values and value templates out of what Java code writes down easily. */
public final class Values {

  private Values() {}

  /** The value of JSON text. */
  public static Value json(String text) {
    return JsonReader.read(text);
  }

  /** The value of a text, boolean, number, list, map or null; a {@link Value} is itself. */
  public static Value value(@Nullable Object object) {
    return switch (object) {
      case null -> Value.NULL;
      case Value value -> value;
      case String text -> Value.of(text);
      case Boolean truth -> Value.of(truth.booleanValue());
      case Integer number -> Value.of(number.longValue());
      case Long number -> Value.of(number.longValue());
      case Double number -> Value.of(number.doubleValue());
      case List<?> list -> Value.of(list.stream().map(Values::value).toList());
      case Map<?, ?> map -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        map.forEach((key, item) -> entries.put(String.valueOf(key), value(item)));
        yield Value.of(entries);
      }
      default -> throw new IllegalArgumentException("no value: " + object.getClass().getName());
    };
  }

  /** A map of names and values in turn. */
  public static MapValue map(@Nullable Object... namesAndValues) {
    Map<String, Value> entries = new LinkedHashMap<>();
    pairs(namesAndValues).forEach((name, object) -> entries.put(name, value(object)));
    return Value.of(entries);
  }

  /** The template of the same: texts become templates, values stay literal. */
  static ValueTemplate template(@Nullable Object object, Position position) {
    return switch (object) {
      case ValueTemplate template -> template;
      case String text -> new ValueTemplate.Text(new TemplateText(text, position, 1));
      case List<?> list -> {
        List<ValueTemplate> items = new ArrayList<>();
        list.forEach(item -> items.add(template(item, position)));
        yield new ValueTemplate.Items(items, position);
      }
      case Map<?, ?> map -> {
        Map<String, ValueTemplate> entries = new LinkedHashMap<>();
        map.forEach((key, item) -> entries.put(String.valueOf(key), template(item, position)));
        yield new Fields(entries, position);
      }
      case null, default -> new ValueTemplate.Literal(value(object), position);
    };
  }

  static Fields fields(Map<String, @Nullable Object> entries, Position position) {
    Map<String, ValueTemplate> templates = new LinkedHashMap<>();
    entries.forEach((name, object) -> templates.put(name, template(object, position)));
    return new Fields(templates, position);
  }

  static Map<String, @Nullable Object> pairs(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      entries.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return entries;
  }
}
