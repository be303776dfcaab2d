package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.yaml.YamlNode.Entry;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Scalar;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Sequence;
import io.noetl.domain.playbook.Loop;
import io.noetl.domain.playbook.Loop.OnItemError;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.playbook.ValueTemplate.Literal;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.value.Value;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads {@code loop: {in, iterator, filter, mode, on_item_error}}. */
final class LoopReader {

  private static final Map<String, OnItemError> ON_ITEM_ERROR =
      Map.of("finish", OnItemError.FINISH, "continue", OnItemError.CONTINUE, "fail", OnItemError.FAIL);

  private final NameReader names;
  private final ValueReader values;
  private final Problems problems;

  LoopReader(NameReader names, ValueReader values, Problems problems) {
    this.names = names;
    this.values = values;
    this.problems = problems;
  }

  /** The loop; after a mistake, one that stands in for it. */
  Loop read(Entry entry) {
    return Section.of(entry.value(), "'loop'", Construct.LOOP, problems)
        .map(this::loop)
        .orElseGet(() -> standIn(entry.position()));
  }

  private static Loop standIn(Position position) {
    return new Loop(new Literal(Value.EMPTY_LIST, position), "item", null, OnItemError.FINISH, position);
  }

  private Loop loop(Section section) {
    checkMode(section.entry("mode"));
    return new Loop(
        items(section),
        iterator(section),
        filter(section.entry("filter")),
        onItemError(section.entry("on_item_error")),
        section.position());
  }

  private ValueTemplate items(Section section) {
    Entry in = section.entry("in");
    if (in == null) {
      problems.error(section.position(), "a loop needs 'in', the list it goes over");
      return new Literal(Value.EMPTY_LIST, section.position());
    }
    boolean list = in.value() instanceof Sequence || (in.value() instanceof Scalar scalar && scalar.isText());
    if (!list) {
      problems.error(in.value().position(), "'in' must be a list or a template of one, not " + in.value().kind());
    }
    return values.value(in.value());
  }

  private String iterator(Section section) {
    Entry iterator = section.entry("iterator");
    if (iterator == null) {
      problems.error(section.position(), "a loop needs 'iterator', the name of the variable that holds each item");
      return "item";
    }
    return names.variable(iterator).orElse("item");
  }

  private @Nullable TemplateText filter(@Nullable Entry filter) {
    return filter == null || filter.value().value().equals(Value.NULL) ? null : values.condition(filter);
  }

  private OnItemError onItemError(@Nullable Entry entry) {
    if (entry == null) {
      return OnItemError.FINISH;
    }
    String written = values.plainText(entry);
    OnItemError found = ON_ITEM_ERROR.get(written);
    if (found == null) {
      problems.error(
          entry.value().position(),
          "'on_item_error' must be one of " + String.join(", ", new TreeSet<>(ON_ITEM_ERROR.keySet()))
              + ", not '" + written + "'");
      return OnItemError.FINISH;
    }
    return found;
  }

  private void checkMode(@Nullable Entry mode) {
    if (mode == null) {
      return;
    }
    String written = values.plainText(mode);
    if (written.equals("parallel")) {
      problems.error(mode.value().position(), Unsupported.message("mode: parallel"));
    } else if (!written.equals("sequential")) {
      problems.error(mode.value().position(), "'mode' must be sequential, not '" + written + "'");
    }
  }
}
