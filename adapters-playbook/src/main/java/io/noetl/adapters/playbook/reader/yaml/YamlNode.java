package io.noetl.adapters.playbook.reader.yaml;

import io.noetl.domain.template.Position;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.TextValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node of a YAML document: aliases and merge keys are resolved, positions are places in the file. */
public sealed interface YamlNode {

  /** Where the node begins: for a quoted text its quote, for a block text its {@code |} or {@code >}. */
  Position position();

  /** The JSON value that the node stands for. */
  Value value();

  /**
   * A scalar.
   *
   * @param value what it stands for by the rules of YAML 1.1
   * @param place where it stands
   */
  record Scalar(Value value, ScalarPlace place) implements YamlNode {

    @Override
    public Position position() {
      return place.start();
    }

    /** What is written, without quotes and escapes. */
    public String written() {
      return place.value();
    }

    /** What is written, without quotes and escapes, and where each of its characters stands. */
    public TemplateText text() {
      return place.text();
    }

    /** Whether it is a text, and not a number, a boolean, null or a date. */
    public boolean isText() {
      return value instanceof TextValue text && text.value().equals(written());
    }
  }

  /** A list. */
  record Sequence(List<YamlNode> items, Position position) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public Value value() {
      return Value.of(items.stream().map(YamlNode::value).toList());
    }
  }

  /** A map in the order of the file; no key stands in it twice. */
  record Mapping(List<Entry> entries, Position position) implements YamlNode {
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public Value value() {
      Map<String, Value> values = new LinkedHashMap<>();
      entries.forEach(entry -> values.put(entry.key(), entry.value().value()));
      return Value.of(values);
    }

    /** The entry of that key. */
    public Optional<Entry> entry(String key) {
      return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }
  }

  /**
   * An entry of a map.
   *
   * @param key its key as JSON has it: {@code 1}, {@code true} and {@code null} are texts
   * @param position where the key begins
   */
  record Entry(String key, Position position, YamlNode value) {}

  /** What the node is called in messages. */
  default String kind() {
    return switch (this) {
      case Scalar scalar -> Value.kindOf(scalar.value());
      case Sequence sequence -> "list";
      case Mapping mapping -> "map";
    };
  }
}
