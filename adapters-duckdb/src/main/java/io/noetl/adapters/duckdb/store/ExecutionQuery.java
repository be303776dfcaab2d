package io.noetl.adapters.duckdb.store;

import io.noetl.application.port.ExecutionStart;
import io.noetl.application.port.ExecutionSummary;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Sums executions up from their events. An error is what {@link FailedNodes} counts; an execution that failed has at least
 * one.
 */
final class ExecutionQuery {

  /** Which event an execution begins with: a playbook that a task calls has a start of its own, which hangs under that task. */
  private static final String IS_START = "event_type = 'execution_start' AND parent_event_id IS NULL";

  /** Yields the columns of view {@code execution} and two more: {@code playbook_sha256} and {@code events}. */
  static final String SUMMARIES =
      FailedNodes.in("event_log")
          + """
      counted AS (
        SELECT execution_id, count(*) AS errors FROM failed ANTI JOIN above USING (execution_id, node_id) GROUP BY ALL),
      tally AS (
        SELECT execution_id, count(*) AS events, count(*) FILTER (event_type = 'step_start') AS steps
        FROM event_log GROUP BY ALL),
      stopped AS (
        SELECT DISTINCT execution_id
        FROM event_log WHERE event_type = 'execution_error' AND parent_event_id = execution_id || ':0')
      SELECT start.execution_id, start.node_name AS playbook,
        coalesce(start.metadata ->> 'path', '') AS path, coalesce(start.metadata ->> 'version', '') AS version,
        coalesce(completion.status, 'in_progress') AS status,
        start.timestamp AS started_at, completion.timestamp AS completed_at, completion.duration AS duration,
        tally.steps AS steps, greatest(coalesce(counted.errors, 0), if(stopped.execution_id IS NULL, 0, 1)) AS errors,
        coalesce(start.metadata ->> 'playbook_sha256', '') AS playbook_sha256, tally.events AS events
      """
          + "FROM (SELECT * FROM event_log WHERE " + IS_START + ") AS start\n"
          + """
      JOIN tally USING (execution_id)
      LEFT JOIN (SELECT * FROM event_log WHERE event_type = 'execution_complete') AS completion
        ON completion.execution_id = start.execution_id AND completion.parent_event_id = start.event_id
      LEFT JOIN counted USING (execution_id)
      LEFT JOIN stopped USING (execution_id)
      """;

  private static final String SELECT =
      """
      SELECT execution_id, playbook, path, version, playbook_sha256, status,
        epoch_us(started_at) AS started_at, epoch_us(completed_at) AS completed_at, duration, steps, errors, events
      """
          + "FROM (" + SUMMARIES + ")";

  /** Reads no more of an execution than one event. */
  private static final String STARTS =
      """
      SELECT execution_id, node_name AS playbook, coalesce(metadata ->> 'playbook_sha256', '') AS playbook_sha256,
        epoch_us(timestamp) AS started_at
      """
          + "FROM event_log WHERE " + IS_START;

  private static final String LATEST_FIRST = " ORDER BY started_at DESC, execution_id";

  private ExecutionQuery() {}

  /** All executions, the latest started first. */
  static List<ExecutionSummary> all(DuckDBConnection connection) throws SQLException {
    return answers(connection, SELECT + LATEST_FIRST, List.of(), ExecutionQuery::summary);
  }

  /** One execution, or none. */
  static List<ExecutionSummary> one(DuckDBConnection connection, String executionId) throws SQLException {
    return answers(connection, SELECT + " WHERE execution_id = ?", List.of(executionId), ExecutionQuery::summary);
  }

  /** How all executions began, the latest first. */
  static List<ExecutionStart> starts(DuckDBConnection connection) throws SQLException {
    return answers(connection, STARTS + LATEST_FIRST, List.of(), ExecutionQuery::start);
  }

  /** How one execution began, or nothing. */
  static List<ExecutionStart> start(DuckDBConnection connection, String executionId) throws SQLException {
    return answers(connection, STARTS + " AND execution_id = ?", List.of(executionId), ExecutionQuery::start);
  }

  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private static <T> List<T> answers(DuckDBConnection connection, String sql, List<String> parameters, Row<T> answer)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        query.setString(i + 1, parameters.get(i));
      }
      List<T> answers = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          answers.add(answer.of(row));
        }
      }
      return answers;
    }
  }

  private static ExecutionStart start(ResultSet row) throws SQLException {
    return new ExecutionStart(
        row.getString("execution_id"),
        row.getString("playbook"),
        row.getString("playbook_sha256"),
        instant(row.getLong("started_at")));
  }

  private static ExecutionSummary summary(ResultSet row) throws SQLException {
    long completedAt = row.getLong("completed_at");
    @Nullable Instant completion = row.wasNull() ? null : instant(completedAt);
    double seconds = row.getDouble("duration");
    @Nullable Double duration = row.wasNull() ? null : seconds;
    return new ExecutionSummary(
        row.getString("execution_id"),
        row.getString("playbook"),
        row.getString("path"),
        row.getString("version"),
        row.getString("playbook_sha256"),
        row.getString("status"),
        instant(row.getLong("started_at")),
        completion,
        duration,
        row.getLong("steps"),
        row.getLong("errors"),
        row.getLong("events"));
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
