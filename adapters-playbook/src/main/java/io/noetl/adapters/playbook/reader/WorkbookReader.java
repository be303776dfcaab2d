package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.yaml.YamlNode;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Entry;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Sequence;
import io.noetl.domain.playbook.OnError;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.TaskPolicy;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the workbook: a list of tasks with names. */
final class WorkbookReader {

  private final TaskTypes types;
  private final TaskReader tasks;
  private final NameReader names;
  private final ValueReader values;
  private final PolicyReader policies;
  private final Problems problems;

  WorkbookReader(
      TaskTypes types,
      TaskReader tasks,
      NameReader names,
      ValueReader values,
      PolicyReader policies,
      Problems problems) {
    this.policies = policies;
    this.types = types;
    this.tasks = tasks;
    this.names = names;
    this.values = values;
    this.problems = problems;
  }

  /**
   * The tasks by name, in the order of the file. One whose type is wrong is among them, so that calls of it are not
   * reported as well.
   */
  Map<String, Task> read(@Nullable Entry workbook) {
    Map<String, Task> found = new LinkedHashMap<>();
    if (workbook == null || workbook.value().value().equals(Value.NULL)) {
      return found;
    }
    if (!(workbook.value() instanceof Sequence sequence)) {
      problems.error(workbook.value().position(), "'workbook' must be a list of tasks, not " + workbook.value().kind());
      return found;
    }
    sequence.items().forEach(item -> readTask(item, found));
    return found;
  }

  private void readTask(YamlNode item, Map<String, Task> found) {
    Optional<Section> section = Section.of(item, "a task", types.keys(Construct.TASK, item), problems);
    if (section.isEmpty()) {
      return;
    }
    Entry nameEntry = nameEntry(section.get());
    Optional<String> name = nameEntry == null ? Optional.empty() : names.name(nameEntry);
    Task task = task(section.get(), name.orElse(""));
    if (nameEntry != null && name.isPresent()) {
      Task earlier = found.putIfAbsent(name.get(), task);
      if (earlier != null) {
        problems.error(
            nameEntry.value().position(),
            "task '" + name.get() + "' is there already, on line " + earlier.position().line());
      }
    }
  }

  private @Nullable Entry nameEntry(Section section) {
    Entry task = section.entry("task");
    Entry name = section.entry("name");
    if (task != null && name != null) {
      problems.error(name.position(), "'name' and 'task' mean the same here; keep one of them");
    }
    if (task == null && name == null) {
      problems.error(section.position(), "a task needs its name: 'task: NAME'");
    }
    return task != null ? task : name;
  }

  private Task task(Section section, String name) {
    Entry entry = section.entry("type");
    if (entry == null) {
      problems.error(section.position(), "a task needs its 'type'");
    }
    Optional<String> type = entry == null ? Optional.empty() : types.type(entry);
    if (entry != null && type.equals(Optional.of(TaskTypes.WORKBOOK))) {
      problems.error(entry.value().position(), "a task of the workbook cannot be of 'type: workbook' itself");
    }
    Fields with = values.fields(section.entry("with"));
    return tasks.task(name, type.orElse(""), section, Construct.TASK, with, policy(section));
  }

  /** A task does not know what steps there are where it is called, so its failure cannot lead to one. */
  private TaskPolicy policy(Section section) {
    TaskPolicy policy = policies.task(section);
    Entry onError = section.entry("on_error");
    if (onError != null && policy.onError() instanceof OnError.GoTo) {
      problems.error(onError.position(), "the 'on_error' of a task is fail or continue; a step to go to belongs on the step");
    }
    return policy;
  }
}
