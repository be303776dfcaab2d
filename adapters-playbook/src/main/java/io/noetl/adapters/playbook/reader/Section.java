package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.yaml.YamlNode;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Entry;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Mapping;
import io.noetl.domain.template.Position;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A map of the playbook as one construct sees it: each entry under the one spelling of its key. Making one reports the
 * keys that the construct does not know: an error where a known key is near or the key is refused, else a warning.
 */
final class Section {

  private final Mapping mapping;
  private final Keys keys;
  private final Problems problems;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private Section(Mapping mapping, Keys keys, Problems problems) {
    this.mapping = mapping;
    this.keys = keys;
    this.problems = problems;
  }

  static Section of(Mapping mapping, Keys keys, Problems problems) {
    Section section = new Section(mapping, keys, problems);
    mapping.entries().forEach(section::sort);
    return section;
  }

  /** The node as a section, or an error and nothing when it is no map; {@code what} begins the message. */
  static Optional<Section> of(YamlNode node, String what, Keys keys, Problems problems) {
    if (node instanceof Mapping mapping) {
      return Optional.of(of(mapping, keys, problems));
    }
    problems.error(node.position(), what + " must be a map, not " + node.kind());
    return Optional.empty();
  }

  Position position() {
    return mapping.position();
  }

  /** The map as it stands in the file, every key in its own spelling. */
  MapValue value() {
    return mapping.value() instanceof MapValue value ? value : Value.EMPTY_MAP;
  }

  /** The entry under that spelling; its own key is the one written. */
  @Nullable Entry entry(String key) {
    return entries.get(key);
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  /** All entries in the order of the file, by the spelling that the readers use. */
  Map<String, Entry> entries() {
    return Collections.unmodifiableMap(entries);
  }

  private void sort(Entry entry) {
    String key = keys.canonical(entry.key());
    String refusal = keys.refused().get(key);
    if (refusal != null) {
      refuse(entry, refusal);
    } else if (!keys.known().contains(key) && !keys.open()) {
      reportUnknown(entry);
    } else {
      Entry earlier = entries.putIfAbsent(key, entry);
      if (earlier != null) {
        problems.error(
            entry.position(), "'" + entry.key() + "' and '" + earlier.key() + "' mean the same; keep one of them");
      }
    }
  }

  /** {@code pass: false} asks for nothing, so it is no error where {@code pass} is not built. */
  private void refuse(Entry entry, String refusal) {
    boolean harmless = entry.key().equals("pass") && entry.value().value().equals(Value.FALSE);
    if (!harmless) {
      problems.error(entry.position(), refusal);
    }
  }

  private void reportUnknown(Entry entry) {
    String message = "unknown key '" + entry.key() + "'";
    Suggestion.near(entry.key(), keys.all())
        .ifPresentOrElse(
            name -> problems.error(entry.position(), message + "; did you mean '" + name + "'?"),
            () -> problems.warning(entry.position(), message));
  }
}
