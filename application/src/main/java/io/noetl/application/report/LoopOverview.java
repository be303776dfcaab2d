package io.noetl.application.report;

import org.jspecify.annotations.Nullable;

/**
 * A loop and its iterations, for drawing it folded.
 *
 * @param sequence the {@code sequence} of its row in the timeline
 * @param items how many items it has; null if nothing tells
 * @param processed how many iterations have ended
 * @param filtered how many items its filter skipped
 * @param failed how many iterations ended in error
 * @param durations how long its iterations took, in seconds; null if none has a duration
 */
public record LoopOverview(
    String executionId,
    long sequence,
    String nodeId,
    String name,
    @Nullable Long items,
    long processed,
    long filtered,
    long failed,
    @Nullable Distribution durations) {}
