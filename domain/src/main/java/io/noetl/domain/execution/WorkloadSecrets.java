package io.noetl.domain.execution;

import io.noetl.domain.playbook.Confidential.WorkloadSecret;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.secret.Secret;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The secrets that stand in a workload, at the places that a playbook marks. */
public final class WorkloadSecrets {

  private WorkloadSecrets() {}

  /** All that can be hidden: of a map or list, every text and number in it. */
  public static List<Secret> of(Playbook playbook, MapValue workload) {
    List<Secret> secrets = new ArrayList<>();
    for (WorkloadSecret place : playbook.confidential().secrets()) {
      for (String text : texts(at(workload, place))) {
        if (Secret.problem(text).isEmpty()) {
          secrets.add(new Secret(place.name(), text));
        }
      }
    }
    return secrets;
  }

  /** The first that is missing, or cannot be hidden. */
  public static Optional<Problem> problem(Playbook playbook, MapValue workload) {
    return playbook.confidential().secrets().stream()
        .flatMap(place -> problem(place, at(workload, place)).stream())
        .findFirst();
  }

  /** The workload with null in the place of every secret. */
  static MapValue without(Playbook playbook, MapValue workload) {
    MapValue bare = workload;
    for (WorkloadSecret place : playbook.confidential().secrets()) {
      bare = without(bare, place.path());
    }
    return bare;
  }

  private static MapValue without(MapValue map, List<String> path) {
    Map<String, Value> entries = new LinkedHashMap<>(map.entries());
    List<String> rest = path.subList(1, path.size());
    entries.computeIfPresent(
        path.getFirst(),
        (key, value) -> rest.isEmpty() || !(value instanceof MapValue inner) ? Value.NULL : without(inner, rest));
    return Value.of(entries);
  }

  private static Optional<Problem> problem(WorkloadSecret place, Value value) {
    if (value instanceof NullValue) {
      String key = String.join(".", place.path());
      return Optional.of(
          new Problem(
              "the secret '" + place.name() + "' has no value; give it one with --input, --payload or --set "
                  + key + "=…, or write value: \"{{ env.NAME }}\" beside 'secret'",
              place.position()));
    }
    List<String> texts = texts(value);
    if (texts.isEmpty()) {
      String kind = value instanceof MapValue || value instanceof ListValue ? "holds no text" : "is no text";
      return Optional.of(new Problem("the secret '" + place.name() + "' " + kind, place.position()));
    }
    return texts.stream()
        .flatMap(text -> Secret.problem(text).stream())
        .map(problem -> new Problem("the secret '" + place.name() + "' " + problem, place.position()))
        .findFirst();
  }

  private static Value at(MapValue workload, WorkloadSecret place) {
    Value value = workload;
    for (String key : place.path()) {
      value = value instanceof MapValue map ? map.valueOf(key) : Value.NULL;
    }
    return value;
  }

  private static List<String> texts(Value value) {
    return switch (value) {
      case TextValue text -> List.of(text.value());
      case Value.IntValue number -> List.of(JsonWriter.write(number));
      case Value.BigIntValue number -> List.of(JsonWriter.write(number));
      case Value.FloatValue number -> List.of(JsonWriter.write(number));
      case ListValue list -> list.items().stream().flatMap(item -> texts(item).stream()).toList();
      case MapValue map -> map.entries().values().stream().flatMap(item -> texts(item).stream()).toList();
      case NullValue none -> List.of();
      case Value.BoolValue bool -> List.of();
    };
  }
}
