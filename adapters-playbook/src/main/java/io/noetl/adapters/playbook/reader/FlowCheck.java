package io.noetl.adapters.playbook.reader;

import io.noetl.domain.playbook.OnError;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.playbook.Target;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks the workflow scope by scope, the execution's own first, then each loop's body: an {@code end_loop} may be reached
 * only in the body of its own loop, and steps that no walk from {@code start} meets are unreachable.
 */
final class FlowCheck {

  private final Map<String, StepDraft> steps;
  private final Problems problems;
  private final Map<String, String> endOfLoop = new HashMap<>();

  FlowCheck(Map<String, StepDraft> steps, Problems problems) {
    this.steps = steps;
    this.problems = problems;
    for (StepDraft draft : steps.values()) {
      if (draft.step().action() instanceof StepAction.EndLoop end) {
        endOfLoop.putIfAbsent(end.loopStep(), draft.name());
      }
    }
  }

  /** Checks, and names the steps that are reached. */
  Set<String> run(List<Target> finalSteps) {
    Set<String> reached = new HashSet<>();
    if (!steps.containsKey(Step.START)) {
      return reached;
    }
    Deque<StepDraft> bodies = new ArrayDeque<>();
    Set<String> walkedBodies = new HashSet<>();
    new Walk(null, reached, bodies).from(Step.START);
    finalSteps.forEach(target -> reached.add(target.step()));
    while (!bodies.isEmpty()) {
      StepDraft loop = bodies.pop();
      if (walkedBodies.add(loop.name())) {
        new Walk(loop.name(), reached, bodies).body(loop);
      }
    }
    for (StepDraft draft : steps.values()) {
      if (!reached.contains(draft.name())) {
        problems.warning(draft.nameAt(), "step '" + draft.name() + "' is never reached");
      }
    }
    return reached;
  }

  /** A walk through one scope; nested bodies are left to walks of their own. */
  private final class Walk {

    private final @Nullable String loop;
    private final Set<String> reached;
    private final Deque<StepDraft> bodies;
    private final Set<String> seen = new HashSet<>();
    private final Deque<String> waiting = new ArrayDeque<>();

    /**
     * @param loop the loop whose body this is; null for the execution's own scope
     * @param reached takes the steps met
     * @param bodies takes the loops met
     */
    Walk(@Nullable String loop, Set<String> reached, Deque<StepDraft> bodies) {
      this.loop = loop;
      this.reached = reached;
      this.bodies = bodies;
    }

    void from(String step) {
      visit(step);
      walk();
    }

    void body(StepDraft loopStep) {
      ReferenceCheck.nextTargets(loopStep.step()).forEach(this::go);
      walk();
    }

    private void walk() {
      while (!waiting.isEmpty()) {
        StepDraft draft = steps.get(waiting.pop());
        if (draft == null) {
          continue;
        }
        if (draft.step().action() instanceof StepAction.BodyLoop) {
          bodies.push(draft);
          if (draft.step().policy().onError() instanceof OnError.GoTo target) {
            go(target.target());
          }
          String end = endOfLoop.get(draft.name());
          if (end != null) {
            visit(end);
          }
        } else {
          ReferenceCheck.targets(draft.step()).forEach(this::go);
        }
      }
    }

    private void go(Target target) {
      boolean endOfBranch = loop != null && target.step().equals(Step.END);
      StepDraft draft = steps.get(target.step());
      if (draft == null || endOfBranch) {
        return;
      }
      if (draft.step().action() instanceof StepAction.EndLoop end) {
        arriveAt(end, target);
        return;
      }
      if (target.step().equals(loop)) {
        problems.warning(
            target.position(), "the body of loop '" + loop + "' leads back to the loop: each item begins it anew");
      }
      visit(target.step());
    }

    private void arriveAt(StepAction.EndLoop end, Target target) {
      if (!end.loopStep().equals(loop)) {
        // Reported here; that the step is out of reach as well would say the same again.
        reached.add(target.step());
        if (!steps.containsKey(end.loopStep())) {
          return; // that the loop is unknown is reported where it is named
        }
        String where = loop == null ? "outside of that loop's body" : "in the body of loop '" + loop + "'";
        problems.error(
            target.position(),
            "step '" + target.step() + "' ends loop '" + end.loopStep()
                + "' and cannot be reached from here, " + where);
      }
    }

    private void visit(String step) {
      if (seen.add(step)) {
        reached.add(step);
        waiting.push(step);
      }
    }
  }
}
