package io.noetl.application.run;

import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.playbook.ValueTemplate.Items;
import io.noetl.domain.playbook.ValueTemplate.Literal;
import io.noetl.domain.playbook.ValueTemplate.Text;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.SourceMap;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts payload values over a workload. Payload values become literals: they are data and never rendered. Without
 * merging, each key of the payload replaces the workload key of that name. With it, maps merge recursively; two lists
 * whose elements are maps with a {@code name} merge by name; other lists are concatenated; anything else is replaced.
 */
final class PayloadMerge {

  private PayloadMerge() {}

  static Fields over(Fields workload, MapValue payload, boolean merge) {
    Map<String, ValueTemplate> merged = new LinkedHashMap<>(workload.entries());
    payload
        .entries()
        .forEach(
            (key, value) -> {
              ValueTemplate known = merge ? merged.get(key) : null;
              merged.put(key, known == null ? literal(value) : merged(known, value));
            });
    return new Fields(merged, workload.position());
  }

  private static ValueTemplate merged(ValueTemplate base, Value value) {
    Optional<ValueTemplate> merged =
        switch (value) {
          case MapValue map -> fields(base).map(fields -> over(fields, map, true));
          case ListValue list -> items(base).map(items -> merged(items, list));
          default -> Optional.empty();
        };
    return merged.orElseGet(() -> literal(value));
  }

  private static Items merged(Items base, ListValue list) {
    List<ValueTemplate> merged = new ArrayList<>(base.items());
    boolean named =
        base.items().stream().allMatch(item -> name(item).isPresent())
            && list.items().stream().allMatch(item -> name(literal(item)).isPresent());
    for (Value item : list.items()) {
      int at = named ? indexOf(merged, name(literal(item))) : -1;
      if (at < 0) {
        merged.add(literal(item));
      } else {
        merged.set(at, merged(merged.get(at), item));
      }
    }
    return new Items(merged, base.position());
  }

  private static int indexOf(List<ValueTemplate> items, Optional<String> name) {
    for (int i = 0; i < items.size(); i++) {
      if (name(items.get(i)).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<String> name(ValueTemplate item) {
    return fields(item)
        .map(fields -> fields.entries().get("name"))
        .flatMap(
            name ->
                switch (name) {
                  case Text text -> Optional.of(text.text().source());
                  case Literal(TextValue text, SourceMap places) -> Optional.of(text.value());
                  default -> Optional.empty();
                });
  }

  private static Optional<Fields> fields(ValueTemplate template) {
    if (template instanceof Literal(MapValue map, SourceMap places)) {
      Map<String, ValueTemplate> entries = new LinkedHashMap<>();
      map.entries().forEach((key, value) -> entries.put(key, new Literal(value, places.start())));
      return Optional.of(new Fields(entries, places.start()));
    }
    return template instanceof Fields fields ? Optional.of(fields) : Optional.empty();
  }

  private static Optional<Items> items(ValueTemplate template) {
    if (template instanceof Literal(ListValue list, SourceMap places)) {
      List<ValueTemplate> items =
          list.items().stream().<ValueTemplate>map(value -> new Literal(value, places.start())).toList();
      return Optional.of(new Items(items, places.start()));
    }
    return template instanceof Items items ? Optional.of(items) : Optional.empty();
  }

  private static Literal literal(Value value) {
    return new Literal(value, Position.START);
  }
}
