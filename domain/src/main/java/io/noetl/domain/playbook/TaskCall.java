package io.noetl.domain.playbook;

import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.template.Position;

/** How a step calls for a task; {@code with} are the arguments of the call. */
public sealed interface TaskCall {

  Fields with();

  Position position();

  /** A task of the workbook, by name. */
  record Named(String task, Fields with, Position position) implements TaskCall {}

  /** A task written on the step itself. */
  record Inline(Task task, Fields with) implements TaskCall {
    @Override
    public Position position() {
      return task.position();
    }
  }
}
