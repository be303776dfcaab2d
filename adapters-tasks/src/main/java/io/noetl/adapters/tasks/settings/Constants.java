package io.noetl.adapters.tasks.settings;

import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of a playbook that are known before anything runs: those that hold no template expression. */
public final class Constants {

  private Constants() {}

  /** What the template will render to, if that does not depend on the execution. */
  public static Optional<Value> constant(ValueTemplate template) {
    return switch (template) {
      case ValueTemplate.Literal literal -> Optional.of(literal.value());
      case ValueTemplate.Text text -> text(text.text().source());
      case ValueTemplate.Items items -> list(items.items());
      case ValueTemplate.Fields fields -> map(fields.entries());
    };
  }

  private static Optional<Value> text(String source) {
    boolean template = source.isBlank() || source.contains("{{") || source.contains("{%") || source.contains("{#");
    return template ? Optional.empty() : Optional.of(Value.of(source));
  }

  private static Optional<Value> list(List<ValueTemplate> items) {
    List<Value> values = new ArrayList<>();
    for (ValueTemplate item : items) {
      Optional<Value> value = constant(item);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(Value.of(values));
  }

  private static Optional<Value> map(Map<String, ValueTemplate> entries) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (Map.Entry<String, ValueTemplate> entry : entries.entrySet()) {
      Optional<Value> value = constant(entry.getValue());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.put(entry.getKey(), value.get());
    }
    return Optional.of(Value.of(values));
  }
}
