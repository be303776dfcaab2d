package io.noetl.adapters.playbook.reader;

import io.noetl.domain.playbook.NextEntry;
import io.noetl.domain.playbook.OnError;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.playbook.Target;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds cycles that nothing but a failure could leave: every way round them is a {@code next} without a condition. From a
 * loop with a body the way goes on at its end, since the list may be empty. A cycle with a step whose failure leads
 * elsewhere is none: that is how it ends.
 */
final class CycleCheck {

  private final Map<String, StepDraft> steps;
  private final Problems problems;
  private final Map<String, StepDraft> ends = new HashMap<>();

  /** Steps from which every way has been followed. */
  private final Set<String> done = new HashSet<>();

  /** The steps on the way that is being followed, in order, each with the ways that it has left. */
  private final Deque<Visit> way = new ArrayDeque<>();

  private final Set<String> onWay = new HashSet<>();

  CycleCheck(Map<String, StepDraft> steps, Problems problems) {
    this.steps = steps;
    this.problems = problems;
    for (StepDraft draft : steps.values()) {
      if (draft.step().action() instanceof StepAction.EndLoop end) {
        ends.putIfAbsent(end.loopStep(), draft);
      }
    }
  }

  private record Visit(StepDraft step, Iterator<Target> left) {}

  /**
   * Looks at the steps that are reached.
   *
   * @param timed whether a timeout of the execution ends what would never end
   */
  void run(Set<String> reached, boolean timed) {
    for (StepDraft draft : steps.values()) {
      if (reached.contains(draft.name()) && !done.contains(draft.name())) {
        enter(draft);
        follow(timed);
      }
    }
  }

  private void follow(boolean timed) {
    while (!way.isEmpty()) {
      Visit visit = way.getLast();
      if (!visit.left().hasNext()) {
        way.removeLast();
        onWay.remove(visit.step().name());
        done.add(visit.step().name());
        continue;
      }
      Target target = visit.left().next();
      StepDraft next = steps.get(target.step());
      if (onWay.contains(target.step())) {
        closed(target, timed);
      } else if (next != null && !done.contains(target.step())) {
        enter(next);
      }
    }
  }

  private void enter(StepDraft draft) {
    onWay.add(draft.name());
    way.addLast(new Visit(draft, certain(draft).iterator()));
  }

  /** Where execution goes on from a step whatever happens, short of a failure. */
  private List<Target> certain(StepDraft draft) {
    if (draft.step().action() instanceof StepAction.BodyLoop) {
      StepDraft end = ends.get(draft.name());
      return end == null ? List.of() : List.of(new Target(end.name(), Fields.NONE, end.nameAt()));
    }
    return draft.step().next().stream().flatMap(CycleCheck::always).filter(target -> !isJoin(target.step())).toList();
  }

  private static Stream<Target> always(NextEntry entry) {
    return switch (entry) {
      case NextEntry.Always always -> Stream.of(always.target());
      case NextEntry.When when -> Stream.empty();
      case NextEntry.Otherwise otherwise -> Stream.empty();
    };
  }

  /** A join is not entered by those who arrive there, but once they all have. */
  private boolean isJoin(String name) {
    StepDraft draft = steps.get(name);
    return name.equals(Step.END) || (draft != null && draft.step().action() instanceof StepAction.EndLoop);
  }

  private void closed(Target back, boolean timed) {
    List<StepDraft> cycle = new ArrayList<>();
    for (Visit visit : way) {
      if (!cycle.isEmpty() || visit.step().name().equals(back.step())) {
        cycle.add(visit.step());
      }
    }
    if (cycle.stream().anyMatch(CycleCheck::failureLeadsOn)) {
      return;
    }
    String names = cycle.stream().map(StepDraft::name).collect(Collectors.joining(" → ", "", " → " + back.step()));
    if (timed) {
      problems.warning(back.position(), "only the timeout ends this cycle: " + names + "; a 'when' would end it in time");
    } else {
      problems.error(back.position(), "this cycle never ends: " + names + "; go back under a 'when'");
    }
  }

  private static boolean failureLeadsOn(StepDraft draft) {
    return draft.step().policy().onError() instanceof OnError.GoTo;
  }
}
