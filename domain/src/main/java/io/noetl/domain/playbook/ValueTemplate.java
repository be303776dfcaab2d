package io.noetl.domain.playbook;

import io.noetl.domain.template.Position;
import io.noetl.domain.template.SourceMap;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a playbook before rendering: data whose texts are templates. */
public sealed interface ValueTemplate {

  /** Where the value begins in the file. */
  Position position();

  /** What it renders to, if that does not depend on the execution: if it holds no template expression. */
  default Optional<Value> constant() {
    return switch (this) {
      case Literal literal -> Optional.of(literal.value());
      case Text text -> text.constantText();
      case Items items -> items.constantList();
      case Fields fields -> fields.constantMap();
    };
  }

  /**
   * A value that is never rendered: numbers, booleans, null, payload data, python code.
   *
   * @param places where the characters of a text stand in the file; of any other value only the start counts
   */
  record Literal(Value value, SourceMap places) implements ValueTemplate {
    public Literal(Value value, Position position) {
      this(value, SourceMap.lines(position, position.column()));
    }

    @Override
    public Position position() {
      return places.start();
    }
  }

  /** A text that is a template. */
  record Text(TemplateText text) implements ValueTemplate {
    @Override
    public Position position() {
      return text.start();
    }

    private Optional<Value> constantText() {
      String source = text.source();
      boolean template =
          source.isBlank() || source.contains("{{") || source.contains("{%") || source.contains("{#");
      return template ? Optional.empty() : Optional.of(Value.of(source));
    }
  }

  record Items(List<ValueTemplate> items, Position position) implements ValueTemplate {
    public Items {
      items = List.copyOf(items);
    }

    private Optional<Value> constantList() {
      List<Value> values = new ArrayList<>();
      items.forEach(item -> item.constant().ifPresent(values::add));
      return values.size() == items.size() ? Optional.of(Value.of(values)) : Optional.empty();
    }
  }

  /** Fields in the order of the file; keys are no templates. */
  record Fields(Map<String, ValueTemplate> entries, Position position) implements ValueTemplate {

    public static final Fields NONE = new Fields(Map.of(), Position.START);

    public Fields {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    private Optional<Value> constantMap() {
      Map<String, Value> values = new LinkedHashMap<>();
      entries.forEach((key, template) -> template.constant().ifPresent(value -> values.put(key, value)));
      return values.size() == entries.size() ? Optional.of(Value.of(values)) : Optional.empty();
    }
  }
}
