package io.noetl.application.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One execution, summed up.
 *
 * @param source the file or store that it was read from
 * @param playbook the playbook's name; empty if nothing tells it
 * @param version the playbook's version; empty if nothing tells it
 * @param status as the event log spells it; in progress while its ending is not recorded
 * @param startedAt when its first event happened
 * @param endedAt when its {@code execution_complete} happened; null without one
 * @param duration seconds, as {@code execution_complete} has them; null without one
 * @param events how many rows it has
 * @param steps how many times steps ran
 * @param stepNames how many different steps ran
 * @param tasks how many attempts at tasks there were
 * @param iterations how many items of loops were worked on
 * @param failures how many failures it has, each counted at its origin
 */
public record ExecutionOverview(
    String executionId,
    String source,
    String playbook,
    String version,
    String status,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Double duration,
    long events,
    long steps,
    long stepNames,
    long tasks,
    long iterations,
    long failures) {}
