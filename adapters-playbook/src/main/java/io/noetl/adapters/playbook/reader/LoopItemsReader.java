package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.yaml.YamlNode;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Entry;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Mapping;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Scalar;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Sequence;
import io.noetl.domain.playbook.LoopItems;
import io.noetl.domain.playbook.LoopItems.FileFormat;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.playbook.ValueTemplate.Literal;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.TextValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a loop goes over: {@code in}, {@code range} or {@code in_file}. */
final class LoopItemsReader {

  private static final Map<String, FileFormat> FORMATS =
      Map.of("jsonl", FileFormat.JSONL, "csv", FileFormat.CSV, "parquet", FileFormat.PARQUET);

  private final ValueReader values;
  private final SettingReader settings;
  private final Problems problems;

  LoopItemsReader(ValueReader values, Problems problems) {
    this.values = values;
    this.settings = new SettingReader(problems);
    this.problems = problems;
  }

  /** The items; after a mistake, some that stand in for them. */
  LoopItems read(Section section) {
    List<Entry> sources =
        Stream.of("in", "range", "in_file").filter(section::has).map(key -> entry(section, key)).toList();
    if (sources.isEmpty()) {
      problems.error(section.position(), "a loop needs 'in', the list it goes over ('collection' is the same), or 'range' or 'in_file'");
      return new LoopItems.Listed(new Literal(Value.EMPTY_LIST, section.position()));
    }
    if (sources.size() > 1) {
      problems.error(sources.get(1).position(),
          "'" + sources.get(0).key() + "' and '" + sources.get(1).key() + "' both say what the loop goes over; keep one of them");
    }
    Entry source = sources.getFirst();
    return section.has("in") ? listed(source) : section.has("range") ? counted(source) : recorded(source, section.entry("format"));
  }

  private static Entry entry(Section section, String key) {
    Entry entry = section.entry(key);
    if (entry == null) {
      throw new IllegalStateException("no entry '" + key + "'");
    }
    return entry;
  }

  private LoopItems listed(Entry in) {
    ValueTemplate list = values.value(in.value());
    boolean known = list.constant().isPresent() || (in.value() instanceof Scalar text && text.written().isBlank());
    if (known && !(in.value() instanceof Sequence)) {
      problems.error(in.value().position(), "'" + in.key() + "' must be a list or a template of one, not " + in.value().kind());
    }
    return new LoopItems.Listed(list);
  }

  /** {@code range: 10}, {@code range: [1, 10]}, {@code range: [1, 10, 2]} or {@code range: {from, to, step}}. */
  private LoopItems counted(Entry range) {
    ValueTemplate zero = new Literal(Value.of(0), range.position());
    ValueTemplate one = new Literal(Value.of(1), range.position());
    return switch (range.value()) {
      case Scalar end -> new LoopItems.Counted(zero, bound(end), one, range.position());
      case Sequence list when list.items().size() == 2 || list.items().size() == 3 ->
          new LoopItems.Counted(
              bound(list.items().get(0)),
              bound(list.items().get(1)),
              list.items().size() == 3 ? step(list.items().get(2)) : one,
              range.position());
      case Sequence list -> {
        problems.error(list.position(), "'range' must be [from, to] or [from, to, step]");
        yield new LoopItems.Counted(zero, zero, one, range.position());
      }
      case Mapping map -> counted(Section.of(map, Construct.RANGE, problems), zero, one);
    };
  }

  private LoopItems counted(Section range, ValueTemplate zero, ValueTemplate one) {
    Entry from = range.entry("from");
    Entry to = range.entry("to");
    Entry step = range.entry("step");
    if (to == null) {
      problems.error(range.position(), "'range' needs 'to', the number before which it ends");
    }
    return new LoopItems.Counted(
        from == null ? zero : bound(from.value()),
        to == null ? zero : bound(to.value()),
        step == null ? one : step(step.value()),
        range.position());
  }

  private LoopItems recorded(Entry file, @Nullable Entry format) {
    if (!(file.value() instanceof Scalar scalar) || !scalar.isText()) {
      problems.error(file.value().position(), "'in_file' must be the path of a file, not " + file.value().kind());
    }
    ValueTemplate path = values.value(file.value());
    if (format != null) {
      FileFormat written = settings.word(format, FORMATS.keySet()).map(FORMATS::get).orElse(null);
      return new LoopItems.Recorded(path, written, file.position());
    }
    if (path.constant().orElse(null) instanceof TextValue name && FileFormat.ofName(name.value()).isEmpty()) {
      problems.error(path.position(), "'in_file': the name '" + name.value() + "' " + FileFormat.UNKNOWN);
    }
    return new LoopItems.Recorded(path, null, file.position());
  }

  private ValueTemplate step(YamlNode node) {
    if (node.value().equals(Value.of(0))) {
      problems.error(node.position(), "the step of 'range' cannot be 0");
    }
    return bound(node);
  }

  /** A bound of a range: an integer or a template of one. */
  private ValueTemplate bound(YamlNode node) {
    ValueTemplate bound = values.value(node);
    if (bound.constant().isPresent() && !(node.value() instanceof Value.IntValue)) {
      String written = node instanceof Scalar scalar ? "'" + scalar.written() + "'" : "a " + node.kind();
      problems.error(node.position(), "a bound of 'range' must be an integer or a template of one, not " + written);
    }
    return bound;
  }
}
