package io.noetl.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.execution.Decider;
import io.noetl.domain.execution.ExecutionState;
import io.noetl.domain.execution.Fold;
import io.noetl.domain.execution.Signals;
import io.noetl.domain.execution.Plan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Folding events, also those that cannot follow. */
class FoldTest {

  private static PlaybookScript script() {
    return new PlaybookScript()
        .step("start", step -> step.calls("work").to("loop").to("end"))
        .step("loop", step -> step.loop(List.of(1, 0), "i").filter("{{ i }}").to("each"))
        .step("each", step -> step.loop(List.of(1), "j").calls("work"))
        .step("done", step -> step.endLoop("loop").to("end"))
        .step("end")
        .task("work");
  }

  @Test
  void an_event_that_is_not_the_next_one_is_refused() {
    Trace trace = new World(script()).run();
    Fold fold = new Fold(trace.plan());
    ExecutionState state = ExecutionState.initial("test-1", World.BEGIN);

    assertThatThrownBy(() -> fold.apply(state, trace.events().get(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("event test-1:1 (step_start of start) cannot follow here");
  }

  @Test
  void an_event_of_another_execution_is_refused() {
    Trace trace = new World(script()).run();
    Fold fold = new Fold(trace.plan());
    ExecutionState state = ExecutionState.initial("test-2", World.BEGIN);

    assertThatThrownBy(() -> fold.apply(state, trace.events().getFirst()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("event test-1:0 cannot follow: it is not of execution test-2");
  }

  @Test
  void an_event_that_nothing_led_to_is_refused_by_name() {
    Trace trace = new World(script()).run();
    Fold fold = new Fold(trace.plan());
    ExecutionState begun = fold.apply(ExecutionState.initial("test-1", World.BEGIN), trace.events().getFirst());
    Event result = at(1, trace.event(EventType.STEP_RESULT, "start"));
    Event way = at(1, trace.event(EventType.STEP_TRANSITION, "start->loop"));
    Event otherStep = at(1, trace.event(EventType.STEP_START, "end"));
    Event item = at(1, trace.event(EventType.LOOP_ITERATION, "loop[0]"));

    assertThatThrownBy(() -> fold.apply(begun, result))
        .hasMessage("event test-1:1 (step_result of start) cannot follow here");
    assertThatThrownBy(() -> fold.apply(begun, way))
        .hasMessage("event test-1:1 (step_transition of start->loop) cannot follow here");
    assertThatThrownBy(() -> fold.apply(begun, otherStep))
        .hasMessage("event test-1:1 (step_start of end) cannot follow here");
    assertThatThrownBy(() -> fold.apply(begun, item)).hasMessage("the scope '' runs no loop");
    assertThatThrownBy(() -> fold.apply(begun, at(1, trace.events().getFirst())))
        .hasMessage("event test-1:1 (execution_start of test) cannot follow here");
  }

  @Test
  void nothing_follows_the_end_and_nothing_comes_before_the_beginning() {
    Trace trace = new World(script()).run();
    Fold fold = new Fold(trace.plan());
    Event late = at(trace.events().size(), trace.events().getLast());
    Event early = at(0, trace.events().getLast());

    assertThatThrownBy(() -> fold.apply(trace.state(), late))
        .hasMessageEndingWith("(execution_complete of test) cannot follow here");
    assertThatThrownBy(() -> fold.apply(ExecutionState.initial("test-1", World.BEGIN), early))
        .hasMessage("event test-1:0 (execution_complete of test) cannot follow here");
  }

  /** Whatever event comes next, it is folded or refused: there is no other way out. */
  @Test
  void any_event_in_any_place_is_folded_or_refused() {
    Trace trace = new World(script()).run();
    Fold fold = new Fold(trace.plan());
    ExecutionState state = ExecutionState.initial("test-1", World.BEGIN);
    int refused = 0;
    for (Event next : trace.events()) {
      for (Event other : trace.events()) {
        try {
          fold.apply(state, at(state.sequence(), other));
        } catch (IllegalArgumentException e) {
          refused++;
        }
      }
      state = fold.apply(state, next);
    }
    int pairs = trace.events().size() * trace.events().size();
    assertThat(refused).isGreaterThan(pairs * 8 / 10);
  }

  @Test
  void events_written_for_another_playbook_are_refused() {
    Trace trace = new World(script()).run();
    PlaybookScript other = new PlaybookScript().step("start", step -> step.to("a")).step("a").task("work");
    Fold fold = new Fold(new Plan(other.playbook(), new LiteralTemplates(), false));
    ExecutionState state = ExecutionState.initial("test-1", World.BEGIN);
    List<String> refused = new ArrayList<>();
    for (Event event : trace.events()) {
      try {
        state = fold.apply(state, event);
      } catch (IllegalArgumentException e) {
        refused.add(e.getMessage());
        break;
      }
    }

    assertThat(refused).containsExactly("step 'start' has no route 'next[1]'");
  }

  @Test
  void deciding_changes_nothing() {
    Trace trace = new World(script()).run();
    Decider decider = new Decider(trace.plan());
    ExecutionState state = new Fold(trace.plan()).apply(ExecutionState.initial("test-1", World.BEGIN), trace.events().getFirst());

    assertThat(decider.decide(state, signals(false))).isEqualTo(decider.decide(state, signals(false)));
    assertThat(decider.decide(trace.state(), signals(false))).isEmpty();
    assertThat(decider.decide(trace.state(), signals(true))).isEmpty();
  }

  private static Signals signals(boolean cancelled) {
    return new Signals(cancelled, World.BEGIN);
  }

  private static Event at(long sequence, Event event) {
    return new Event(
        event.executionId(),
        Event.idOf(event.executionId(), sequence),
        event.parentEventId(),
        event.timestamp(),
        event.type(),
        event.node(),
        event.status(),
        event.duration(),
        event.input(),
        event.output(),
        event.metadata(),
        event.error(),
        sequence,
        event.attempt(),
        event.loopName(),
        event.currentIndex(),
        event.workerId());
  }
}
