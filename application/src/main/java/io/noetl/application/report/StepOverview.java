package io.noetl.application.report;

import java.time.Instant;

/**
 * What became of a step of an execution, all its runs together, in the order of their first starts.
 *
 * @param nodeType {@code step}, {@code step.loop}, {@code step.end_loop}
 * @param runs how many times it started
 * @param succeeded how many runs ended in success
 * @param failed how many ended in error
 * @param other how many ended otherwise (skipped, cancelled) or have no ending
 * @param firstStartedAt when its first run started
 */
public record StepOverview(
    String executionId,
    String stepName,
    String nodeType,
    long runs,
    long succeeded,
    long failed,
    long other,
    Instant firstStartedAt) {}
