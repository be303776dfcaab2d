package io.noetl.domain.execution;

import io.noetl.domain.event.Event;
import io.noetl.domain.event.Status;
import io.noetl.domain.execution.ExecutionState.Phase;
import io.noetl.domain.playbook.Target;
import io.noetl.domain.template.Variable;
import io.noetl.domain.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The steps that run when everything else has ended, however it ended. They run in the execution's own scope, one after
 * the other, each whatever became of the one before. They see {@code execution.status} and {@code execution.error}.
 */
final class FinalSteps {

  /** Where the way to a final step begins. */
  private static final String FROM = "finally";

  private FinalSteps() {}

  static boolean any(Plan plan) {
    return !plan.playbook().policy().finalSteps().isEmpty();
  }

  static List<Pending> pending(Plan plan) {
    return plan.playbook().policy().finalSteps().stream().map(FinalSteps::pending).toList();
  }

  private static Pending pending(Target target) {
    return new Pending(FROM, FROM, target.step(), target.with(), null, null, true);
  }

  /** The state in which the way to the first final step is about to be taken. */
  static ExecutionState begin(Plan plan, ExecutionState state, String after) {
    Frame root = ready(plan, state, after);
    return state.with(root).with(Phase.FINALLY, Status.valueOf(after.toUpperCase(Locale.ROOT)));
  }

  /** The execution's own scope, with nothing left to do but the final steps. */
  static Frame ready(Plan plan, ExecutionState state, String after) {
    Frame root = state.root();
    Map<String, Value> execution = new LinkedHashMap<>();
    execution.put("status", Value.of(after));
    execution.put("error", after.equals(Status.ERROR.text()) ? lastError(state) : Value.NULL);
    Scope scope = root.scope().bind("execution", new Variable.Plain(Value.of(execution)));
    return root.alone(scope, pending(plan));
  }

  private static Value lastError(ExecutionState state) {
    List<ExecutionFailure> failures = state.failures();
    return failures.isEmpty() ? Value.NULL : Value.of(failures.getLast().error());
  }

  /** A final step has failed: the next one runs, and the execution ends in error unless it was cancelled. */
  static ExecutionState failed(
      ExecutionState state, Frame frame, String step, StepOutcome.Failed failure, @Nullable Event counted) {
    ExecutionState next = state.with(frame.withData(step, Value.NULL).with(new Activity.Idle()));
    String error = counted == null ? failure.error() : Fold.message(counted);
    String node = counted == null ? step : counted.node().id();
    ExecutionFailure told = new ExecutionFailure(node, step, error, failure.at());
    ExecutionState passed = next.withFailedItem(told);
    return counted == null ? passed : passed.with(told);
  }
}
