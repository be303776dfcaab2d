package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.yaml.YamlNode.Entry;
import io.noetl.domain.playbook.Parameters;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.TaskCall;
import io.noetl.domain.playbook.TaskPolicy;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.template.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads how a step calls for its task, under {@code call} or on the step itself: {@code task: NAME}, {@code type:
 * workbook} with {@code task} or {@code name}, or a type with its settings.
 */
final class CallReader {

  private final TaskTypes types;
  private final TaskReader tasks;
  private final NameReader names;
  private final ValueReader values;
  private final Problems problems;

  CallReader(TaskTypes types, TaskReader tasks, NameReader names, ValueReader values, Problems problems) {
    this.types = types;
    this.tasks = tasks;
    this.names = names;
    this.values = values;
    this.problems = problems;
  }

  /** Whether the step has a task, under {@code call} or of its own. */
  boolean isWritten(Section step) {
    return step.has("call") || step.has("type") || step.has("task");
  }

  /** The call of a step that has one; after a mistake, a call that stands in for it. */
  TaskCall read(Section step, String stepName) {
    Entry call = step.entry("call");
    if (call == null) {
      return call(step, Construct.STEP, stepName, step.entry("with"));
    }
    Entry own = step.has("type") ? step.entry("type") : step.entry("task");
    if (own != null) {
      problems.error(own.position(), "the step has a 'call' already; write '" + own.key() + "' there or leave it out");
    }
    return under(call, step, stepName);
  }

  /** The call in the map under {@code call}, or under the {@code task} of an iterator. */
  TaskCall under(Entry call, Section step, String stepName) {
    return Section.of(call.value(), "'" + call.key() + "'", types.keys(Construct.CALL, call.value()), problems)
        .map(section -> call(section, Construct.CALL, stepName, arguments(section, call.key(), step)))
        .orElseGet(() -> standIn(stepName, call.position()));
  }

  /** The call of a task of the workbook by its name alone. */
  TaskCall named(Entry name, Section step, String stepName) {
    return named(step, name, stepName, values.fields(step.entry("with")));
  }

  private @Nullable Entry arguments(Section call, String key, Section step) {
    Entry inCall = call.entry("with");
    Entry onStep = step.entry("with");
    if (inCall != null && onStep != null) {
      problems.error(
          onStep.position(), "'" + onStep.key() + "' stands in the step's '" + key + "' too; keep one of them");
    }
    return inCall != null ? inCall : onStep;
  }

  private TaskCall call(Section section, Keys construct, String stepName, @Nullable Entry arguments) {
    Fields with = values.fields(arguments);
    Entry type = section.entry("type");
    if (type == null) {
      return named(section, section.entry("task"), stepName, with);
    }
    Optional<String> found = types.type(type);
    if (found.isEmpty()) {
      return standIn(stepName, section.position());
    }
    if (found.get().equals(TaskTypes.WORKBOOK)) {
      return named(section, taskOrName(section), stepName, with);
    }
    Entry name = taskOrName(section);
    if (name != null) {
      problems.error(
          name.position(),
          "'" + name.key() + "' names a task of the workbook; it has no place beside 'type: " + found.get() + "'");
    }
    return new TaskCall.Inline(tasks.task(stepName, found.get(), section, construct, Fields.NONE, TaskPolicy.NONE), with);
  }

  private TaskCall named(Section section, @Nullable Entry name, String stepName, Fields with) {
    if (name == null) {
      problems.error(
          section.position(), "a call needs 'task', the name of a task of the workbook, or the 'type' of a task");
      return standIn(stepName, section.position());
    }
    Optional<String> task = names.name(name);
    return task.isPresent()
        ? new TaskCall.Named(task.get(), with, name.value().position())
        : standIn(stepName, section.position());
  }

  private @Nullable Entry taskOrName(Section section) {
    Entry task = section.entry("task");
    Entry name = section.entry("name");
    if (task != null && name != null) {
      problems.error(name.position(), "'name' and 'task' mean the same here; keep one of them");
    }
    return task != null ? task : name;
  }

  /** A call that names nothing, for a playbook that is refused anyway. */
  private static TaskCall standIn(String stepName, Position position) {
    Task task = new Task(stepName, position, "", Fields.NONE, Fields.NONE, new Parameters.None());
    return new TaskCall.Inline(task, Fields.NONE);
  }
}
