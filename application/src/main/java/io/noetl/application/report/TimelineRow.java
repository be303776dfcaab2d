package io.noetl.application.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened at one node of an execution, from its start to its end. Within an execution a row is known by its {@code
 * sequence}.
 *
 * @param sequence the place of its start in the event log
 * @param parentSequence the {@code sequence} of the row it lies in; null for the execution itself, and where nothing tells
 * @param nodeId the readable path: {@code city_loop[2].fetch_and_evaluate}
 * @param parentNodeId the node id of the row it lies in
 * @param nodeType as the event log has it
 * @param endedAt null while its ending is not recorded
 * @param duration seconds, as the ending event has them: never worked out from neighbours; null where it has none
 * @param status as the event log spells it; in progress while its ending is not recorded
 * @param attempt which attempt at a task, from 1
 * @param loopName the innermost loop it lies in
 * @param currentIndex the item of that loop
 * @param error what went wrong, in one line
 * @param input what it received; null if nothing was recorded or no texts were asked for
 * @param output what it yielded; null if nothing was recorded or no texts were asked for
 */
public record TimelineRow(
    String executionId,
    long sequence,
    @Nullable Long parentSequence,
    String nodeId,
    @Nullable String parentNodeId,
    String name,
    NodeKind kind,
    String nodeType,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Double duration,
    String status,
    @Nullable Integer attempt,
    @Nullable String loopName,
    @Nullable Long currentIndex,
    @Nullable String error,
    @Nullable BoundedText input,
    @Nullable BoundedText output) {}
