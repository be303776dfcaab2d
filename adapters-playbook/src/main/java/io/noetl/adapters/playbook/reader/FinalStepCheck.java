package io.noetl.adapters.playbook.reader;

import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.playbook.Target;
import java.util.List;
import java.util.Map;

/** Checks that the steps under {@code finally} stand for themselves: nothing follows them, and they end nothing. */
final class FinalStepCheck {

  private final Map<String, StepDraft> steps;
  private final Problems problems;

  FinalStepCheck(Map<String, StepDraft> steps, Problems problems) {
    this.steps = steps;
    this.problems = problems;
  }

  void run(List<Target> finalSteps) {
    for (Target target : finalSteps) {
      StepDraft draft = steps.get(target.step());
      if (draft != null) {
        check(target, draft.step());
      }
    }
  }

  private void check(Target target, Step step) {
    String what = "step '" + step.name() + "' cannot stand under 'finally': ";
    if (step.name().equals(Step.START) || step.name().equals(Step.END)) {
      problems.error(target.position(), what + "the workflow itself runs it");
      return;
    }
    switch (step.action()) {
      case StepAction.BodyLoop loop -> problems.error(target.position(), what + "it is a loop with a body");
      case StepAction.EndLoop end -> problems.error(target.position(), what + "it ends a loop");
      case StepAction.Route route -> checkLast(target, step, what);
      case StepAction.Call call -> checkLast(target, step, what);
      case StepAction.TaskLoop loop -> checkLast(target, step, what);
    }
  }

  private void checkLast(Target target, Step step, String what) {
    if (ReferenceCheck.targets(step).findAny().isPresent()) {
      problems.error(target.position(), what + "it leads to other steps; list those there too");
    }
  }
}
