package io.noetl.adapters.duckdb.task;

import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.template.Position;
import io.noetl.domain.value.Value;
import org.jspecify.annotations.Nullable;

/** Why a call failed: carries the error up to where it becomes the outcome. */
final class TaskFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable Position position;

  /**
   * A failure.
   *
   * @param position the place in the playbook; null for the task's own
   */
  TaskFailure(String error, @Nullable Position position) {
    super(error, null, false, false);
    this.position = position;
  }

  TaskOutcome outcome() {
    return new TaskOutcome.Failure(String.valueOf(getMessage()), null, position, Value.EMPTY_MAP);
  }
}
