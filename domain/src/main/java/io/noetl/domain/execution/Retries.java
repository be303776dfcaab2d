package io.noetl.domain.execution;

import io.noetl.domain.playbook.Retry;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.FloatValue;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.MapValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides whether a task is tried again, and after what delay. */
final class Retries {

  /** The seconds that a server asks to be left alone for, in the metadata of an outcome. */
  private static final String RETRY_AFTER = "retry_after";

  private static final double MAX_SECONDS = 7 * 24 * 3600.0;

  private Retries() {}

  /** The retry that holds for a task of a step: the step's own, else the task's. */
  static @Nullable Retry of(StepVisit visit, Task task) {
    Retry own = visit.step().policy().retry();
    return own == null ? task.policy().retry() : own;
  }

  /** What was decided about an attempt that has ended. */
  sealed interface Verdict {

    /** The outcome stands. */
    record Stands() implements Verdict {}

    /** Another attempt follows. */
    record Again(int attempt, Duration delay) implements Verdict {}

    /** The attempts are used up before {@code stop_when} became true. */
    record GivenUp(String error) implements Verdict {}
  }

  static Verdict judge(Retry retry, int attempt, TaskOutcome outcome, Scope scope, Rendering rendering) {
    Scope seen = scope.inner().bindAll(visible(attempt, outcome));
    boolean stop = retry.stopWhen() != null && Truth.of(rendering.text(retry.stopWhen(), seen));
    boolean again =
        switch (outcome) {
          case TaskOutcome.Success success -> retry.stopWhen() != null && !stop;
          case TaskOutcome.Failure failure ->
              !stop && (retry.when() == null || Truth.of(rendering.text(retry.when(), seen)));
        };
    if (!again || rendering.failure() != null) {
      return new Verdict.Stands();
    }
    if (attempt < retry.maxAttempts()) {
      return new Verdict.Again(attempt + 1, delay(retry, attempt, outcome, rendering.random()));
    }
    return outcome instanceof TaskOutcome.Success
        ? new Verdict.GivenUp("'stop_when' was still false after " + attempts(attempt))
        : new Verdict.Stands();
  }

  private static String attempts(int count) {
    return count == 1 ? "1 attempt" : count + " attempts";
  }

  private static Duration delay(Retry retry, int attempt, TaskOutcome outcome, double random) {
    Duration own = retry.delayAfter(attempt, random);
    double asked = number(outcome.metadata().valueOf(RETRY_AFTER));
    Duration server = Duration.ofNanos((long) (Math.min(Math.max(asked, 0), MAX_SECONDS) * 1e9));
    return own.compareTo(server) < 0 ? server : own;
  }

  private static double number(Value value) {
    if (value instanceof IntValue integer) {
      return integer.value();
    }
    return value instanceof FloatValue number ? number.value() : 0;
  }

  /** What {@code when} and {@code stop_when} see beside the variables in scope. */
  private static MapValue visible(int attempt, TaskOutcome outcome) {
    Map<String, Value> names = new LinkedHashMap<>();
    names.put("attempt", Value.of(attempt));
    Value data =
        switch (outcome) {
          case TaskOutcome.Success success -> success.data();
          case TaskOutcome.Failure failure -> failure.data() == null ? Value.NULL : failure.data();
        };
    names.put("error", outcome instanceof TaskOutcome.Failure failure ? Value.of(failure.error()) : Value.NULL);
    names.put("result", data);
    names.put("status_code", data instanceof MapValue map ? map.valueOf("status_code") : Value.NULL);
    return Value.of(names);
  }
}
