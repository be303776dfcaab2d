package io.noetl.application.run;

import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.value.Value;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What runners threw although they may not: a failure of the task each, and thrown once the execution has ended. */
final class Defects {

  /** How many after the first are kept; each task of a long loop may have one. */
  private static final int MAX_SUPPRESSED = 10;

  private @Nullable IllegalStateException first;

  /** The outcome of the task whose runner threw that. */
  TaskOutcome taken(String node, Throwable thrown) {
    IllegalStateException defect = new IllegalStateException("task '" + node + "' broke its runner", thrown);
    if (first == null) {
      first = defect;
    } else if (first.getSuppressed().length < MAX_SUPPRESSED) {
      first.addSuppressed(defect);
    }
    String what = String.valueOf(thrown).lines().collect(Collectors.joining(" "));
    return new TaskOutcome.Failure("the runner failed: " + what, null, null, Value.EMPTY_MAP);
  }

  /** Adds the first one, which has the others, to what ends the execution otherwise. */
  void addTo(Throwable problem) {
    if (first != null) {
      problem.addSuppressed(first);
    }
  }

  /**
   * Does nothing if there were none.
   *
   * @throws IllegalStateException the first one
   */
  void throwFirst() {
    if (first != null) {
      throw first;
    }
  }
}
