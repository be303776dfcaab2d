package io.noetl.domain.playbook;

import io.noetl.domain.template.Position;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a playbook before rendering: data whose texts are templates. */
public sealed interface ValueTemplate {

  /** Where the value begins in the file. */
  Position position();

  /**
   * A value that is never rendered: numbers, booleans, null, payload data, python code.
   *
   * @param lineByLine whether each line of a text is a line of the file, as in a literal block
   */
  record Literal(Value value, Position position, boolean lineByLine) implements ValueTemplate {
    public Literal(Value value, Position position) {
      this(value, position, true);
    }
  }

  /** A text that is a template. */
  record Text(TemplateText text) implements ValueTemplate {
    @Override
    public Position position() {
      return text.start();
    }
  }

  record Items(List<ValueTemplate> items, Position position) implements ValueTemplate {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Fields in the order of the file; keys are no templates. */
  record Fields(Map<String, ValueTemplate> entries, Position position) implements ValueTemplate {

    public static final Fields NONE = new Fields(Map.of(), Position.START);

    public Fields {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }
}
