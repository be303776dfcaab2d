package io.noetl.adapters.duckdb.store;

/**
 * What counts as a failure.
 *
 * <p>An error is a failed node beneath which no node failed: a task that failed and did not succeed at a later
 * attempt, a step that failed without one. So a failure counts once, however many steps and loops it fails on its way
 * up. What failed in a playbook that a task calls does not count once the task is tried again. What a cancellation ended is
 * no error. A failure of a step or item that is accepted is none, and neither is that of the task it comes from, with all
 * that failed in a playbook that this task calls. What lies beneath a node is read off the node ids: {@code a[2].b/t} lies
 * beneath {@code a[2].b} and {@code a}.
 */
public final class FailedNodes {

  private FailedNodes() {}

  /**
   * The beginning of a statement: the common table {@code failed} with the nodes that failed, and {@code above} with those
   * above one, each {@code (execution_id, node_id)}. It ends with a comma: another table must follow.
   *
   * @param table what has the columns of the event log
   */
  public static String in(String table) {
    return """
        WITH failing AS MATERIALIZED (
          SELECT DISTINCT execution_id, node_id
          FROM %1$s AS failure
          WHERE coalesce(metadata ->> 'cancelled', 'false') <> 'true' AND ((event_type = 'step_result' AND status = 'error')
            OR (event_type = 'task_error' AND NOT EXISTS (
              SELECT 1 FROM %1$s AS success
              WHERE success.event_type = 'task_complete'
                AND success.execution_id = failure.execution_id AND success.node_id = failure.node_id)))
            AND NOT EXISTS (
              SELECT 1 FROM %1$s AS again
              WHERE again.event_type = 'task_start' AND again.node_type = 'task.playbook' AND again.attempt > 1
                AND again.execution_id = failure.execution_id AND again.sequence > failure.sequence
                AND starts_with(failure.node_id, again.node_id || '/'))),
        accepted AS (
          SELECT DISTINCT execution_id, node_id
          FROM %1$s
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
        """
            .formatted(table);
  }
}
