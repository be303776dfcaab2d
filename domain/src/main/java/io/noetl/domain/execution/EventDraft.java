package io.noetl.domain.execution;

import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Node;
import io.noetl.domain.event.Status;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event that is decided on but has not happened: it lacks its ids, sequence and time.
 *
 * @param parent the sequence of the event it hangs under; -1 for none
 * @param since when what it ends began; null for events that end nothing
 */
public record EventDraft(
    EventType type,
    Node node,
    Status status,
    long parent,
    @Nullable Instant since,
    @Nullable Value input,
    @Nullable Value output,
    @Nullable MapValue metadata,
    @Nullable String error,
    @Nullable Integer attempt,
    @Nullable String loopName,
    @Nullable Long currentIndex) {

  static EventDraft of(EventType type, Node node, Status status, long parent) {
    return new EventDraft(type, node, status, parent, null, null, null, null, null, null, null, null);
  }

  EventDraft since(Instant start) {
    return new EventDraft(
        type, node, status, parent, start, input, output, metadata, error, attempt, loopName, currentIndex);
  }

  /** This draft with what its node received. */
  public EventDraft received(@Nullable Value value) {
    return new EventDraft(
        type, node, status, parent, since, value, output, metadata, error, attempt, loopName, currentIndex);
  }

  EventDraft yielded(@Nullable Value value) {
    return new EventDraft(
        type, node, status, parent, since, input, value, metadata, error, attempt, loopName, currentIndex);
  }

  EventDraft noting(MapValue notes) {
    MapValue noted = notes.entries().isEmpty() ? null : notes;
    return new EventDraft(
        type, node, status, parent, since, input, output, noted, error, attempt, loopName, currentIndex);
  }

  /** This draft with one more note. */
  EventDraft noting(String name, Value value) {
    Map<String, Value> notes = new LinkedHashMap<>(metadata == null ? Map.of() : metadata.entries());
    notes.put(name, value);
    return noting(Value.of(notes));
  }

  EventDraft failing(String message) {
    return new EventDraft(
        type, node, status, parent, since, input, output, metadata, message, attempt, loopName, currentIndex);
  }

  EventDraft attempt(int number) {
    return new EventDraft(
        type, node, status, parent, since, input, output, metadata, error, number, loopName, currentIndex);
  }

  /** This draft as something that happens in a scope; only iterations leave a mark. */
  EventDraft in(Frame.Place place) {
    return place.loop() == null ? this : item(place.loop(), place.index());
  }

  EventDraft item(String loop, long index) {
    return new EventDraft(
        type, node, status, parent, since, input, output, metadata, error, attempt, loop, index);
  }

  EventDraft loop(String loop) {
    return new EventDraft(
        type, node, status, parent, since, input, output, metadata, error, attempt, loop, null);
  }

  /**
   * The event, once it happens.
   *
   * @param timestamp in whole microseconds, not before that of the last event
   */
  public Event happened(String executionId, long sequence, Instant timestamp, String workerId) {
    return new Event(
        executionId,
        Event.idOf(executionId, sequence),
        parent < 0 ? null : Event.idOf(executionId, parent),
        timestamp,
        type,
        node,
        status,
        since == null ? null : seconds(since, timestamp),
        input,
        output,
        metadata,
        error,
        sequence,
        attempt,
        loopName,
        currentIndex,
        workerId);
  }

  private static double seconds(Instant from, Instant to) {
    return ChronoUnit.MICROS.between(from, to) / 1e6;
  }
}
