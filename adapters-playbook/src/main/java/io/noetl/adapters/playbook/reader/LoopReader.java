package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.yaml.YamlNode.Entry;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Mapping;
import io.noetl.domain.playbook.Loop;
import io.noetl.domain.playbook.LoopItems;
import io.noetl.domain.playbook.LoopLimits;
import io.noetl.domain.playbook.Loop.OnItemError;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.playbook.ValueTemplate.Literal;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.value.Value;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what stands under {@code loop}. */
final class LoopReader {

  private static final Map<String, OnItemError> ON_ITEM_ERROR =
      Map.of("finish", OnItemError.FINISH, "continue", OnItemError.CONTINUE, "fail", OnItemError.FAIL);

  /** How many iterations of a parallel loop run at a time when nothing is said. */
  private static final int USUAL = 8;

  private final NameReader names;
  private final ValueReader values;
  private final SettingReader settings;
  private final LoopItemsReader items;
  private final Problems problems;

  LoopReader(NameReader names, ValueReader values, Problems problems) {
    this.names = names;
    this.values = values;
    this.settings = new SettingReader(problems);
    this.items = new LoopItemsReader(values, problems);
    this.problems = problems;
  }

  /** The loop; after a mistake, one that stands in for it. */
  Loop read(Entry entry) {
    return Section.of(entry.value(), "'loop'", Construct.LOOP, problems)
        .map(this::loop)
        .orElseGet(() -> standIn(entry.position()));
  }

  /** The loop whose keys stand on a step itself, beside {@code type: iterator}. */
  Loop onStep(Section step) {
    return loop(step);
  }

  private static Loop standIn(Position position) {
    return new Loop(new Literal(Value.EMPTY_LIST, position), "item", null, OnItemError.FINISH, position);
  }

  private Loop loop(Section section) {
    LoopItems items = this.items.read(section);
    LoopLimits limits = limits(section);
    if (items instanceof LoopItems.Recorded) {
      refuseWithFile(section.entry("order_by"));
      refuseWithFile(section.entry("chunk"));
    }
    return new Loop(
        items,
        iterator(section),
        filter(section.entry("filter")),
        onItemError(section.entry("on_item_error")),
        limits,
        section.position());
  }

  /** The items of a file are never all in memory. */
  private void refuseWithFile(@Nullable Entry entry) {
    if (entry != null) {
      problems.error(entry.position(), "'" + entry.key() + "' needs all items at once, but those of 'in_file' are read one by one");
    }
  }

  private LoopLimits limits(Section section) {
    return new LoopLimits(
        concurrency(section),
        count(section.entry("limit"), 0, Long.MAX_VALUE),
        order(section.entry("order_by")),
        settings.integer(section.entry("chunk"), 1, 1_000_000).map(Long::intValue).orElse(null),
        settings.integer(section.entry("max_failures"), 0, Long.MAX_VALUE).orElse(null));
  }

  /** As many as {@code concurrency} says; {@code mode: parallel} alone means {@value #USUAL}. */
  private @Nullable ValueTemplate concurrency(Section section) {
    Entry mode = section.entry("mode");
    Entry concurrency = section.entry("concurrency");
    String written =
        mode == null ? "" : settings.word(mode, Set.of("sequential", "parallel")).orElse("");
    if (written.equals("sequential") && concurrency != null) {
      problems.error(concurrency.position(), "'concurrency' needs 'mode: parallel'");
    }
    if (concurrency != null) {
      return count(concurrency, 1, LoopLimits.MAX_CONCURRENCY);
    }
    return mode != null && written.equals("parallel") ? new Literal(Value.of(USUAL), mode.position()) : null;
  }

  /** A number or a template of one; null where there is none. */
  private @Nullable ValueTemplate count(@Nullable Entry entry, long least, long most) {
    if (entry == null || SettingReader.isNull(entry)) {
      return null;
    }
    ValueTemplate count = values.value(entry.value());
    if (count.constant().isPresent()) {
      settings.integer(entry, least, most);
    }
    return count;
  }

  /** A template of the key, or {@code {key, descending}}. */
  private LoopLimits.@Nullable Order order(@Nullable Entry entry) {
    if (entry == null || SettingReader.isNull(entry)) {
      return null;
    }
    if (!(entry.value() instanceof Mapping mapping)) {
      return new LoopLimits.Order(values.condition(entry), false);
    }
    Section section = Section.of(mapping, Construct.ORDER, problems);
    Entry key = section.entry("key");
    Entry descending = section.entry("descending");
    if (key == null) {
      problems.error(section.position(), "'order_by' needs 'key', a template of what to sort by");
      return null;
    }
    boolean down = descending != null && descending.value().value().equals(Value.TRUE);
    if (descending != null && !down && !descending.value().value().equals(Value.FALSE)) {
      settings.refuse(descending, "must be true or false");
    }
    return new LoopLimits.Order(values.condition(key), down);
  }

  private String iterator(Section section) {
    Entry iterator = section.entry("iterator");
    if (iterator == null) {
      problems.error(section.position(), "a loop needs 'iterator', the name of the variable that holds each item ('element' is the same)");
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
}
