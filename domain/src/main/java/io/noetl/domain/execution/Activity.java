package io.noetl.domain.execution;

import io.noetl.domain.value.Value.MapValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a scope is busy with. Branches run one after the other, so it is one thing at a time. */
sealed interface Activity {

  /** Between two steps. */
  record Idle() implements Activity {}

  /** About to enter a step with these values; {@code failure} when they could not be rendered. */
  record Entering(Pending pending, MapValue with, StepOutcome.@Nullable Failed failure) implements Activity {}

  /** A step has begun and its action has not; {@code failure} when its arguments could not be rendered. */
  record Stepping(StepVisit visit, StepOutcome.@Nullable Failed failure) implements Activity {}

  /**
   * The task of a step runs.
   *
   * @param node the task's node id
   * @param attempt which attempt it is, from 1
   */
  record Running(StepVisit visit, String node, long taskSequence, Instant startedAt, int attempt) implements Activity {}

  /** An attempt of a task has ended and another is to begin, not before {@code until}. */
  record Waiting(StepVisit visit, int attempt, Instant until) implements Activity {}

  /** The loop of a step runs. */
  record Looping(StepVisit visit, LoopFrame loop) implements Activity {}

  /** The action of a step has ended and its result is to be recorded. */
  record Finished(StepVisit visit, StepOutcome outcome) implements Activity {}

  /** A step of this scope failed: nothing of it runs any more. */
  record Failing(StepOutcome.Failed failure) implements Activity {}
}
