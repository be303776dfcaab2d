package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.yaml.YamlNode;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Entry;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Mapping;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Scalar;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Sequence;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.playbook.ValueTemplate.Items;
import io.noetl.domain.playbook.ValueTemplate.Literal;
import io.noetl.domain.playbook.ValueTemplate.Text;
import io.noetl.domain.template.SourceMap;
import io.noetl.domain.template.TemplateEngine;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads values, whose texts are templates, and the plain texts that are none. */
final class ValueReader {

  private final TemplateEngine engine;
  private final Problems problems;

  ValueReader(TemplateEngine engine, Problems problems) {
    this.engine = engine;
    this.problems = problems;
  }

  ValueTemplate value(YamlNode node) {
    return switch (node) {
      case Scalar scalar when scalar.isText() -> new Text(template(scalar.text()));
      case Scalar scalar -> new Literal(scalar.value(), scalar.position());
      case Sequence sequence -> new Items(sequence.items().stream().map(this::value).toList(), sequence.position());
      case Mapping mapping -> fields(mapping);
    };
  }

  private Fields fields(Mapping mapping) {
    Map<String, ValueTemplate> fields = new LinkedHashMap<>();
    mapping.entries().forEach(entry -> fields.put(entry.key(), value(entry.value())));
    return new Fields(fields, mapping.position());
  }

  /** The map under a key; none when the key is absent or its value is null. */
  Fields fields(@Nullable Entry entry) {
    if (entry == null || entry.value().value().equals(Value.NULL)) {
      return Fields.NONE;
    }
    if (entry.value() instanceof Mapping mapping) {
      return fields(mapping);
    }
    problems.error(
        entry.value().position(), "'" + entry.key() + "' must be a map, not " + entry.value().kind());
    return Fields.NONE;
  }

  /**
   * A condition. One that is no text, such as {@code true}, is the template of that value; one that can only be true, as
   * text without a template is, is reported.
   */
  TemplateText condition(Entry entry) {
    if (!(entry.value() instanceof Scalar scalar)) {
      problems.error(
          entry.value().position(), "'" + entry.key() + "' must be a template, not " + entry.value().kind());
      return TemplateText.of("");
    }
    TemplateText text = scalar.text();
    if (!scalar.isText()) {
      return new TemplateText("{{ " + JsonWriter.write(scalar.value()) + " }}", new SourceMap.Point(text.start()));
    }
    if (!text.source().isBlank() && !text.source().contains("{{") && !text.source().contains("{%")) {
      problems.warning(
          text.start(),
          "'" + entry.key() + "' is the text '" + text.source().strip() + "', which is always true; write {{ … }}");
    }
    return template(text);
  }

  /** A text that is never rendered, as it is written; numbers and dates keep their spelling, null is empty. */
  String plainText(@Nullable Entry entry) {
    if (entry == null || entry.value().value().equals(Value.NULL)) {
      return "";
    }
    if (entry.value() instanceof Scalar scalar) {
      return scalar.written();
    }
    problems.error(
        entry.value().position(), "'" + entry.key() + "' must be text, not " + entry.value().kind());
    return "";
  }

  /** A text that is never rendered, with the places of its characters. */
  Literal code(Entry entry) {
    if (entry.value() instanceof Scalar scalar && scalar.isText()) {
      return new Literal(scalar.value(), scalar.text().places());
    }
    problems.error(
        entry.value().position(), "'" + entry.key() + "' must be text, not " + entry.value().kind());
    return new Literal(Value.EMPTY_TEXT, entry.position());
  }

  private TemplateText template(TemplateText text) {
    engine.syntaxProblem(text).ifPresent(problems::error);
    return text;
  }
}
