package io.noetl.domain.execution;

import io.noetl.domain.playbook.Loop;
import io.noetl.domain.playbook.OnError;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.template.TemplateText;

/** What follows from how a loop is written. */
final class Loops {

  /** Above so many items the list of a loop with a task is kept only when something reads it. */
  static final int KEPT_ITEMS = 10_000;

  private Loops() {}

  static Loop of(Step step) {
    return switch (step.action()) {
      case StepAction.BodyLoop body -> body.loop();
      case StepAction.TaskLoop task -> task.loop();
      case StepAction.Route route -> throw noLoop(step);
      case StepAction.Call call -> throw noLoop(step);
      case StepAction.EndLoop end -> throw noLoop(step);
    };
  }

  /** What a failed item does: what the loop says, else what its task says of its failures. */
  static Loop.OnItemError onItemError(Plan plan, Step step) {
    Loop.OnItemError own = of(step).onItemError();
    boolean accepted =
        own == Loop.OnItemError.FINISH
            && step.action() instanceof StepAction.TaskLoop loop
            && plan.playbook().task(loop.call()).policy().onError() instanceof OnError.Continue;
    return accepted ? Loop.OnItemError.CONTINUE : own;
  }

  /**
   * Whether the failure of the next item that fails is accepted: by the loop, or because it fails the loop's step, whose
   * own failure is.
   *
   * @param around whether a failure of the scope that the loop runs in is accepted
   */
  static boolean accepts(Plan plan, Activity.Looping looping, boolean around) {
    Step step = looping.visit().step();
    return switch (onItemError(plan, step)) {
      case FINISH -> false;
      case CONTINUE -> !isLast(looping) || acceptsStep(plan, step, around);
      case FAIL -> acceptsStep(plan, step, around);
    };
  }

  /** Whether one more failed item is more than the loop allows. */
  private static boolean isLast(Activity.Looping looping) {
    Long most = of(looping.visit().step()).limits().maxFailures();
    return most != null && looping.loop().counts().failed() >= most;
  }

  private static boolean acceptsStep(Plan plan, Step step, boolean around) {
    return around || !(TaskDecisions.onError(plan, step) instanceof OnError.Fail);
  }

  /** The name under which the results of a loop are bound. */
  static String resultsName(Step loop) {
    return loop.name() + "_results";
  }

  /** Whether the results of the items are kept: building a list that nothing reads would cost memory per item. */
  static boolean keepsResults(Plan plan, Step step, int items) {
    if (plan.reads(resultsName(step))) {
      return true;
    }
    return step.action() instanceof StepAction.TaskLoop loop
        && (items <= KEPT_ITEMS
            || plan.reads(step.name())
            || plan.reads("result")
            || plan.reads(plan.playbook().task(loop.call()).name()));
  }

  /** Whether the filter of a loop keeps the item bound in {@code scope}; an absent or blank one keeps all. */
  static boolean keeps(Loop loop, Scope scope, Rendering rendering) {
    TemplateText filter = loop.filter();
    return filter == null || isBlank(filter.source().strip()) || Truth.of(rendering.text(filter, scope));
  }

  private static boolean isBlank(String text) {
    boolean braces = text.startsWith("{{") && text.endsWith("}}") && text.length() >= 4;
    return text.isEmpty() || (braces && text.substring(2, text.length() - 2).isBlank());
  }

  private static IllegalArgumentException noLoop(Step step) {
    return new IllegalArgumentException("step '" + step.name() + "' is no loop");
  }
}
