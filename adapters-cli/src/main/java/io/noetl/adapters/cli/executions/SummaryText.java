package io.noetl.adapters.cli.executions;

import io.noetl.adapters.cli.terminal.DurationText;
import io.noetl.adapters.cli.terminal.InstantText;
import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.application.port.ExecutionSummary;
import io.noetl.domain.value.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An execution of a store, as the cells of a table and as JSON. */
final class SummaryText {

  static final List<String> HEADER = List.of("id", "playbook", "status", "started", "duration", "steps", "errors");

  private static final boolean[] RIGHT = {false, false, false, false, true, true, true};

  private SummaryText() {}

  /** Which columns are aligned to the right. */
  static boolean[] right() {
    return RIGHT.clone();
  }

  static List<String> cells(ExecutionSummary execution) {
    Double duration = execution.duration();
    return List.of(
        LineText.of(execution.executionId()),
        LineText.of(execution.playbook()),
        LineText.of(execution.status()),
        InstantText.seconds(execution.startedAt()),
        duration == null ? "-" : DurationText.of(duration),
        Long.toString(execution.steps()),
        Long.toString(execution.errors()));
  }

  static Map<String, Value> entries(ExecutionSummary execution) {
    Instant completed = execution.completedAt();
    Double duration = execution.duration();
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("execution_id", Value.of(execution.executionId()));
    entries.put("playbook", Value.of(execution.playbook()));
    entries.put("path", Value.of(execution.path()));
    entries.put("version", Value.of(execution.version()));
    entries.put("status", Value.of(execution.status()));
    entries.put("started_at", Value.of(InstantText.microseconds(execution.startedAt())));
    entries.put(
        "completed_at", completed == null ? Value.NULL : Value.of(InstantText.microseconds(completed)));
    entries.put("duration", duration == null ? Value.NULL : Value.of((double) duration));
    entries.put("steps", Value.of(execution.steps()));
    entries.put("errors", Value.of(execution.errors()));
    entries.put("events", Value.of(execution.events()));
    return entries;
  }
}
