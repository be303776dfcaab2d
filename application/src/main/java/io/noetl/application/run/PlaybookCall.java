package io.noetl.application.run;

import io.noetl.domain.event.Status;
import io.noetl.domain.execution.Command;
import io.noetl.domain.execution.ExecutionFailure;
import io.noetl.domain.execution.ExecutionState;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task of type {@code playbook} while the playbook that it calls runs.
 *
 * @param caller the playbook that the task belongs to
 * @param node the task's node id in the log
 * @param startedAt when the task began
 * @param timeout how long it may take; null for any time
 */
record PlaybookCall(
    PlaybookRun caller, Command.RunTask task, String node, Instant startedAt, @Nullable Duration timeout) {

  /** When the called playbook must have ended; null when it may take any time. */
  @Nullable Instant deadline() {
    return timeout == null ? null : startedAt.plus(timeout);
  }

  /** What came of the task, once the called playbook has ended: the data of its steps, or its first failure. */
  TaskOutcome outcome(PlaybookRun called) {
    ExecutionState state = called.state();
    if (state.status() == Status.SUCCESS) {
      return new TaskOutcome.Success(state.stepData(), Value.EMPTY_MAP);
    }
    String error = "playbook '" + called.plan().playbook().name() + "' failed: " + reason(state);
    if (state.status() == Status.CANCELLED) {
      error = timeout != null && called.isLate() ? "timed out after " + seconds(timeout) : "cancelled";
    }
    return new TaskOutcome.Failure(error, null, null, Value.EMPTY_MAP);
  }

  private static String reason(ExecutionState called) {
    List<ExecutionFailure> failures = called.failures();
    if (failures.isEmpty()) {
      return "it ended in error";
    }
    ExecutionFailure first = failures.getFirst();
    String step = first.step().isEmpty() ? "" : "step '" + first.step() + "': ";
    boolean placed = first.at().isEmpty() || first.error().startsWith("playbook '");
    return step + first.error() + (placed ? "" : " (" + first.at() + ")");
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros().toPlainString() + " s";
  }
}
