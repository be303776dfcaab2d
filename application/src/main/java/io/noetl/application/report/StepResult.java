package io.noetl.application.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a step yielded.
 *
 * @param sequence the place of its {@code step_result} in the event log
 * @param endedAt when it ended
 * @param duration seconds; null where the event has none
 * @param output what it yielded, JSON; null if nothing was recorded
 * @param error what went wrong, in one line
 */
public record StepResult(
    String executionId,
    long sequence,
    String nodeId,
    String stepName,
    String status,
    Instant endedAt,
    @Nullable Double duration,
    @Nullable BoundedText output,
    @Nullable String error) {}
