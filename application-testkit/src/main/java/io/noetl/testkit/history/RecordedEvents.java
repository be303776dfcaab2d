package io.noetl.testkit.history;

import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Node;
import io.noetl.domain.event.Status;
import io.noetl.domain.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down the events of one execution, a millisecond apart, the first one at {@link #STARTED}. */
public final class RecordedEvents {

  public static final Instant STARTED = Instant.parse("2026-01-31T09:05:00Z");

  private final String executionId;
  private final List<Event> events = new ArrayList<>();

  public RecordedEvents(String executionId) {
    this.executionId = executionId;
  }

  public List<Event> all() {
    return List.copyOf(events);
  }

  public Event last() {
    return events.getLast();
  }

  /** Something begins under {@code parent}, the sequence of another start; the answer is its own sequence. */
  public int begins(EventType type, int parent, String nodeId, String name, String nodeType) {
    return add(type, parent, new Node(nodeId, name, nodeType), Status.IN_PROGRESS, null, null, null, null);
  }

  /** An attempt at a task begins. */
  public int attempt(int number, int parent, String nodeId, String name, String nodeType) {
    Node node = new Node(nodeId, name, nodeType);
    return add(EventType.TASK_START, parent, node, Status.IN_PROGRESS, null, null, null, number);
  }

  /** The execution begins. */
  public int begins(String playbook) {
    return begins(EventType.EXECUTION_START, -1, playbook, playbook, "playbook");
  }

  /** A step outside of loops begins under the execution. */
  public int step(String name) {
    return begins(EventType.STEP_START, 0, name, name, "step");
  }

  /** What began with the sequence {@code start} ends after {@code duration} seconds. */
  public int ends(EventType type, int start, Status status, double duration, @Nullable String error) {
    return ends(type, start, status, duration, error, null);
  }

  /** The same with metadata. */
  public int ends(
      EventType type, int start, Status status, double duration, @Nullable String error, @Nullable Value metadata) {
    return add(type, start, events.get(start).node(), status, duration, metadata, error, null);
  }

  /** Something happens that neither begins nor ends anything. */
  public int happens(
      EventType type, int parent, Node node, Status status, @Nullable Value metadata, @Nullable String error) {
    return add(type, parent, node, status, null, metadata, error, null);
  }

  private int add(
      EventType type,
      int parent,
      Node node,
      Status status,
      @Nullable Double duration,
      @Nullable Value metadata,
      @Nullable String error,
      @Nullable Integer attempt) {
    int sequence = events.size();
    events.add(
        new Event(
            executionId,
            Event.idOf(executionId, sequence),
            parent < 0 ? null : Event.idOf(executionId, parent),
            STARTED.plusMillis(sequence),
            type,
            node,
            status,
            duration,
            null,
            null,
            metadata,
            error,
            sequence,
            attempt,
            null,
            null,
            null));
    return sequence;
  }
}
