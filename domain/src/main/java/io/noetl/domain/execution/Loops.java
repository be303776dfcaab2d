package io.noetl.domain.execution;

import io.noetl.domain.playbook.Loop;
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
