package io.noetl.domain.execution;

import io.noetl.domain.value.FloatText;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long steps and executions may take. Deadlines are measured from the event that began what they limit. */
final class Deadlines {

  private Deadlines() {}

  /** Why the execution is to end, when it has taken too long. */
  static @Nullable Doom ofExecution(Plan plan, ExecutionState state, Instant now) {
    Duration timeout = plan.playbook().policy().timeout();
    return timeout == null || now.isBefore(state.startedAt().plus(timeout))
        ? null
        : new Doom("the execution timed out after " + seconds(timeout));
  }

  /** The failure of a step that has taken too long; an item of a loop has no deadline of its own. */
  static StepOutcome.@Nullable Failed missed(Moment moment, StepVisit visit) {
    Instant deadline = of(visit);
    Duration timeout = visit.step().policy().timeout();
    if (deadline == null || timeout == null || moment.now().isBefore(deadline)) {
      return null;
    }
    String at = moment.plan().at(visit.step().position());
    return new StepOutcome.Failed("timed out after " + seconds(timeout), at, null, false);
  }

  /** When the step must have ended; null when it may take any time. */
  static @Nullable Instant of(StepVisit visit) {
    Duration timeout = visit.step().policy().timeout();
    return timeout == null || visit.item() ? null : visit.startedAt().plus(timeout);
  }

  /** {@code 5 s}, {@code 0.25 s}. */
  private static String seconds(Duration duration) {
    double seconds = duration.toNanos() / 1e9;
    return (seconds == Math.rint(seconds) ? Long.toString((long) seconds) : FloatText.of(seconds)) + " s";
  }
}
