package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.yaml.YamlNode.Entry;
import io.noetl.domain.playbook.Parameters;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.TaskPolicy;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what a task of some type is given to do: its settings, under the spelling of its type. */
final class TaskReader {

  private final TaskTypes types;
  private final ValueReader values;
  private final Problems problems;

  TaskReader(TaskTypes types, ValueReader values, Problems problems) {
    this.types = types;
    this.values = values;
    this.problems = problems;
  }

  /**
   * The task that stands in a section.
   *
   * @param construct the keys of the section that are no settings
   * @param with the task's own arguments
   * @param policy what holds for it wherever it is called
   */
  Task task(String name, String type, Section section, Keys construct, Fields with, TaskPolicy policy) {
    Map<String, ValueTemplate> settings = new LinkedHashMap<>();
    section
        .entries()
        .forEach(
            (key, entry) -> {
              if (!construct.known().contains(key) || (key.equals("timeout") && types.hasTimeout(type))) {
                settings.put(key, setting(type, key, entry));
              }
            });
    types
        .required(type)
        .filter(key -> !settings.containsKey(key))
        .ifPresent(key -> problems.error(section.position(), "a task of type '" + type + "' needs '" + key + "'"));
    Fields fields = new Fields(settings, section.position());
    return new Task(name, section.position(), type, fields, with, new Parameters.None(), policy);
  }

  private ValueTemplate setting(String type, String key, Entry entry) {
    boolean code = type.equals("python") && key.equals("code");
    return code ? values.code(entry) : values.value(entry.value());
  }
}
