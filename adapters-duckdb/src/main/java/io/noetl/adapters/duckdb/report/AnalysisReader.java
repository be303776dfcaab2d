package io.noetl.adapters.duckdb.report;

import io.noetl.application.report.Analysis;
import io.noetl.application.report.EventCount;
import io.noetl.application.report.EventTypeCount;
import io.noetl.application.report.ExecutionOverview;
import io.noetl.application.report.LoopOverview;
import io.noetl.application.report.StepDuration;
import io.noetl.application.report.StepOverview;
import java.sql.SQLException;
import java.util.Objects;
import org.duckdb.DuckDBConnection;

/** Reads what an analysis finds out of the tables of {@link RecordTables}. */
final class AnalysisReader {

  private final DuckDBConnection connection;
  private final ExecutionIds ids;

  AnalysisReader(DuckDBConnection connection, ExecutionIds ids) {
    this.connection = connection;
    this.ids = ids;
  }

  Analysis read(RecordOrigin origin) throws SQLException {
    return new Analysis(
        origin.name(),
        origin.filter(),
        origin.schema(),
        origin.notes(),
        Sql.list(connection, AnalysisQueries.EXECUTIONS, AnalysisReader::execution),
        Sql.list(connection, AnalysisQueries.EVENT_TYPES, row -> new EventTypeCount(row.text("event_type"), row.integer("count"))),
        Sql.list(connection, AnalysisQueries.EVENT_COUNTS, this::eventCount),
        Sql.list(connection, AnalysisQueries.STEPS, this::step),
        Sql.list(connection, AnalysisQueries.STEP_DURATIONS, this::stepDuration),
        Sql.list(connection, AnalysisQueries.LOOPS + Sql.limit(Analysis.MOST_LOOPS), this::loop),
        count("node"),
        count("record WHERE event_type = 'step_result'"));
  }

  private long count(String rows) throws SQLException {
    return Sql.list(connection, "SELECT count(*) AS n FROM " + rows, row -> row.integer("n")).getFirst();
  }

  private static ExecutionOverview execution(AnswerRow row) throws SQLException {
    return new ExecutionOverview(
        row.text("execution_id"),
        row.text("source"),
        row.text("playbook"),
        row.text("version"),
        row.text("status"),
        row.instant("began"),
        row.optionalInstant("ended"),
        row.optionalNumber("duration"),
        row.integer("events"),
        row.integer("steps"),
        row.integer("step_names"),
        row.integer("tasks"),
        row.integer("iterations"),
        row.integer("failures"));
  }

  private EventCount eventCount(AnswerRow row) throws SQLException {
    return new EventCount(ids.of(row), row.text("event_type"), row.text("status"), row.integer("count"));
  }

  private StepOverview step(AnswerRow row) throws SQLException {
    return new StepOverview(
        ids.of(row),
        row.text("node_name"),
        row.text("node_type"),
        row.integer("runs"),
        row.integer("succeeded"),
        row.integer("failed"),
        row.integer("other"),
        row.instant("began"));
  }

  private StepDuration stepDuration(AnswerRow row) throws SQLException {
    return new StepDuration(
        ids.of(row),
        row.text("node_name"),
        row.text("node_type"),
        row.integer("count"),
        row.number("average"),
        row.number("total"),
        row.number("deviation"),
        Objects.requireNonNull(row.spread("spread"), "a group has rows"),
        row.text("slowest"));
  }

  private LoopOverview loop(AnswerRow row) throws SQLException {
    return new LoopOverview(
        ids.of(row),
        row.integer("sequence"),
        row.text("node_id"),
        row.text("node_name"),
        row.optionalInteger("items"),
        row.integer("processed"),
        row.integer("filtered"),
        row.integer("failed"),
        row.spread("spread"));
  }
}
