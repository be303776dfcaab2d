package io.noetl.application.report;

/**
 * How long the runs of a step took, in seconds, over those that have a duration.
 *
 * @param nodeType {@code step}, {@code step.loop}, {@code step.end_loop}
 * @param count how many runs have a duration
 * @param total the sum of them
 * @param deviation the standard deviation of the sample; zero for a single run
 * @param slowestNodeId the node that took longest, the first of several
 */
public record StepDuration(
    String executionId,
    String stepName,
    String nodeType,
    long count,
    double average,
    double total,
    double deviation,
    Distribution distribution,
    String slowestNodeId) {}
