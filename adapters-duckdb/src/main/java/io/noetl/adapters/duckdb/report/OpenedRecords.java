package io.noetl.adapters.duckdb.report;

import io.noetl.application.port.ExecutionRecords;
import io.noetl.application.report.Analysis;
import io.noetl.application.report.EventDetail;
import io.noetl.application.report.Failure;
import io.noetl.application.report.NodeKind;
import io.noetl.application.report.StepResult;
import io.noetl.application.report.TimelineRow;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Consumer;

/** Records whose tables are made. */
final class OpenedRecords implements ExecutionRecords.Opened {

  private final RecordDatabase database;
  private final ExecutionIds ids;
  private final Analysis analysis;

  OpenedRecords(RecordDatabase database, ExecutionIds ids, Analysis analysis) {
    this.database = database;
    this.ids = ids;
    this.analysis = analysis;
  }

  @Override
  public Analysis analysis() {
    return analysis;
  }

  @Override
  public void timeline(int textLength, long first, Consumer<TimelineRow> rows) {
    each(NodeTable.timeline(textLength, first), row -> rows.accept(timelineRow(row)));
  }

  @Override
  public void texts(String executionId, Set<Long> sequences, int textLength, Consumer<TimelineRow> rows) {
    int execution = ids.ids().indexOf(executionId);
    if (execution >= 0 && !sequences.isEmpty()) {
      each(NodeTable.texts(execution, sequences, textLength), row -> rows.accept(timelineRow(row)));
    }
  }

  @Override
  public void stepResults(int textLength, long first, Consumer<StepResult> rows) {
    each(AnalysisQueries.stepResults(textLength, first), row -> rows.accept(stepResult(row)));
  }

  @Override
  public void failures(long first, Consumer<Failure> rows) {
    each("SELECT * FROM failure ORDER BY execution, sequence" + Sql.limit(first), row -> rows.accept(failure(row)));
  }

  @Override
  public void events(int textLength, long first, Consumer<EventDetail> rows) {
    each(AnalysisQueries.events(textLength, first), row -> rows.accept(event(row)));
  }

  @Override
  public void close() {
    database.close();
  }

  private void each(String sql, Sql.RowTaker taker) {
    try {
      Sql.each(database.connection(), sql, taker);
    } catch (SQLException e) {
      throw database.unreadable(e);
    }
  }

  private TimelineRow timelineRow(AnswerRow row) throws SQLException {
    return new TimelineRow(
        ids.of(row),
        row.integer("sequence"),
        row.optionalInteger("parent_sequence"),
        row.text("node_id"),
        row.optionalText("parent_node_id"),
        row.text("node_name"),
        NodeKind.valueOf(row.text("kind")),
        row.text("node_type"),
        row.instant("began"),
        row.optionalInstant("ended"),
        row.optionalNumber("duration"),
        row.text("status"),
        row.optionalInt("attempt"),
        row.optionalText("loop_name"),
        row.optionalInteger("current_index"),
        row.optionalText("error"),
        row.bounded("input"),
        row.bounded("output"));
  }

  private StepResult stepResult(AnswerRow row) throws SQLException {
    return new StepResult(
        ids.of(row),
        row.integer("sequence"),
        row.text("node_id"),
        row.text("node_name"),
        row.text("status"),
        row.instant("happened"),
        row.optionalNumber("duration"),
        row.bounded("output"),
        row.optionalText("error"));
  }

  private Failure failure(AnswerRow row) throws SQLException {
    return new Failure(
        ids.of(row),
        row.integer("sequence"),
        row.text("node_id"),
        row.text("node_name"),
        row.text("node_type"),
        row.instant("happened"),
        row.integer("attempts"),
        row.text("error"),
        row.optionalText("place"));
  }

  private EventDetail event(AnswerRow row) throws SQLException {
    return new EventDetail(
        ids.of(row),
        row.integer("sequence"),
        row.optionalInteger("parent"),
        row.instant("happened"),
        row.text("event_type"),
        row.text("node_id"),
        row.text("node_name"),
        row.text("node_type"),
        row.text("status"),
        row.optionalNumber("duration"),
        row.optionalInt("attempt"),
        row.optionalText("error"),
        row.bounded("input"),
        row.bounded("output"),
        row.bounded("notes"));
  }
}
