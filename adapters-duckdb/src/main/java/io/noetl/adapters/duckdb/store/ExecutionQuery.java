package io.noetl.adapters.duckdb.store;

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
 * Sums executions up from their events.
 *
 * <p>An error is a failed node beneath which no node failed: a task that failed and did not succeed at a later
 * attempt, a step that failed without one. So a failure counts once, however many steps and loops it fails on its way
 * up. What failed in a playbook that a task calls does not count once the task is tried again. What a cancellation ended is
 * no error. A failure of a step or item that is accepted is none, and neither is that of the task it comes from, with all
 * that failed in a playbook that this task calls. An execution that failed has at least one error. What lies beneath a node
 * is read off the node ids: {@code a[2].b/t} lies beneath {@code a[2].b} and {@code a}.
 */
final class ExecutionQuery {

  /** Yields the columns of view {@code execution} and two more: {@code playbook_sha256} and {@code events}. */
  static final String SUMMARIES =
      """
      WITH failing AS MATERIALIZED (
        SELECT DISTINCT execution_id, node_id
        FROM event_log AS failure
        WHERE coalesce(metadata ->> 'cancelled', 'false') <> 'true' AND ((event_type = 'step_result' AND status = 'error')
          OR (event_type = 'task_error' AND NOT EXISTS (
            SELECT 1 FROM event_log AS success
            WHERE success.event_type = 'task_complete'
              AND success.execution_id = failure.execution_id AND success.node_id = failure.node_id)))
          AND NOT EXISTS (
            SELECT 1 FROM event_log AS again
            WHERE again.event_type = 'task_start' AND again.node_type = 'task.playbook' AND again.attempt > 1
              AND again.execution_id = failure.execution_id AND again.sequence > failure.sequence
              AND starts_with(failure.node_id, again.node_id || '/'))),
      accepted AS (
        SELECT DISTINCT execution_id, node_id
        FROM event_log
        WHERE event_type IN ('step_result', 'loop_iteration_complete') AND status = 'error'
          AND ((metadata ->> 'accepted') = 'true' OR (metadata ->> 'on_error') IS NOT NULL)),
      owners AS (
        SELECT execution_id, node_id, left(node_id, place - 1) AS owner
        FROM failing, unnest(range(1, length(node_id) + 2)) AS places(place)
        WHERE place > length(node_id) OR node_id[place] = '/'),
      failed AS MATERIALIZED (
        SELECT execution_id, node_id FROM failing
        ANTI JOIN (
          SELECT owners.execution_id, owners.node_id FROM owners
          SEMI JOIN accepted ON accepted.execution_id = owners.execution_id AND accepted.node_id = owners.owner) AS forgiven
        USING (execution_id, node_id)),
      above AS (
        SELECT DISTINCT execution_id, left(node_id, place - 1) AS node_id
        FROM failed, unnest(range(1, length(node_id) + 1)) AS places(place)
        WHERE node_id[place] IN ('/', '[')),
      counted AS (
        SELECT execution_id, count(*) AS errors FROM failed ANTI JOIN above USING (execution_id, node_id) GROUP BY ALL),
      tally AS (
        SELECT execution_id, count(*) AS events, count(*) FILTER (event_type = 'step_start') AS steps,
          count(*) FILTER (event_type = 'execution_error' AND parent_event_id = execution_id || ':0') AS execution_errors
        FROM event_log GROUP BY ALL)
      SELECT start.execution_id, start.node_name AS playbook,
        coalesce(start.metadata ->> 'path', '') AS path, coalesce(start.metadata ->> 'version', '') AS version,
        coalesce(completion.status, 'in_progress') AS status,
        start.timestamp AS started_at, completion.timestamp AS completed_at, completion.duration AS duration,
        tally.steps AS steps, greatest(coalesce(counted.errors, 0), least(tally.execution_errors, 1)) AS errors,
        coalesce(start.metadata ->> 'playbook_sha256', '') AS playbook_sha256, tally.events AS events
      FROM (SELECT * FROM event_log WHERE event_type = 'execution_start' AND parent_event_id IS NULL) AS start
      JOIN tally USING (execution_id)
      LEFT JOIN (SELECT * FROM event_log WHERE event_type = 'execution_complete') AS completion
        ON completion.execution_id = start.execution_id AND completion.parent_event_id = start.event_id
      LEFT JOIN counted USING (execution_id)
      """;

  private static final String SELECT =
      """
      SELECT execution_id, playbook, path, version, playbook_sha256, status,
        epoch_us(started_at) AS started_at, epoch_us(completed_at) AS completed_at, duration, steps, errors, events
      """
          + "FROM (" + SUMMARIES + ")";

  private static final String LATEST_FIRST = " ORDER BY started_at DESC, execution_id";

  private ExecutionQuery() {}

  /** All executions, the latest started first. */
  static List<ExecutionSummary> all(DuckDBConnection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SELECT + LATEST_FIRST)) {
      return summaries(query);
    }
  }

  /** One execution, or none. */
  static List<ExecutionSummary> one(DuckDBConnection connection, String executionId) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SELECT + " WHERE execution_id = ?")) {
      query.setString(1, executionId);
      return summaries(query);
    }
  }

  private static List<ExecutionSummary> summaries(PreparedStatement query) throws SQLException {
    List<ExecutionSummary> summaries = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        summaries.add(summary(row));
      }
    }
    return summaries;
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
