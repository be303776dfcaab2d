package io.noetl.application.history;

import io.noetl.application.port.ExecutionSummary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Executions as a store sums them up. */
final class Summaries {

  private Summaries() {}

  static ExecutionSummary completed(String id, String startedAt, String completedAt) {
    return summary(id, startedAt, Instant.parse(completedAt));
  }

  static ExecutionSummary running(String id, String startedAt) {
    return summary(id, startedAt, null);
  }

  private static ExecutionSummary summary(String id, String startedAt, @Nullable Instant completedAt) {
    String status = completedAt == null ? "in_progress" : "success";
    Double duration = completedAt == null ? null : 1.5;
    return new ExecutionSummary(
        id, "weather", "examples/weather", "0.1.0", "ab12", status, Instant.parse(startedAt), completedAt, duration, 4, 0, 9);
  }
}
