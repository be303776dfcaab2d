package io.noetl.adapters.duckdb.report;

import io.noetl.application.report.Analysis;
import io.noetl.application.report.Distribution;
import io.noetl.application.report.EventCount;
import io.noetl.application.report.EventTypeCount;
import io.noetl.application.report.ExecutionOverview;
import io.noetl.application.report.LoopOverview;
import io.noetl.application.report.StepDuration;
import io.noetl.application.report.StepOverview;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

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
        Sql.list(connection, AnalysisQueries.EVENT_TYPES, row -> new EventTypeCount(text(row, "event_type"), row.getLong("count"))),
        Sql.list(connection, AnalysisQueries.EVENT_COUNTS, this::eventCount),
        Sql.list(connection, AnalysisQueries.STEPS, this::step),
        Sql.list(connection, AnalysisQueries.STEP_DURATIONS, this::stepDuration),
        Sql.list(connection, AnalysisQueries.LOOPS + Sql.limit(Analysis.MOST_LOOPS), this::loop),
        count("SELECT count(*) FROM node"),
        count("SELECT count(*) FROM record WHERE event_type = 'step_result'"));
  }

  private long count(String sql) throws SQLException {
    return Sql.list(connection, sql, row -> row.getLong(1)).getFirst();
  }

  private static ExecutionOverview execution(ResultSet row) throws SQLException {
    return new ExecutionOverview(
        text(row, "execution_id"),
        text(row, "source"),
        text(row, "playbook"),
        text(row, "version"),
        text(row, "status"),
        Sql.instant(row, "began"),
        Sql.optionalInstant(row, "ended"),
        Sql.optionalDouble(row, "duration"),
        row.getLong("events"),
        row.getLong("steps"),
        row.getLong("step_names"),
        row.getLong("tasks"),
        row.getLong("iterations"),
        row.getLong("failures"));
  }

  private EventCount eventCount(ResultSet row) throws SQLException {
    return new EventCount(ids.of(row), text(row, "event_type"), text(row, "status"), row.getLong("count"));
  }

  private StepOverview step(ResultSet row) throws SQLException {
    return new StepOverview(
        ids.of(row),
        text(row, "node_name"),
        text(row, "node_type"),
        row.getLong("runs"),
        row.getLong("succeeded"),
        row.getLong("failed"),
        row.getLong("other"),
        Sql.instant(row, "began"));
  }

  private StepDuration stepDuration(ResultSet row) throws SQLException {
    return new StepDuration(
        ids.of(row),
        text(row, "node_name"),
        text(row, "node_type"),
        row.getLong("count"),
        row.getDouble("average"),
        row.getDouble("total"),
        row.getDouble("deviation"),
        Objects.requireNonNull(spread(row), "a group has rows"),
        text(row, "slowest"));
  }

  private LoopOverview loop(ResultSet row) throws SQLException {
    return new LoopOverview(
        ids.of(row),
        row.getLong("sequence"),
        text(row, "node_id"),
        text(row, "node_name"),
        Sql.optionalLong(row, "items"),
        row.getLong("processed"),
        row.getLong("filtered"),
        row.getLong("failed"),
        spread(row));
  }

  private static @Nullable Distribution spread(ResultSet row) throws SQLException {
    Array array = row.getArray("spread");
    if (array == null) {
      return null;
    }
    List<Double> at = java.util.Arrays.stream((Object[]) array.getArray()).map(value -> ((Number) value).doubleValue()).toList();
    return new Distribution(at.get(0), at.get(1), at.get(2), at.get(3), at.get(4), at.get(5), at.get(6), at.get(7));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }
}
