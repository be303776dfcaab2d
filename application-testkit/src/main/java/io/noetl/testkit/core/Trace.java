package io.noetl.testkit.core;

import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.execution.Command;
import io.noetl.domain.execution.ExecutionFailure;
import io.noetl.domain.execution.ExecutionState;
import io.noetl.domain.execution.Plan;
import io.noetl.domain.execution.Signals;
import io.noetl.domain.value.JsonWriter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What happened in a run.
 *
 * @param decisions what the core decided, and after how many events
 */
public record Trace(Plan plan, ExecutionState state, List<Event> events, List<Decision> decisions) {

  /** What was decided once {@code sequence} events had happened. */
  public record Decision(long sequence, Signals signals, List<Command> commands) {}

  /** One line an event: {@code step_start fetch}, {@code step_result fetch error: refused}. */
  public String log() {
    return lines(false, events);
  }

  /** As {@link #log}, with {@code <} what the node received and {@code >} what it yielded. */
  public String details() {
    return lines(true, events);
  }

  /** The details of the events of some types. */
  public String details(EventType... types) {
    return lines(true, events.stream().filter(event -> List.of(types).contains(event.type())).toList());
  }

  /** The ids of the steps that began, in order, with blanks between them. */
  public String steps() {
    return events.stream()
        .filter(event -> event.type() == EventType.STEP_START)
        .map(event -> event.node().id())
        .collect(Collectors.joining(" "));
  }

  /** The execution's status as the last event has it. */
  public String status() {
    return events.getLast().status().text();
  }

  /** The data of the steps of the execution's own scope, as JSON. */
  public String data() {
    return JsonWriter.write(state.stepData());
  }

  /** One line a failure: {@code node: error (file:line:column)}. */
  public String failures() {
    return state.failures().stream().map(Trace::text).collect(Collectors.joining("\n"));
  }

  private static String text(ExecutionFailure failure) {
    return failure.nodeId() + ": " + failure.error() + " (" + failure.at() + ")";
  }

  /** The only event of a type and node. */
  public Event event(EventType type, String nodeId) {
    List<Event> found =
        events.stream().filter(event -> event.type() == type && event.node().id().equals(nodeId)).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " events " + type.text() + " of " + nodeId + " in\n" + log());
    }
    return found.getFirst();
  }

  private static String lines(boolean details, List<Event> events) {
    return events.stream().map(event -> TraceText.of(event, details)).collect(Collectors.joining("\n"));
  }
}
