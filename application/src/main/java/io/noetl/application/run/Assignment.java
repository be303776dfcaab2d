package io.noetl.application.run;

import io.noetl.application.error.InvalidRequestException;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.playbook.ValueTemplate.Literal;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.SourceMap;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One {@code key.path=value}: puts a value at a path through maps, and leaves everything beside it. Maps that are
 * missing on the way are made.
 */
record Assignment(List<String> path, String text) {

  /**
   * Splits an assignment.
   *
   * @throws InvalidRequestException if it has no {@code =}, or an empty key
   */
  static Assignment of(String assignment) {
    int equals = assignment.indexOf('=');
    String path = equals < 0 ? "" : assignment.substring(0, equals).strip();
    List<String> keys = List.of(path.split("\\.", -1));
    if (keys.stream().anyMatch(String::isBlank)) {
      throw new InvalidRequestException(
          "--set '" + assignment + "' is no assignment", "write --set key=value or --set key.path=value");
    }
    return new Assignment(keys, assignment.substring(equals + 1));
  }

  /** The workload with {@code value} at the path. */
  Fields in(Fields workload, Value value) {
    return in(workload, 0, value);
  }

  private Fields in(Fields fields, int depth, Value value) {
    String key = path.get(depth);
    Map<String, ValueTemplate> entries = new LinkedHashMap<>(fields.entries());
    boolean last = depth == path.size() - 1;
    entries.put(
        key, last ? new Literal(value, Position.START) : in(inner(entries.get(key), depth), depth + 1, value));
    return new Fields(entries, fields.position());
  }

  private Fields inner(@Nullable ValueTemplate template, int depth) {
    return switch (template) {
      case null -> Fields.NONE;
      case Fields fields -> fields;
      case Literal(MapValue map, SourceMap places) -> {
        Map<String, ValueTemplate> entries = new LinkedHashMap<>();
        map.entries().forEach((key, value) -> entries.put(key, new Literal(value, places.start())));
        yield new Fields(entries, places.start());
      }
      default -> {
        String key = String.join(".", path.subList(0, depth + 1));
        throw new InvalidRequestException(
            "--set " + String.join(".", path) + ": '" + key + "' is no map in the workload",
            "set '" + key + "' itself, or a key of a map");
      }
    };
  }
}
