package io.noetl.adapters.duckdb.store;

import java.sql.SQLException;

/** Events that differ in their contexts alone, which SQL puts together. */
final class LogOfContexts {

  private static final String INSERT =
      """
      INSERT INTO event_log
      SELECT '%1$s', '%1$s:' || i, CASE WHEN i > 0 THEN '%1$s:0' END, TIMESTAMP '2026-01-01', 'step_start', 'node', 'node', 'step',
        'success', NULL, %2$s, NULL, NULL, NULL, i, NULL, NULL, NULL, NULL FROM range(%3$d) AS rows(i) %4$s
      """;

  private LogOfContexts() {}

  /**
   * Appends events.
   *
   * @param context SQL for the context of the event with sequence {@code i}
   */
  static void append(StoreDatabase database, String executionId, String context, int events) throws SQLException {
    append(database, executionId, context, events, "");
  }

  /**
   * Appends events.
   *
   * @param order an ORDER BY clause: how they lie in the table
   */
  static void append(StoreDatabase database, String executionId, String context, int events, String order)
      throws SQLException {
    EventLogSchema.execute(database.writer(), INSERT.formatted(executionId, context, events, order));
  }
}
