package io.noetl.adapters.cli.report;

import io.noetl.application.analysis.ReportTable;
import java.util.List;

/** Which columns of a table are printed, in the order in which people read them. */
record TextColumns(ReportTable table, List<String> names) {

  /** What is shown as seconds since the execution began. */
  static final String STARTED_AT = "started_at";

  static final String EXECUTION_ID = "execution_id";

  static TextColumns of(ReportTable table) {
    return new TextColumns(
        table,
        switch (table) {
          case EVENT_TYPES -> List.of("event_type", "count");
          case STEPS -> List.of("step_name", "node_type", "runs", "succeeded", "failed", "other");
          case EVENT_COUNTS -> List.of("event_type", "status", "count");
          case TIMELINE -> List.of(STARTED_AT, "duration", "status", "node_id", "error");
          case STEP_DURATIONS -> List.of("step_name", "count", "average", "minimum", "p50", "p95", "maximum", "total");
          case STEP_RESULTS -> List.of("node_id", "status", "duration", "output_result");
          case ERRORS -> List.of("node_id", "attempts", "error", "at");
          case SUMMARY -> List.of("playbook", "status", "duration", "events", "steps", "failures", "source");
        });
  }

  /** The place of a column in the table's rows. */
  int place(String name) {
    for (int column = 0; column < table.columns().size(); column++) {
      if (table.columns().get(column).name().equals(name)) {
        return column;
      }
    }
    return -1;
  }
}
