package io.noetl.application.port;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One execution in a store.
 *
 * @param playbook the playbook's name
 * @param playbookSha256 the SHA-256 of the playbook's source
 * @param status in progress, success, error or cancelled, as the event log spells them
 * @param completedAt null while it has not completed
 * @param duration seconds; null while it has not completed
 * @param steps how many steps started
 * @param errors how many failures: the tasks that failed, and the steps that failed without one
 * @param events how many rows it has in the event log
 */
public record ExecutionSummary(
    String executionId,
    String playbook,
    String path,
    String version,
    String playbookSha256,
    String status,
    Instant startedAt,
    @Nullable Instant completedAt,
    @Nullable Double duration,
    long steps,
    long errors,
    long events) {

  /** What it began with. */
  public ExecutionStart start() {
    return new ExecutionStart(executionId, playbook, playbookSha256, startedAt);
  }
}
