package io.noetl.adapters.duckdb.store;

import io.noetl.application.port.ExecutionSummary;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.duckdb.DuckDBConnection;

/**
 * Deletes old executions and the playbooks that only they ran, then lets the file shrink. Runs on the writer thread,
 * with no transaction open.
 */
final class Pruning implements Work.Action {

  private static final String DELETE_PLAYBOOKS =
      """
      DELETE FROM playbook
      WHERE sha256 IN (SELECT unnest(string_split(?, ' '))) AND sha256 NOT IN (
        SELECT coalesce(metadata ->> 'playbook_sha256', '') FROM event_log WHERE event_type = 'execution_start')
      """;

  private final StoreDatabase database;
  private final Instant before;
  private List<ExecutionSummary> old = List.of();

  Pruning(StoreDatabase database, Instant before) {
    this.database = database;
    this.before = before;
  }

  /** The ids of what was deleted. */
  List<String> pruned() {
    return old.stream().map(ExecutionSummary::executionId).toList();
  }

  @Override
  public void run() throws SQLException {
    database.requireUnread();
    DuckDBConnection connection = database.writer();
    old = ExecutionQuery.all(connection).stream().filter(this::isOld).toList();
    if (old.isEmpty()) {
      return;
    }
    EventLogSchema.execute(connection, "BEGIN TRANSACTION");
    try {
      delete(connection);
      EventLogSchema.execute(connection, "COMMIT");
    } catch (SQLException e) {
      EventLogSchema.execute(connection, "ROLLBACK");
      throw e;
    }
    Compaction.run(database);
  }

  private void delete(DuckDBConnection connection) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement("DELETE FROM event_log WHERE execution_id = ?")) {
      for (ExecutionSummary execution : old) {
        delete.setString(1, execution.executionId());
        delete.execute();
      }
    }
    try (PreparedStatement delete = connection.prepareStatement(DELETE_PLAYBOOKS)) {
      delete.setString(1, String.join(" ", old.stream().map(ExecutionSummary::playbookSha256).distinct().toList()));
      delete.execute();
    }
  }

  private boolean isOld(ExecutionSummary execution) {
    Instant end = execution.completedAt() == null ? execution.startedAt() : execution.completedAt();
    return end.isBefore(before);
  }
}
