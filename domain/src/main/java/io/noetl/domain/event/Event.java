package io.noetl.domain.event;

import io.noetl.domain.value.Value;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the event log: the components are its columns, {@link EventColumn}, in order (those of the node together).
 *
 * @param executionId the execution that it belongs to
 * @param eventId {@code <execution id>:<sequence>}, unique in a store
 * @param parentEventId the event it hangs under; null for {@code execution_start} alone
 * @param timestamp when it happened, in whole microseconds
 * @param node what it tells of
 * @param duration seconds since the start it ends; null for events that end nothing
 * @param input what the node received
 * @param output what the node yielded
 * @param metadata what else is known: the decision taken, warnings, captured output
 * @param error what went wrong, in one line
 * @param sequence its place in the execution, dense from 0
 * @param attempt which attempt of a task, from 1
 * @param loopName the innermost loop it happened in
 * @param currentIndex the item of that loop, from 0, before filtering
 * @param workerId who did the work
 */
public record Event(
    String executionId,
    String eventId,
    @Nullable String parentEventId,
    Instant timestamp,
    EventType type,
    Node node,
    Status status,
    @Nullable Double duration,
    @Nullable Value input,
    @Nullable Value output,
    @Nullable Value metadata,
    @Nullable String error,
    long sequence,
    @Nullable Integer attempt,
    @Nullable String loopName,
    @Nullable Long currentIndex,
    @Nullable String workerId) {

  /** The same event with other contents. */
  public Event keeping(
      @Nullable Value otherInput, @Nullable Value otherOutput, @Nullable Value otherMetadata, @Nullable String otherError) {
    return new Event(
        executionId, eventId, parentEventId, timestamp, type, node, status, duration, otherInput, otherOutput,
        otherMetadata, otherError, sequence, attempt, loopName, currentIndex, workerId);
  }

  /** The id of the event with that place in an execution. */
  public static String idOf(String executionId, long sequence) {
    return executionId + ":" + sequence;
  }
}
