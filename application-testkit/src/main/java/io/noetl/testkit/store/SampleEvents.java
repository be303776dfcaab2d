package io.noetl.testkit.store;

import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Node;
import io.noetl.domain.event.Status;
import io.noetl.domain.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the events of one execution by hand: each gets the next sequence number, its id, and a time a second after the
 * one before.
 *
 * <pre>{@code
 * SampleEvents events = new SampleEvents("execution-1");
 * Event start = events.of(EXECUTION_START).node("weather", "weather", "playbook").status(IN_PROGRESS).add();
 * Event step = events.of(STEP_START).under(start).node("start", "start", "step").status(IN_PROGRESS).add();
 * events.endOf(step, STEP_RESULT).status(SUCCESS).duration(0.5).output(Value.of(42)).add();
 * }</pre>
 */
public final class SampleEvents {

  /** The time of the first event, unless another is given. */
  public static final Instant BEGINNING = Instant.parse("2026-03-01T12:00:00Z");

  private final String executionId;
  private final List<Event> events = new ArrayList<>();
  private Instant next;

  public SampleEvents(String executionId) {
    this(executionId, BEGINNING);
  }

  /**
   * @param beginning the time of the first event
   */
  public SampleEvents(String executionId, Instant beginning) {
    this.executionId = executionId;
    this.next = beginning;
  }

  /** All events that were added, in order. */
  public List<Event> all() {
    return List.copyOf(events);
  }

  /** Begins an event. */
  public Draft of(EventType type) {
    return new Draft(type);
  }

  /** Begins an event that ends what {@code start} began: it hangs under it and tells of the same node. */
  public Draft endOf(Event start, EventType type) {
    Draft draft = new Draft(type).under(start).node(start.node()).loop(start.loopName(), start.currentIndex());
    return start.attempt() == null ? draft : draft.attempt(start.attempt());
  }

  /** An event that is not added yet. */
  public final class Draft {

    private final EventType type;
    private @Nullable Event parent;
    private Node node = new Node("node", "node", "step");
    private Status status = Status.SUCCESS;
    private @Nullable Double duration;
    private @Nullable Value input;
    private @Nullable Value output;
    private @Nullable Value metadata;
    private @Nullable String error;
    private @Nullable Integer attempt;
    private @Nullable String loopName;
    private @Nullable Long currentIndex;
    private @Nullable String workerId;

    private Draft(EventType type) {
      this.type = type;
    }

    public Draft under(Event parentEvent) {
      parent = parentEvent;
      return this;
    }

    public Draft node(String id, String name, String nodeType) {
      return node(new Node(id, name, nodeType));
    }

    public Draft node(Node itsNode) {
      node = itsNode;
      return this;
    }

    public Draft status(Status itsStatus) {
      status = itsStatus;
      return this;
    }

    public Draft duration(double seconds) {
      duration = seconds;
      return this;
    }

    public Draft input(Value value) {
      input = value;
      return this;
    }

    public Draft output(Value value) {
      output = value;
      return this;
    }

    public Draft metadata(Value value) {
      metadata = value;
      return this;
    }

    public Draft error(String message) {
      error = message;
      return this;
    }

    public Draft attempt(int number) {
      attempt = number;
      return this;
    }

    public Draft loop(@Nullable String name, @Nullable Long index) {
      loopName = name;
      currentIndex = index;
      return this;
    }

    public Draft worker(String id) {
      workerId = id;
      return this;
    }

    /** Adds the event. */
    public Event add() {
      long sequence = events.size();
      Event event =
          new Event(
              executionId,
              Event.idOf(executionId, sequence),
              parent == null ? null : parent.eventId(),
              next,
              type,
              node,
              status,
              duration,
              input,
              output,
              metadata,
              error,
              sequence,
              attempt,
              loopName,
              currentIndex,
              workerId);
      next = next.plusSeconds(1);
      events.add(event);
      return event;
    }
  }
}
