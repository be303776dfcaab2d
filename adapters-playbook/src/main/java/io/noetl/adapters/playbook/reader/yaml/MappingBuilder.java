package io.noetl.adapters.playbook.reader.yaml;

import io.noetl.adapters.playbook.reader.yaml.YamlNode.Entry;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Mapping;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Scalar;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Sequence;
import io.noetl.domain.template.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects the entries of a map. What {@code <<} merges stands before the map's own entries, which win over it; of
 * several merged maps the earlier wins (the merge key of YAML 1.1, in the order in which PyYAML merges).
 */
final class MappingBuilder {

  private final Map<String, Entry> own = new LinkedHashMap<>();
  private List<Entry> merged = List.of();
  private @Nullable Entry mergeKey;

  void add(Entry entry) {
    Entry earlier = own.putIfAbsent(entry.key(), entry);
    if (earlier != null) {
      throw duplicate(entry, earlier);
    }
  }

  void merge(Entry entry) {
    Entry earlier = mergeKey;
    if (earlier != null) {
      throw duplicate(entry, earlier);
    }
    mergeKey = entry;
    merged = mergedBy(entry.value());
  }

  Mapping build(Position position) {
    if (merged.isEmpty()) {
      return new Mapping(List.copyOf(own.values()), position);
    }
    Map<String, Entry> all = new LinkedHashMap<>();
    merged.forEach(entry -> all.put(entry.key(), entry));
    own.forEach(all::put);
    return new Mapping(List.copyOf(all.values()), position);
  }

  private static List<Entry> mergedBy(YamlNode node) {
    return switch (node) {
      case Mapping mapping -> mapping.entries();
      case Sequence sequence -> {
        List<Entry> entries = new ArrayList<>();
        for (YamlNode item : sequence.items().reversed()) {
          if (!(item instanceof Mapping mapping)) {
            throw noMap(item);
          }
          entries.addAll(mapping.entries());
        }
        yield entries;
      }
      case Scalar scalar -> throw noMap(scalar);
    };
  }

  private static YamlException duplicate(Entry entry, Entry earlier) {
    return new YamlException(
        "key '" + entry.key() + "' stands twice in this map; the first is on line " + earlier.position().line(),
        entry.position());
  }

  private static YamlException noMap(YamlNode node) {
    return new YamlException("'<<' merges a map or a list of maps, not " + node.kind(), node.position());
  }
}
