package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.yaml.YamlNode;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Entry;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Mapping;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Scalar;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The types of tasks that can run, and the settings of those that the language describes. A type that it does not
 * describe takes any setting.
 */
final class TaskTypes {

  /** Not a type of task: the step calls a task of the workbook. */
  static final String WORKBOOK = "workbook";

  /** Not a type of task: the step goes over items, and its task is nested in it. */
  static final String ITERATOR = "iterator";

  /** The task runs another playbook, which needs no runner. */
  static final String PLAYBOOK = "playbook";

  static final Map<String, Keys> SETTINGS =
      Map.of(
          "http",
              Keys.of(
                      "endpoint", "method", "params", "payload", "form", "body", "files", "body_file", "headers", "auth",
                      "timeout", "redirects", "rate", "save_to", "max_size")
                  .alias("url", "endpoint")
                  ,
          "python", Keys.of("code", "timeout"),
          PLAYBOOK, Keys.of("path", "timeout"),
          "duckdb",
              Keys.of("commands", "database", "external_access", "timeout")
                  .alias("command", "commands")
                  );

  private static final Map<String, String> REQUIRED =
      Map.of("http", "endpoint", "python", "code", "duckdb", "commands", PLAYBOOK, "path");

  /** Settings where no type says whose they are. */
  private static final Map<String, String> MISPLACED =
      SETTINGS.values().stream()
          .flatMap(settings -> Stream.concat(settings.known().stream(), settings.aliases().keySet().stream()))
          .distinct()
          .collect(
              Collectors.toUnmodifiableMap(
                  key -> key, key -> "'" + key + "' is a setting of a task; it needs the task's 'type' beside it"));

  private final Set<String> runnable;
  private final Problems problems;

  TaskTypes(Set<String> runnable, Problems problems) {
    this.runnable = new TreeSet<>(runnable);
    this.runnable.add(PLAYBOOK);
    this.problems = problems;
  }

  /** The type under the key {@code type}, or an error and nothing. */
  Optional<String> type(Entry entry) {
    if (!(entry.value() instanceof Scalar scalar) || !scalar.isText()) {
      problems.error(entry.value().position(), "'type' must be a type of task, not " + entry.value().kind());
      return Optional.empty();
    }
    String type = scalar.written();
    if (type.equals(WORKBOOK) || runnable.contains(type)) {
      return Optional.of(type);
    }
    String message =
        type.equals(ITERATOR) ? "'type: iterator' is a kind of step; a task cannot be one" : unknown(type);
    problems.error(entry.value().position(), message);
    return Optional.empty();
  }

  /** The keys of a map that may be a task: those of the construct and those of the type that stands in it. */
  Keys keys(Keys construct, YamlNode node) {
    Optional<String> type =
        typeEntry(node).map(entry -> entry.value() instanceof Scalar scalar ? scalar.written() : "");
    if (type.isEmpty() || type.get().equals(WORKBOOK)) {
      return construct.refuse(MISPLACED);
    }
    if (type.get().equals(ITERATOR)) {
      return construct.with(Construct.LOOP);
    }
    Keys settings = SETTINGS.get(type.get());
    return settings == null ? construct.opened() : construct.with(settings);
  }

  /** Whether tasks of that type have a {@code timeout} of their own. */
  boolean hasTimeout(String type) {
    Keys settings = SETTINGS.get(type);
    return settings != null && settings.known().contains("timeout");
  }

  /** The setting that a task of that type cannot be without. */
  Optional<String> required(String type) {
    return Optional.ofNullable(REQUIRED.get(type));
  }

  private static Optional<Entry> typeEntry(YamlNode node) {
    return node instanceof Mapping mapping ? mapping.entry("type") : Optional.empty();
  }

  private String unknown(String type) {
    Set<String> known = new TreeSet<>(runnable);
    known.add(WORKBOOK);
    Set<String> written = new TreeSet<>(known);
    written.add(ITERATOR);
    return Suggestion.near(type, written)
        .map(name -> "unknown type '" + type + "'; did you mean '" + name + "'?")
        .orElseGet(() -> "unknown type '" + type + "'; known are " + String.join(", ", known));
  }
}
