package io.noetl.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Proves that events form the tree of the event log: dense, one root, every parent the right one, every start ended. */
final class EventTree {

  private static final Set<EventType> SCOPES = EnumSet.of(EventType.EXECUTION_START, EventType.LOOP_ITERATION);

  private final List<Event> events;

  EventTree(List<Event> events) {
    this.events = events;
  }

  void check() {
    Map<Long, Integer> endings = new HashMap<>();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      assertThat(event.sequence()).isEqualTo(i);
      assertThat(event.eventId()).isEqualTo(event.executionId() + ":" + i);
      checkPlace(event);
      checkDuration(event);
      Event ended = ended(event);
      if (ended != null) {
        endings.merge(ended.sequence(), 1, Integer::sum);
      }
    }
    for (Event event : events) {
      assertThat(endings.getOrDefault(event.sequence(), 0))
          .as("endings of %s %s", event.type(), event.node().id())
          .isEqualTo(TraceRules.begins(event.type()) ? 1 : 0);
    }
    assertThat(events.getLast().type()).isEqualTo(EventType.EXECUTION_COMPLETE);
  }

  private void checkPlace(Event event) {
    Event parent = parent(event);
    String id = event.node().id();
    if (event.sequence() == 0) {
      assertThat(event.type()).isEqualTo(EventType.EXECUTION_START);
      assertThat(parent).isNull();
      return;
    }
    assertThat(parent).as("parent of %s %s", event.type(), id).isNotNull();
    switch (event.type()) {
      case EXECUTION_START -> throw new AssertionError("a second execution_start");
      case EXECUTION_ERROR, EXECUTION_COMPLETE -> isUnder(event, parent, Set.of(EventType.EXECUTION_START), id);
      case STEP_START, STEP_TRANSITION -> isUnder(event, parent, SCOPES, scopeOf(event));
      case STEP_RESULT, LOOP_START -> isUnder(event, parent, Set.of(EventType.STEP_START), id);
      case TASK_START ->
          isUnder(
              event,
              parent,
              EnumSet.of(EventType.STEP_START, EventType.LOOP_ITERATION),
              id.substring(0, id.lastIndexOf('/')));
      case TASK_COMPLETE, TASK_ERROR -> isUnder(event, parent, Set.of(EventType.TASK_START), id);
      case LOOP_ITERATION, LOOP_ITERATION_FILTERED ->
          isUnder(event, parent, Set.of(EventType.LOOP_START), id.substring(0, id.lastIndexOf('[')));
      case LOOP_ITERATION_COMPLETE -> isUnder(event, parent, Set.of(EventType.LOOP_ITERATION), id);
      case LOOP_COMPLETE -> isUnder(event, parent, Set.of(EventType.LOOP_START), id);
    }
    checkLoop(event);
  }

  private static void isUnder(Event event, @Nullable Event parent, Set<EventType> types, String nodeId) {
    assertThat(types).as("parent of %s %s", event.type(), event.node().id()).contains(type(parent));
    assertThat(parent == null ? "" : parent.node().id())
        .as("parent of %s %s", event.type(), event.node().id())
        .isEqualTo(nodeId);
  }

  private static EventType type(@Nullable Event event) {
    return event == null ? EventType.EXECUTION_ERROR : event.type();
  }

  /** The id of the node that a step or transition happens in: the innermost iteration, or the playbook. */
  private String scopeOf(Event event) {
    String id = event.node().id();
    int close = id.lastIndexOf(']');
    return close < 0 ? events.getFirst().node().id() : id.substring(0, close + 1);
  }

  private static void checkLoop(Event event) {
    String id = event.node().id();
    boolean loop = event.type() == EventType.LOOP_START || event.type() == EventType.LOOP_COMPLETE;
    int close = id.lastIndexOf(']');
    if (loop || close < 0) {
      assertThat(event.loopName()).as(id).isEqualTo(loop ? event.node().name() : null);
      assertThat(event.currentIndex()).as(id).isNull();
      return;
    }
    int open = id.lastIndexOf('[', close);
    String name = id.substring(id.lastIndexOf('.', open) + 1, open).replaceFirst("#.*", "");
    assertThat(event.loopName()).as(id).isEqualTo(name);
    assertThat(event.currentIndex()).as(id).isEqualTo(Long.parseLong(id, open + 1, close, 10));
  }

  private void checkDuration(Event event) {
    Event ended = ended(event);
    if (ended == null) {
      assertThat(event.duration()).as("%s %s", event.type(), event.node().id()).isNull();
      return;
    }
    Duration taken = Duration.between(ended.timestamp(), event.timestamp());
    double seconds = BigDecimal.valueOf(taken.toNanos(), 9).doubleValue();
    assertThat(seconds).isNotNegative();
    assertThat(event.duration()).as("%s %s", event.type(), event.node().id()).isEqualTo(seconds);
  }

  /** What an event ends; null if it ends nothing. */
  private @Nullable Event ended(Event event) {
    return switch (event.type()) {
      case EXECUTION_COMPLETE, STEP_RESULT, TASK_COMPLETE, TASK_ERROR, LOOP_ITERATION_COMPLETE, LOOP_COMPLETE ->
          parent(event);
      case EXECUTION_START,
          EXECUTION_ERROR,
          STEP_START,
          TASK_START,
          LOOP_START,
          LOOP_ITERATION,
          LOOP_ITERATION_FILTERED,
          STEP_TRANSITION ->
          null;
    };
  }

  private @Nullable Event parent(Event event) {
    String id = event.parentEventId();
    if (id == null) {
      return null;
    }
    int sequence = Integer.parseInt(id, id.lastIndexOf(':') + 1, id.length(), 10);
    assertThat(sequence).as("a parent comes first: %s", event.eventId()).isLessThan((int) event.sequence());
    return events.get(sequence);
  }
}
