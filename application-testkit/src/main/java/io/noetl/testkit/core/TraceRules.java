package io.noetl.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.execution.Command;
import io.noetl.domain.execution.Decider;
import io.noetl.domain.execution.ExecutionState;
import io.noetl.domain.execution.Fold;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proves what holds for every event log. */
final class TraceRules {

  private TraceRules() {}

  static void check(Trace trace) {
    EventTree tree = new EventTree(trace.events());
    tree.check();
    checkFoldsAgain(trace);
  }

  /** The same playbook runs through the same nodes, whatever its execution id. */
  static void checkSameNodes(Trace trace, Trace other) {
    assertThat(other.events().stream().map(TraceRules::node).toList())
        .as("the nodes of two runs")
        .isEqualTo(trace.events().stream().map(TraceRules::node).toList());
  }

  private static String node(Event event) {
    return event.type().text() + " " + event.node() + " " + event.status() + " " + event.parentEventId();
  }

  /** Events that were written to a store and read again lead to the decisions that were taken live, at every prefix. */
  private static void checkFoldsAgain(Trace trace) {
    Decider decider = new Decider(trace.plan());
    Fold fold = new Fold(trace.plan());
    ExecutionState state = ExecutionState.initial(trace.state().executionId(), Instant.EPOCH);
    for (Trace.Decision decision : trace.decisions()) {
      while (state.sequence() < decision.sequence()) {
        state = fold.apply(state, stored(trace.events().get((int) state.sequence())));
      }
      if (state.sequence() > 0) {
        List<Command> commands = decider.decide(state, decision.signals());
        assertThat(commands).as("what is decided after %d stored events", state.sequence()).isEqualTo(decision.commands());
      }
    }
    while (state.sequence() < trace.events().size()) {
      state = fold.apply(state, stored(trace.events().get((int) state.sequence())));
    }
    assertThat(state.complete()).isTrue();
    assertThat(state.status()).isEqualTo(trace.state().status());
    assertThat(state.startedAt()).isEqualTo(trace.events().getFirst().timestamp());
    assertThat(state.startedAt()).isEqualTo(trace.state().startedAt());
    assertThat((Value) state.stepData()).isEqualTo(trace.state().stepData());
    assertThat(state.failures()).isEqualTo(trace.state().failures());
    assertThat(state.failureCount()).isEqualTo(trace.state().failureCount());
  }

  /** The event as it comes out of a store, which keeps values as JSON text and may keep no null. */
  private static Event stored(Event event) {
    return new Event(
        event.executionId(),
        event.eventId(),
        event.parentEventId(),
        event.timestamp(),
        event.type(),
        event.node(),
        event.status(),
        event.duration(),
        stored(event.input()),
        stored(event.output()),
        stored(event.metadata()),
        event.error(),
        event.sequence(),
        event.attempt(),
        event.loopName(),
        event.currentIndex(),
        event.workerId());
  }

  private static @Nullable Value stored(@Nullable Value value) {
    return value == null || value.equals(Value.NULL) ? null : JsonReader.read(JsonWriter.write(value));
  }

  /** Whether events of this type begin something that another event ends. */
  static boolean begins(EventType type) {
    return switch (type) {
      case EXECUTION_START, STEP_START, TASK_START, LOOP_START, LOOP_ITERATION -> true;
      case EXECUTION_ERROR,
          EXECUTION_COMPLETE,
          STEP_RESULT,
          TASK_COMPLETE,
          TASK_ERROR,
          LOOP_ITERATION_FILTERED,
          LOOP_ITERATION_COMPLETE,
          LOOP_COMPLETE,
          STEP_TRANSITION ->
          false;
    };
  }
}
