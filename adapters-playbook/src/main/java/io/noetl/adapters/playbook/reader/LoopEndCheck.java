package io.noetl.adapters.playbook.reader;

import io.noetl.domain.playbook.OnError;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.playbook.Target;
import io.noetl.domain.template.Position;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Warns of a loop whose body leads nowhere to the loop's end: it runs all the same, but no branch brings it anything. */
final class LoopEndCheck {

  private final Map<String, StepDraft> steps;
  private final Problems problems;
  private final Map<String, String> ends = new HashMap<>();

  LoopEndCheck(Map<String, StepDraft> steps, Problems problems) {
    this.steps = steps;
    this.problems = problems;
    for (StepDraft draft : steps.values()) {
      if (draft.step().action() instanceof StepAction.EndLoop end) {
        ends.putIfAbsent(end.loopStep(), draft.name());
      }
    }
  }

  /** Looks at the loops that are reached. */
  void run(Set<String> reached) {
    for (StepDraft draft : steps.values()) {
      String end = ends.get(draft.name());
      boolean repeatsBody = draft.step().action() instanceof StepAction.BodyLoop;
      if (end != null && repeatsBody && reached.contains(draft.name()) && !bodyReaches(draft.step(), end)) {
        warn(draft.name(), end);
      }
    }
  }

  private void warn(String loop, String end) {
    StepDraft draft = steps.get(end);
    if (draft != null) {
      Position position = draft.endLoopAt() == null ? draft.nameAt() : draft.endLoopAt();
      problems.warning(
          position,
          "the body of loop '" + loop + "' never reaches its end, step '" + end + "'; let its last step lead there");
    }
  }

  private boolean bodyReaches(Step loop, String end) {
    Set<String> seen = new HashSet<>();
    Deque<String> waiting = new ArrayDeque<>(ReferenceCheck.nextTargets(loop).map(Target::step).toList());
    while (!waiting.isEmpty()) {
      String name = waiting.pop();
      if (name.equals(end)) {
        return true;
      }
      StepDraft draft = steps.get(name);
      if (draft != null && !name.equals(Step.END) && seen.add(name)) {
        waysOn(draft.step()).forEach(waiting::push);
      }
    }
    return false;
  }

  /** Where execution may go on in the same scope; from a nested loop that is its end. */
  private Stream<String> waysOn(Step step) {
    if (!(step.action() instanceof StepAction.BodyLoop)) {
      return ReferenceCheck.targets(step).map(Target::step);
    }
    Stream<String> end = Stream.ofNullable(ends.get(step.name()));
    return step.policy().onError() instanceof OnError.GoTo target
        ? Stream.concat(end, Stream.of(target.target().step()))
        : end;
  }
}
