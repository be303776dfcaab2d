package io.noetl.adapters.duckdb.report;

import io.noetl.application.port.ExecutionRecords;
import io.noetl.application.report.Analysis;
import io.noetl.application.report.BoundedText;
import io.noetl.application.report.EventDetail;
import io.noetl.application.report.Failure;
import io.noetl.application.report.NodeKind;
import io.noetl.application.report.StepResult;
import io.noetl.application.report.TimelineRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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

  private TimelineRow timelineRow(ResultSet row) throws SQLException {
    return new TimelineRow(
        ids.of(row),
        row.getLong("sequence"),
        Sql.optionalLong(row, "parent_sequence"),
        text(row, "node_id"),
        row.getString("parent_node_id"),
        text(row, "node_name"),
        NodeKind.valueOf(text(row, "kind")),
        text(row, "node_type"),
        Sql.instant(row, "began"),
        Sql.optionalInstant(row, "ended"),
        Sql.optionalDouble(row, "duration"),
        text(row, "status"),
        Sql.optionalInt(row, "attempt"),
        row.getString("loop_name"),
        Sql.optionalLong(row, "current_index"),
        row.getString("error"),
        bounded(row, "input"),
        bounded(row, "output"));
  }

  private StepResult stepResult(ResultSet row) throws SQLException {
    return new StepResult(
        ids.of(row),
        row.getLong("sequence"),
        text(row, "node_id"),
        text(row, "node_name"),
        text(row, "status"),
        Sql.instant(row, "happened"),
        Sql.optionalDouble(row, "duration"),
        bounded(row, "output"),
        row.getString("error"));
  }

  private Failure failure(ResultSet row) throws SQLException {
    return new Failure(
        ids.of(row),
        row.getLong("sequence"),
        text(row, "node_id"),
        text(row, "node_name"),
        text(row, "node_type"),
        Sql.instant(row, "happened"),
        row.getLong("attempts"),
        text(row, "error"),
        row.getString("place"));
  }

  private EventDetail event(ResultSet row) throws SQLException {
    return new EventDetail(
        ids.of(row),
        row.getLong("sequence"),
        Sql.optionalLong(row, "parent"),
        Sql.instant(row, "happened"),
        text(row, "event_type"),
        text(row, "node_id"),
        text(row, "node_name"),
        text(row, "node_type"),
        text(row, "status"),
        Sql.optionalDouble(row, "duration"),
        Sql.optionalInt(row, "attempt"),
        row.getString("error"),
        bounded(row, "input"),
        bounded(row, "output"),
        bounded(row, "notes"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }

  private static @Nullable BoundedText bounded(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : new BoundedText(text, row.getLong(column + "_length"));
  }
}
