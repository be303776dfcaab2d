package io.noetl.domain.execution;

import io.noetl.domain.value.Value;
import org.jspecify.annotations.Nullable;

/** How the action of a step ended. */
sealed interface StepOutcome {

  /**
   * The action did its work.
   *
   * @param data the data of the task or loop; null value for a step without either
   * @param loop the loop that ended; null for a step without one
   */
  record Done(Value data, @Nullable LoopFrame loop) implements StepOutcome {

    static final Done NOTHING = new Done(Value.NULL, null);
  }

  /**
   * The action failed.
   *
   * @param error what failed, in one line
   * @param at {@code file:line:column}
   * @param data what is known all the same
   * @param known whether the failure was counted already, deeper inside, or is a cancellation, which is none
   * @param loop the loop that failed; null for a step without one
   */
  record Failed(String error, String at, @Nullable Value data, boolean known, @Nullable LoopFrame loop)
      implements StepOutcome {

    Failed(String error, String at, @Nullable Value data, boolean known) {
      this(error, at, data, known, null);
    }

    Failed of(LoopFrame failed) {
      return new Failed(error, at, data, known, failed);
    }
  }
}
