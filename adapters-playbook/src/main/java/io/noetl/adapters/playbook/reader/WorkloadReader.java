package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.yaml.YamlNode;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Entry;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Mapping;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Sequence;
import io.noetl.domain.playbook.Confidential.WorkloadSecret;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.playbook.ValueTemplate.Literal;
import io.noetl.domain.secret.Secret;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.BoolValue;
import io.noetl.domain.value.Value.TextValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the workload. A map with {@code secret: true} is not a value itself but marks one: what stands under its {@code
 * value}, or what a payload brings in its place.
 */
final class WorkloadReader {

  private static final String MARK = "secret";

  private final ValueReader values;
  private final Problems problems;

  WorkloadReader(ValueReader values, Problems problems) {
    this.values = values;
    this.problems = problems;
  }

  /** The values, and the places of the secrets among them. */
  record Workload(Fields fields, List<WorkloadSecret> secrets) {}

  Workload read(@Nullable Entry workload) {
    List<WorkloadSecret> secrets = new ArrayList<>();
    if (workload == null || !(workload.value() instanceof Mapping mapping)) {
      return new Workload(values.fields(workload), secrets);
    }
    return new Workload(fields(mapping, List.of(), secrets), secrets);
  }

  private Fields fields(Mapping mapping, List<String> path, List<WorkloadSecret> secrets) {
    Map<String, ValueTemplate> fields = new LinkedHashMap<>();
    for (Entry entry : mapping.entries()) {
      List<String> inner = new ArrayList<>(path);
      inner.add(entry.key());
      fields.put(entry.key(), value(entry.value(), inner, secrets));
    }
    return new Fields(fields, mapping.position());
  }

  private ValueTemplate value(YamlNode node, List<String> path, List<WorkloadSecret> secrets) {
    if (isMarked(node)) {
      Section section = Section.of((Mapping) node, Construct.SECRET, problems);
      secrets.add(new WorkloadSecret(path, node.position()));
      return secret(section, String.join(".", path));
    }
    if (node instanceof Mapping mapping) {
      return fields(mapping, path, secrets);
    }
    if (node instanceof Sequence sequence) {
      sequence.items().forEach(this::refuseMarks);
    }
    return values.value(node);
  }

  private ValueTemplate secret(Section section, String name) {
    Entry value = section.entry("value");
    if (value == null) {
      return new Literal(Value.NULL, section.position());
    }
    ValueTemplate template = values.value(value.value());
    if (template.constant().orElse(null) instanceof TextValue text) {
      Secret.problem(text.value())
          .ifPresent(
              problem -> problems.error(value.value().position(), "the secret 'workload." + name + "' " + problem));
    }
    return template;
  }

  private void refuseMarks(YamlNode node) {
    if (isMarked(node)) {
      problems.error(node.position(), "a secret cannot stand in a list; give it a key of its own in the workload");
    }
    switch (node) {
      case Mapping mapping -> mapping.entries().forEach(entry -> refuseMarks(entry.value()));
      case Sequence sequence -> sequence.items().forEach(this::refuseMarks);
      case YamlNode.Scalar scalar -> {}
    }
  }

  /** A key {@code secret} of any other value is data as any other key is. */
  private static boolean isMarked(YamlNode node) {
    return node instanceof Mapping mapping
        && mapping.entry(MARK).filter(entry -> entry.value().value() instanceof BoolValue mark && mark.value()).isPresent();
  }
}
