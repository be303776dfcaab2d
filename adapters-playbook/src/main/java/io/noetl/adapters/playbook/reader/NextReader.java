package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.yaml.YamlNode;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Entry;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Mapping;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Scalar;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Sequence;
import io.noetl.domain.playbook.NextEntry;
import io.noetl.domain.playbook.Target;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.template.Position;
import io.noetl.domain.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code next}: a name, a map, or a list of names and maps {@code {step, with}}, {@code {when, then, else}}, {@code
 * {when, step, with}}, {@code {else}}.
 */
final class NextReader {

  private final NameReader names;
  private final ValueReader values;
  private final Problems problems;

  NextReader(NameReader names, ValueReader values, Problems problems) {
    this.names = names;
    this.values = values;
    this.problems = problems;
  }

  /** The entries, those with mistakes left out. */
  List<NextEntry> read(@Nullable Entry next) {
    if (next == null || next.value().value().equals(Value.NULL)) {
      return List.of();
    }
    Stream<YamlNode> nodes =
        next.value() instanceof Sequence sequence ? sequence.items().stream() : Stream.of(next.value());
    return nodes.flatMap(node -> entry(node).stream()).toList();
  }

  private Optional<NextEntry> entry(YamlNode node) {
    return switch (node) {
      case Scalar scalar -> target(scalar).map(NextEntry.Always::new);
      case Mapping mapping -> entry(Section.of(mapping, Construct.NEXT, problems));
      case Sequence sequence -> {
        problems.error(sequence.position(), "an entry of 'next' must be a name or a map, not list");
        yield Optional.empty();
      }
    };
  }

  private Optional<NextEntry> entry(Section section) {
    Entry when = section.entry("when");
    if (section.has("then") && section.has("step")) {
      problems.error(positionOf(section, "step"), "'step' and 'then' both say where to go; keep one of them");
    }
    if (when != null) {
      return Optional.of(conditional(section, when));
    }
    if (section.has("then")) {
      problems.error(positionOf(section, "then"), "'then' needs a 'when' beside it; to go there always write 'step'");
      return Optional.empty();
    }
    return section.has("step") ? always(section) : otherwise(section);
  }

  private Optional<NextEntry> always(Section section) {
    if (section.has("else")) {
      problems.error(positionOf(section, "else"), "'else' beside 'step' needs a 'when', or an entry of its own");
    }
    return target(section).map(NextEntry.Always::new);
  }

  private Optional<NextEntry> otherwise(Section section) {
    Entry otherwise = section.entry("else");
    if (otherwise == null) {
      problems.error(section.position(), "an entry of 'next' needs 'step', 'when' or 'else'");
      return Optional.empty();
    }
    refuseWith(section);
    return Optional.of(new NextEntry.Otherwise(targets(otherwise)));
  }

  private NextEntry conditional(Section section, Entry when) {
    Entry then = section.entry("then");
    Entry otherwise = section.entry("else");
    if (when.value().value().equals(Value.NULL)) {
      problems.error(when.position(), "'when' needs a condition");
    }
    if (then == null && otherwise == null && !section.has("step")) {
      problems.error(when.position(), "'when' needs 'then' or 'step', where to go when it is true");
    }
    List<Target> taken;
    if (section.has("step")) {
      taken = target(section).stream().toList();
    } else {
      refuseWith(section);
      taken = targets(then);
    }
    return new NextEntry.When(values.condition(when), taken, targets(otherwise));
  }

  private void refuseWith(Section section) {
    Entry with = section.entry("with");
    if (with != null) {
      problems.error(
          with.position(),
          "'" + with.key() + "' needs a 'step' beside it; inside 'then' and 'else' write {step, with}");
    }
  }

  /** Under {@code then}, {@code else} and other keys that name steps: one target or a list of them. */
  List<Target> targets(@Nullable Entry entry) {
    if (entry == null || entry.value().value().equals(Value.NULL)) {
      return List.of();
    }
    Stream<YamlNode> nodes =
        entry.value() instanceof Sequence sequence ? sequence.items().stream() : Stream.of(entry.value());
    return nodes.flatMap(node -> target(node, entry.key()).stream()).toList();
  }

  private Optional<Target> target(YamlNode node, String key) {
    return switch (node) {
      case Scalar scalar -> target(scalar);
      case Mapping mapping -> target(Section.of(mapping, Construct.TARGET, problems));
      case Sequence sequence -> {
        problems.error(sequence.position(), "an entry of '" + key + "' must be a name or a map, not list");
        yield Optional.empty();
      }
    };
  }

  private Optional<Target> target(Scalar scalar) {
    return names.name(scalar, "the step to go to").map(name -> new Target(name, Fields.NONE, scalar.position()));
  }

  private Optional<Target> target(Section section) {
    Fields with = values.fields(section.entry("with"));
    Entry step = section.entry("step");
    if (step == null) {
      problems.error(section.position(), "'step' is missing: where to go");
      return Optional.empty();
    }
    return names.name(step).map(name -> new Target(name, with, step.value().position()));
  }

  private static Position positionOf(Section section, String key) {
    Entry entry = section.entry(key);
    return entry == null ? section.position() : entry.position();
  }
}
