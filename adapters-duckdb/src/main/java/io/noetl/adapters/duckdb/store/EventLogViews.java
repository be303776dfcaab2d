package io.noetl.adapters.duckdb.store;

import java.util.List;

/**
 * The views over the event log that answer the usual questions. Steps, tasks and loops go by their node ids, and
 * {@code parent_id} is the node id of what they run in: a task's is its step (or iteration), a step's and a loop's is
 * the execution's or the iteration's. What an event ends is told by its start, the parent of the ending. What holds
 * JSON is of type JSON. A playbook that a task calls is a part of the execution: its steps, tasks and loops stand beneath
 * that task; the variables, steps and tasks of the execution itself are those of the playbook that was asked for.
 */
final class EventLogViews {

  private static final String EXECUTION =
      """
      CREATE OR REPLACE VIEW execution AS
      SELECT execution_id, playbook, path, version, status, started_at, completed_at, duration, steps, errors
      FROM (
      """
          + ExecutionQuery.SUMMARIES
          + ")";

  private static final String STEP_RESULT =
      """
      CREATE OR REPLACE VIEW step_result AS
      SELECT result.execution_id, result.node_id AS step_id, result.node_name AS step_name, scope.node_id AS parent_id,
        result.timestamp, result.status, CAST(result.output_result AS JSON) AS data, result.error, result.duration
      FROM event_log AS result
      LEFT JOIN event_log AS start
        ON start.execution_id = result.execution_id AND start.event_id = result.parent_event_id
      LEFT JOIN event_log AS scope
        ON scope.execution_id = start.execution_id AND scope.event_id = start.parent_event_id
      WHERE result.event_type = 'step_result'
      """;

  private static final String TASK_RESULT =
      """
      CREATE OR REPLACE VIEW task_result AS
      SELECT result.execution_id, result.node_id AS task_id, result.node_name AS task_name,
        regexp_replace(result.node_type, '^task[.]', '') AS task_type, scope.node_id AS parent_id,
        result.timestamp, result.status, CAST(result.output_result AS JSON) AS data, result.error, result.duration,
        result.attempt
      FROM event_log AS result
      LEFT JOIN event_log AS start
        ON start.execution_id = result.execution_id AND start.event_id = result.parent_event_id
      LEFT JOIN event_log AS scope
        ON scope.execution_id = start.execution_id AND scope.event_id = start.parent_event_id
      WHERE result.event_type IN ('task_complete', 'task_error')
      """;

  /** While a loop runs, its items are counted as they end; once it has completed, it says so itself. */
  private static final String LOOP_STATE =
      """
      CREATE OR REPLACE VIEW loop_state AS
      WITH items AS (
        SELECT item.execution_id, item.parent_event_id AS loop_event_id, max(item.current_index) AS current_index,
          max(greatest(item.timestamp, ending.timestamp)) AS timestamp,
          count(ending.event_id) AS processed, count(*) FILTER (ending.status = 'error') AS failed
        FROM event_log AS item
        LEFT JOIN event_log AS ending
          ON ending.execution_id = item.execution_id AND ending.parent_event_id = item.event_id
            AND ending.event_type = 'loop_iteration_complete'
        WHERE item.event_type IN ('loop_iteration', 'loop_iteration_filtered')
        GROUP BY ALL)
      SELECT loop.execution_id, loop.node_id AS loop_id, loop.node_name AS loop_name, scope.node_id AS parent_id,
        loop.metadata ->> 'iterator' AS iterator, items.current_index,
        coalesce(completion.timestamp, items.timestamp, loop.timestamp) AS timestamp,
        coalesce(completion.status, loop.status) AS status,
        TRY_CAST(loop.metadata ->> 'items' AS BIGINT) AS items,
        coalesce(TRY_CAST(completion.output_result ->> 'processed' AS BIGINT), items.processed, 0) AS processed,
        coalesce(TRY_CAST(completion.output_result ->> 'failed' AS BIGINT), items.failed, 0) AS failed
      FROM event_log AS loop
      LEFT JOIN items ON items.execution_id = loop.execution_id AND items.loop_event_id = loop.event_id
      LEFT JOIN event_log AS completion
        ON completion.execution_id = loop.execution_id AND completion.parent_event_id = loop.event_id
          AND completion.event_type = 'loop_complete'
      LEFT JOIN event_log AS step
        ON step.execution_id = loop.execution_id AND step.event_id = loop.parent_event_id
      LEFT JOIN event_log AS scope
        ON scope.execution_id = step.execution_id AND scope.event_id = step.parent_event_id
      WHERE loop.event_type = 'loop_start'
      """;

  /**
   * The places at which a name is bound, in the order in which one event binds them: a step's data under its name,
   * under its task's and as {@code result}, then the entries of its own {@code result}.
   */
  private static final String CONTEXT =
      """
      CREATE OR REPLACE VIEW context AS
      WITH own AS (
        SELECT start.*
        FROM event_log AS start
        JOIN event_log AS execution
          ON execution.execution_id = start.execution_id AND execution.event_id = start.parent_event_id
        WHERE start.event_type = 'step_start' AND execution.event_type = 'execution_start'
          AND execution.parent_event_id IS NULL),
      results AS (
        SELECT result.*
        FROM event_log AS result
        JOIN own ON own.execution_id = result.execution_id AND own.event_id = result.parent_event_id
        WHERE result.event_type = 'step_result'),
      maps AS (
        SELECT execution_id, sequence, 2 AS place, timestamp, input_context AS entries
        FROM event_log
        WHERE event_type = 'execution_start' AND parent_event_id IS NULL AND json_type(input_context) = 'OBJECT'
        UNION ALL
        SELECT execution_id, sequence, 0, timestamp, input_context
        FROM own WHERE json_type(input_context) = 'OBJECT'
        UNION ALL
        SELECT execution_id, sequence, 2, timestamp, output_result
        FROM results WHERE json_type(metadata, '$.bound') = 'ARRAY' AND json_type(output_result) = 'OBJECT'),
      bindings AS (
        SELECT execution_id, sequence, 1 AS place, timestamp, 'workload' AS key, input_context AS value
        FROM event_log
        WHERE event_type = 'execution_start' AND parent_event_id IS NULL AND input_context IS NOT NULL
        UNION ALL
        SELECT execution_id, sequence, 0, timestamp, node_name, output_result
        FROM results WHERE output_result IS NOT NULL
        UNION ALL
        SELECT execution_id, sequence, 1, timestamp, metadata ->> 'task', output_result
        FROM results WHERE output_result IS NOT NULL AND json_type(metadata, '$.task') = 'VARCHAR'
        UNION ALL
        SELECT execution_id, sequence, 1, timestamp, 'result', output_result
        FROM results WHERE output_result IS NOT NULL AND json_type(metadata, '$.task') = 'VARCHAR'
        UNION ALL
        SELECT execution_id, sequence, place, timestamp, entry.key, CAST(entry.value AS VARCHAR)
        FROM (
          SELECT *, unnest(map_entries(CAST(CAST(entries AS JSON) AS MAP(VARCHAR, JSON)))) AS entry FROM maps))
      SELECT execution_id, max(timestamp) AS timestamp, key, CAST(arg_max(value, (sequence, place)) AS JSON) AS value
      FROM bindings
      GROUP BY execution_id, key
      """;

  private static final String WORKFLOW =
      """
      CREATE OR REPLACE VIEW workflow AS
      WITH elements AS (
        SELECT start.execution_id, unnest(CAST(json_extract(playbook.document, '$.workflow') AS JSON[])) AS element
        FROM event_log AS start
        JOIN playbook ON playbook.sha256 = (start.metadata ->> 'playbook_sha256')
        WHERE start.event_type = 'execution_start' AND start.parent_event_id IS NULL
          AND json_type(playbook.document, '$.workflow') = 'ARRAY')
      SELECT execution_id, element ->> 'step' AS step_id, element ->> 'step' AS step_name,
        CASE
          WHEN json_exists(element, '$.loop') OR (element ->> 'type') = 'iterator' THEN 'step.loop'
          WHEN json_exists(element, '$.end_loop') THEN 'step.end_loop'
          ELSE 'step'
        END AS step_type,
        coalesce(element ->> 'desc', element ->> 'description') AS description, element AS raw_config
      FROM elements
      """;

  private static final String WORKBOOK =
      """
      CREATE OR REPLACE VIEW workbook AS
      WITH elements AS (
        SELECT start.execution_id, unnest(CAST(json_extract(playbook.document, '$.workbook') AS JSON[])) AS element
        FROM event_log AS start
        JOIN playbook ON playbook.sha256 = (start.metadata ->> 'playbook_sha256')
        WHERE start.event_type = 'execution_start' AND start.parent_event_id IS NULL
          AND json_type(playbook.document, '$.workbook') = 'ARRAY')
      SELECT execution_id, coalesce(element ->> 'task', element ->> 'name') AS task_id,
        coalesce(element ->> 'task', element ->> 'name') AS task_name, element ->> 'type' AS task_type,
        element AS raw_config
      FROM elements
      """;

  private static final String TRANSITION =
      """
      CREATE OR REPLACE VIEW transition AS
      SELECT execution_id, metadata ->> 'from' AS from_step, metadata ->> 'to' AS to_step,
        metadata ->> 'condition' AS condition, CAST(input_context AS JSON) AS with_params, timestamp
      FROM event_log
      WHERE event_type = 'step_transition'
      """;

  static final List<String> ALL =
      List.of(EXECUTION, STEP_RESULT, TASK_RESULT, LOOP_STATE, CONTEXT, WORKFLOW, WORKBOOK, TRANSITION);

  private EventLogViews() {}
}
