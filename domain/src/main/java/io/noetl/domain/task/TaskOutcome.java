package io.noetl.domain.task;

import io.noetl.domain.template.Position;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import org.jspecify.annotations.Nullable;

/** What came of a task. A failed task is an outcome, not an exception. */
public sealed interface TaskOutcome {

  /** What is worth keeping beside the data, such as {@code stdout}; kept in the event's metadata. */
  MapValue metadata();

  /** The task did its work. */
  record Success(Value data, MapValue metadata) implements TaskOutcome {}

  /**
   * The task failed.
   *
   * @param error one line: what failed, on what, and why
   * @param data what is known of the result all the same, such as the response to a refused request
   * @param position the place in the playbook that failed, where it is more exact than the task's own
   */
  record Failure(String error, @Nullable Value data, @Nullable Position position, MapValue metadata)
      implements TaskOutcome {}
}
