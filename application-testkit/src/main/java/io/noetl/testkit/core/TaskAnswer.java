package io.noetl.testkit.core;

import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a task of a test does. */
@FunctionalInterface
public interface TaskAnswer {

  /**
   * The outcome of a call.
   *
   * @param call counts the calls of the task in a run, from 1
   */
  TaskOutcome answer(int call, TaskRequest request);

  /** The task does not end by itself. */
  TaskOutcome HANGS = failure("hangs");

  /** The task yields a value. */
  static TaskOutcome success(@Nullable Object value) {
    return new TaskOutcome.Success(Values.value(value), Value.EMPTY_MAP);
  }

  /** The task fails. */
  static TaskOutcome failure(String error) {
    return new TaskOutcome.Failure(error, null, null, Value.EMPTY_MAP);
  }

  /** The nth call has the nth outcome; further calls have the last one. */
  static TaskAnswer inTurn(List<TaskOutcome> outcomes) {
    return (call, request) -> outcomes.get(Math.min(call, outcomes.size()) - 1);
  }

  /** Every call yields the arguments it is given. */
  static TaskAnswer echo() {
    return (call, request) -> success(request.arguments());
  }
}
