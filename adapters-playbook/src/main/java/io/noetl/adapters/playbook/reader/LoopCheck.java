package io.noetl.adapters.playbook.reader;

import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.template.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks that each {@code end_loop} ends a loop with a body, each loop at most once, and that each body has something in
 * it.
 */
final class LoopCheck {

  private final Map<String, StepDraft> steps;
  private final Problems problems;
  private final Map<String, StepDraft> ends = new HashMap<>();

  LoopCheck(Map<String, StepDraft> steps, Problems problems) {
    this.steps = steps;
    this.problems = problems;
  }

  void run() {
    for (StepDraft draft : steps.values()) {
      switch (draft.step().action()) {
        case StepAction.EndLoop end -> checkEnd(draft, end.loopStep());
        case StepAction.BodyLoop loop -> checkBody(draft, loop.loop().position());
        case StepAction.Call c -> {}
        case StepAction.TaskLoop l -> {}
        case StepAction.Route r -> {}
      }
    }
  }

  private void checkEnd(StepDraft end, String loopName) {
    Position position = end.endLoopAt() == null ? end.nameAt() : end.endLoopAt();
    StepDraft loop = steps.get(loopName);
    if (loop == null) {
      problems.error(position, "unknown step '" + loopName + "'" + Suggestion.after(loopName, loops()));
      return;
    }
    switch (loop.step().action()) {
      case StepAction.BodyLoop body -> checkOnlyEnd(end, loopName, position);
      case StepAction.TaskLoop task ->
          problems.error(
              position, "loop '" + loopName + "' repeats its own task and has no end; go on with its 'next'");
      case StepAction.Call c -> problems.error(position, "step '" + loopName + "' is no loop");
      case StepAction.Route r -> problems.error(position, "step '" + loopName + "' is no loop");
      case StepAction.EndLoop e -> problems.error(position, "step '" + loopName + "' is no loop");
    }
  }

  /** The loops with a body: what may have been meant. */
  private List<String> loops() {
    return steps.values().stream()
        .filter(draft -> draft.step().action() instanceof StepAction.BodyLoop)
        .map(StepDraft::name)
        .toList();
  }

  private void checkOnlyEnd(StepDraft end, String loopName, Position position) {
    StepDraft earlier = ends.putIfAbsent(loopName, end);
    if (earlier != null) {
      problems.error(
          position,
          "loop '" + loopName + "' has an end already: step '" + earlier.name()
              + "' on line " + earlier.nameAt().line());
    }
  }

  private void checkBody(StepDraft loop, Position position) {
    if (loop.step().next().isEmpty()) {
      problems.error(position, "loop '" + loop.name() + "' has nothing to repeat: neither a task nor a 'next'");
    }
  }
}
