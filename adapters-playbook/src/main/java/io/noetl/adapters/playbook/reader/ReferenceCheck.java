package io.noetl.adapters.playbook.reader;

import io.noetl.domain.playbook.NextEntry;
import io.noetl.domain.playbook.OnError;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.playbook.Target;
import io.noetl.domain.playbook.TaskCall;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Checks that every step and task that is named exists; {@code end} need not. */
final class ReferenceCheck {

  private final Map<String, StepDraft> steps;
  private final Set<String> tasks;

  /** The steps that may be gone to. */
  private final Set<String> known;

  private final Problems problems;

  ReferenceCheck(Map<String, StepDraft> steps, Set<String> tasks, Problems problems) {
    this.steps = steps;
    this.tasks = tasks;
    this.known = new HashSet<>(steps.keySet());
    this.known.add(Step.END);
    this.problems = problems;
  }

  void run(List<Target> finalSteps) {
    finalSteps.forEach(this::checkTarget);
    for (StepDraft draft : steps.values()) {
      targets(draft.step()).forEach(this::checkTarget);
      switch (draft.step().action()) {
        case StepAction.Call call -> checkCall(call.call());
        case StepAction.TaskLoop loop -> checkCall(loop.call());
        case StepAction.Route r -> {}
        case StepAction.BodyLoop l -> {}
        case StepAction.EndLoop e -> {}
      }
    }
  }

  /** Every target of a step's {@code next}, whatever its condition, and the one that its failure leads to. */
  static Stream<Target> targets(Step step) {
    Stream<Target> onError =
        step.policy().onError() instanceof OnError.GoTo target ? Stream.of(target.target()) : Stream.empty();
    return Stream.concat(nextTargets(step), onError);
  }

  /** Every target of a step's {@code next}, whatever its condition. */
  static Stream<Target> nextTargets(Step step) {
    return step.next().stream()
        .flatMap(
            entry ->
                switch (entry) {
                  case NextEntry.Always always -> Stream.of(always.target());
                  case NextEntry.When when -> Stream.concat(when.then().stream(), when.otherwise().stream());
                  case NextEntry.Otherwise otherwise -> otherwise.targets().stream();
                });
  }

  private void checkTarget(Target target) {
    if (!known.contains(target.step())) {
      problems.error(
          target.position(), "unknown step '" + target.step() + "'" + Suggestion.after(target.step(), known));
    }
  }

  private void checkCall(TaskCall call) {
    if (call instanceof TaskCall.Named named && !tasks.contains(named.task())) {
      problems.error(
          named.position(), "unknown task '" + named.task() + "'" + Suggestion.after(named.task(), tasks));
    }
  }
}
