package io.noetl.domain.execution;

import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.playbook.TaskCall;
import io.noetl.domain.template.Variable;
import io.noetl.domain.value.Value;

/** Binds what a step yielded in the scope it ran in. */
final class Bindings {

  private Bindings() {}

  /** Binds what the step's action yielded: before the step's own {@code result} is evaluated. */
  static Scope ofAction(Plan plan, Step step, StepOutcome.Done done, Scope scope) {
    return switch (step.action()) {
      case StepAction.Route route -> scope;
      case StepAction.EndLoop end -> scope;
      case StepAction.Call call -> ofStep(step, done.data(), ofTask(plan, call.call(), done.data(), scope));
      case StepAction.BodyLoop loop -> ofStep(step, done.data(), ofResults(plan, step, done, scope));
      case StepAction.TaskLoop loop ->
          ofStep(step, done.data(), ofTask(plan, loop.call(), done.data(), ofResults(plan, step, done, scope)));
    };
  }

  /** Binds what is known of a step whose failure is accepted. */
  static Scope ofFailure(Plan plan, Step step, StepOutcome.Failed failed, Scope scope) {
    Value data = failed.data() == null ? Value.NULL : failed.data();
    Variable outcome = new Variable.Outcome(data, "error", failed.error());
    Scope bound = scope.bind(step.name(), outcome);
    return TaskDecisions.taskOf(plan, step)
        .map(task -> bound.bind(task.name(), outcome).bind("result", outcome))
        .orElse(bound);
  }

  /** Binds a step that was passed over. */
  static Scope ofSkipped(Step step, Scope scope) {
    return scope.bind(step.name(), new Variable.Outcome(Value.NULL, "skipped", null));
  }

  /** Binds the data of a step under the step's name. */
  private static Scope ofStep(Step step, Value data, Scope scope) {
    return scope.bind(step.name(), success(data));
  }

  /** Binds what a step made of what its action yielded, which of a loop with a task stays to be seen as its results. */
  static Scope reshaped(Plan plan, Step step, Value data, StepOutcome.Done done, Scope scope) {
    boolean list = step.action() instanceof StepAction.TaskLoop && plan.reads(step.name());
    return scope.bind(step.name(), new Variable.Outcome(data, "success", null, list ? done.data() : null));
  }

  private static Scope ofTask(Plan plan, TaskCall call, Value data, Scope scope) {
    String task = plan.playbook().task(call).name();
    return scope.bind(task, success(data)).bind("result", success(data));
  }

  private static Scope ofResults(Plan plan, Step step, StepOutcome.Done done, Scope scope) {
    LoopFrame loop = done.loop();
    if (loop == null || !Loops.keepsResults(plan, step, loop.size())) {
      return scope;
    }
    return scope.bind(Loops.resultsName(step), Value.of(loop.resultList()));
  }

  private static Variable success(Value data) {
    return new Variable.Outcome(data, "success", null);
  }
}
