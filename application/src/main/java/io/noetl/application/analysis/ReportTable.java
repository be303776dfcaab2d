package io.noetl.application.analysis;

import static io.noetl.application.analysis.TableColumn.Type.INTEGER;
import static io.noetl.application.analysis.TableColumn.Type.JSON;
import static io.noetl.application.analysis.TableColumn.Type.NUMBER;
import static io.noetl.application.analysis.TableColumn.Type.TEXT;
import static io.noetl.application.analysis.TableColumn.Type.TIMESTAMP;

import io.noetl.application.port.Report;
import io.noetl.application.report.Analysis;
import io.noetl.domain.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The tables of a report, which every format shows: text, CSV, JSON, Markdown. A row has one value a column: a text, an
 * integer, a floating point number, a timestamp as ISO text in UTC with microseconds, any JSON, or null.
 */
public enum ReportTable {
  /** How often each type of event occurs. */
  EVENT_TYPES(TableColumn.of("event_type", TEXT), TableColumn.of("count", INTEGER)),
  /** The steps that ran. */
  STEPS(
      TableColumn.of("execution_id", TEXT),
      TableColumn.of("step_name", TEXT),
      TableColumn.of("node_type", TEXT),
      TableColumn.of("runs", INTEGER),
      TableColumn.of("succeeded", INTEGER),
      TableColumn.of("failed", INTEGER),
      TableColumn.of("other", INTEGER),
      TableColumn.of("first_started_at", TIMESTAMP)),
  /** How often each type of event occurs with each status. */
  EVENT_COUNTS(
      TableColumn.of("execution_id", TEXT),
      TableColumn.of("event_type", TEXT),
      TableColumn.of("status", TEXT),
      TableColumn.of("count", INTEGER)),
  /** Every node from start to end. */
  TIMELINE(
      TableColumn.of("execution_id", TEXT),
      TableColumn.of("sequence", INTEGER),
      TableColumn.of("parent_sequence", INTEGER),
      TableColumn.of("node_id", TEXT),
      TableColumn.of("parent_node_id", TEXT),
      TableColumn.of("node_name", TEXT),
      TableColumn.of("kind", TEXT),
      TableColumn.of("node_type", TEXT),
      TableColumn.of("started_at", TIMESTAMP),
      TableColumn.of("ended_at", TIMESTAMP),
      TableColumn.of("duration", NUMBER),
      TableColumn.of("status", TEXT),
      TableColumn.of("attempt", INTEGER),
      TableColumn.of("loop_name", TEXT),
      TableColumn.of("current_index", INTEGER),
      TableColumn.of("error", TEXT)),
  /** How long steps took, in seconds. */
  STEP_DURATIONS(
      TableColumn.of("execution_id", TEXT),
      TableColumn.of("step_name", TEXT),
      TableColumn.of("node_type", TEXT),
      TableColumn.of("count", INTEGER),
      TableColumn.of("average", NUMBER),
      TableColumn.of("minimum", NUMBER),
      TableColumn.of("p05", NUMBER),
      TableColumn.of("p25", NUMBER),
      TableColumn.of("p50", NUMBER),
      TableColumn.of("p75", NUMBER),
      TableColumn.of("p95", NUMBER),
      TableColumn.of("p99", NUMBER),
      TableColumn.of("maximum", NUMBER),
      TableColumn.of("total", NUMBER),
      TableColumn.of("deviation", NUMBER),
      TableColumn.of("slowest_node_id", TEXT)),
  /** What the runs of steps yielded. */
  STEP_RESULTS(
      TableColumn.of("execution_id", TEXT),
      TableColumn.of("sequence", INTEGER),
      TableColumn.of("node_id", TEXT),
      TableColumn.of("step_name", TEXT),
      TableColumn.of("status", TEXT),
      TableColumn.of("ended_at", TIMESTAMP),
      TableColumn.of("duration", NUMBER),
      TableColumn.of("output_result", JSON),
      TableColumn.of("error", TEXT)),
  /** What went wrong, each failure once. */
  ERRORS(
      TableColumn.of("execution_id", TEXT),
      TableColumn.of("sequence", INTEGER),
      TableColumn.of("node_id", TEXT),
      TableColumn.of("node_name", TEXT),
      TableColumn.of("node_type", TEXT),
      TableColumn.of("occurred_at", TIMESTAMP),
      TableColumn.of("attempts", INTEGER),
      TableColumn.of("error", TEXT),
      TableColumn.of("at", TEXT)),
  /** Each execution in one row. */
  SUMMARY(
      TableColumn.of("execution_id", TEXT),
      TableColumn.of("source", TEXT),
      TableColumn.of("playbook", TEXT),
      TableColumn.of("version", TEXT),
      TableColumn.of("status", TEXT),
      TableColumn.of("started_at", TIMESTAMP),
      TableColumn.of("ended_at", TIMESTAMP),
      TableColumn.of("duration", NUMBER),
      TableColumn.of("events", INTEGER),
      TableColumn.of("steps", INTEGER),
      TableColumn.of("step_names", INTEGER),
      TableColumn.of("tasks", INTEGER),
      TableColumn.of("iterations", INTEGER),
      TableColumn.of("failures", INTEGER));

  private final String text = name().toLowerCase(Locale.ROOT);

  /** Never changes: made by {@code List.of}. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<TableColumn> columns;

  ReportTable(TableColumn... columns) {
    this.columns = List.of(columns);
  }

  /** The name of the table, and of its file without the extension. */
  public String text() {
    return text;
  }

  public List<TableColumn> columns() {
    return columns;
  }

  /** How many rows it has. */
  public long count(Report report) {
    Analysis analysis = report.analysis();
    return switch (this) {
      case EVENT_TYPES -> analysis.eventTypes().size();
      case STEPS -> analysis.steps().size();
      case EVENT_COUNTS -> analysis.eventCounts().size();
      case TIMELINE -> analysis.timelineRows();
      case STEP_DURATIONS -> analysis.stepDurations().size();
      case STEP_RESULTS -> analysis.stepResults();
      case ERRORS -> analysis.failures();
      case SUMMARY -> analysis.executions().size();
    };
  }

  /** Whether the report has a row for it; errors alone may have none and then have no file. */
  public boolean appliesTo(Report report) {
    return this != ERRORS || report.analysis().failures() > 0;
  }

  /**
   * Hands over every row.
   *
   * @param textLength how many characters of an output to read at most; one that is cut is a text and no JSON
   * @param first how many rows to hand over at most; {@link Long#MAX_VALUE} for all
   */
  public void rows(Report report, int textLength, long first, Consumer<List<Value>> rows) {
    Analysis analysis = report.analysis();
    switch (this) {
      case EVENT_TYPES -> analysis.eventTypes().stream().limit(first).forEach(row -> rows.accept(TableRows.of(row)));
      case STEPS -> analysis.steps().stream().limit(first).forEach(row -> rows.accept(TableRows.of(row)));
      case EVENT_COUNTS -> analysis.eventCounts().stream().limit(first).forEach(row -> rows.accept(TableRows.of(row)));
      case TIMELINE -> report.records().timeline(0, first, row -> rows.accept(TableRows.of(row)));
      case STEP_DURATIONS -> analysis.stepDurations().stream().limit(first).forEach(row -> rows.accept(TableRows.of(row)));
      case STEP_RESULTS -> report.records().stepResults(textLength, first, row -> rows.accept(TableRows.of(row)));
      case ERRORS -> report.records().failures(first, row -> rows.accept(TableRows.of(row)));
      case SUMMARY -> analysis.executions().stream().limit(first).forEach(row -> rows.accept(TableRows.of(row)));
    }
  }
}
