package io.noetl.adapters.duckdb.report;

import io.noetl.adapters.duckdb.store.FailedNodes;

/** The SQL of the tables whose size does not grow with the number of events, and of failures, step results and events. */
final class AnalysisQueries {

  /**
   * A failure is the last event that tells of a failed node beneath which no node failed; an execution that failed without
   * one has its {@code execution_error}. The place in the playbook may stand on the step that a task failed.
   */
  private static final String FAILURE =
      """
      origin AS (
        SELECT log.* FROM record AS log
        JOIN (SELECT execution_id, node_id FROM failed ANTI JOIN above USING (execution_id, node_id)) AS its
          ON its.execution_id = log.execution_id AND its.node_id = log.node_id
        WHERE log.event_type = 'task_error' OR (log.event_type = 'step_result' AND log.status = 'error')),
      told AS (
        SELECT execution, arg_max(sequence, (event_type = 'task_error', sequence)) AS sequence,
          greatest(count(*) FILTER (event_type = 'task_error'), 1) AS attempts
        FROM origin GROUP BY execution, node_id
        UNION ALL
        SELECT execution, min(sequence), 1 FROM record
        WHERE event_type = 'execution_error' AND coalesce(parent, 0) = 0 AND execution NOT IN (SELECT execution FROM origin)
        GROUP BY execution),
      place AS (
        SELECT execution, node_id, arg_max(metadata ->> 'at', sequence) AS happened FROM record
        WHERE event_type = 'step_result' AND status = 'error' GROUP BY ALL)
      SELECT told.execution, told.sequence, told.attempts, log.node_id, log.node_name, log.node_type, log.happened,
        coalesce(log.error, '') AS error, coalesce(log.metadata ->> 'at', place.happened) AS place
      FROM told JOIN record AS log ON log.execution = told.execution AND log.sequence = told.sequence
      LEFT JOIN place ON place.execution = told.execution
        AND place.node_id = left(log.node_id, greatest(length(log.node_id) - length(log.node_name) - 1, 0))
      """;

  static final String FAILURES = FailedNodes.in("record") + FAILURE + "ORDER BY told.execution, told.sequence";

  /** The status, the times and the playbook are those of the whole execution, whatever the filter selects. */
  static final String EXECUTIONS =
      """
      WITH tally AS (
        SELECT execution, count(*) AS events, min(happened) AS began FROM record GROUP BY ALL),
      nodes AS (
        SELECT execution, count(*) FILTER (kind IN ('STEP', 'LOOP')) AS steps,
          count(DISTINCT node_name) FILTER (kind IN ('STEP', 'LOOP')) AS step_names,
          count(*) FILTER (kind = 'TASK') AS tasks, count(*) FILTER (kind = 'ITERATION') AS iterations
        FROM node GROUP BY ALL),
      failures AS (SELECT execution, count(*) AS failures FROM failure GROUP BY ALL)
      SELECT its.ordinal, its.id AS execution_id, its.source, coalesce(frame.playbook, '') AS playbook,
        coalesce(frame.version, '') AS version, coalesce(frame.status, 'in_progress') AS status,
        coalesce(frame.began, tally.began) AS began, frame.ended, frame.duration, tally.events,
        coalesce(nodes.steps, 0) AS steps, coalesce(nodes.step_names, 0) AS step_names, coalesce(nodes.tasks, 0) AS tasks,
        coalesce(nodes.iterations, 0) AS iterations, coalesce(failures.failures, 0) AS failures
      FROM execution AS its JOIN tally ON tally.execution = its.ordinal
      LEFT JOIN frame ON frame.execution = its.ordinal
      LEFT JOIN nodes ON nodes.execution = its.ordinal
      LEFT JOIN failures ON failures.execution = its.ordinal
      ORDER BY its.ordinal
      """;

  static final String EVENT_TYPES =
      "SELECT event_type, count(*) AS count FROM record GROUP BY ALL ORDER BY count DESC, event_type";

  static final String EVENT_COUNTS =
      """
      SELECT execution, event_type, status, count(*) AS count FROM record GROUP BY ALL
      ORDER BY execution, count DESC, event_type, status
      """;

  static final String STEPS =
      """
      SELECT execution, node_name, node_type, count(*) AS runs, count(*) FILTER (status = 'success') AS succeeded,
        count(*) FILTER (status = 'error') AS failed, count(*) FILTER (status NOT IN ('success', 'error')) AS other,
        min(began) AS began
      FROM node WHERE kind IN ('STEP', 'LOOP') GROUP BY ALL ORDER BY execution, min(sequence)
      """;

  private static final String SPREAD = "quantile_cont(%1$s, [0, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1])";

  static final String STEP_DURATIONS =
      """
      SELECT execution, node_name, node_type, count(*) AS count, avg(duration) AS average, sum(duration) AS total,
        coalesce(stddev_samp(duration), 0) AS deviation, arg_max(node_id, (duration, -sequence)) AS slowest,
      """
          + SPREAD.formatted("duration")
          + """
           AS spread
      FROM node WHERE kind IN ('STEP', 'LOOP') AND duration IS NOT NULL GROUP BY ALL
      ORDER BY execution, total DESC, node_name, node_type
      """;

  static final String LOOPS =
      """
      WITH loop AS (
        SELECT execution, parent AS step, min(sequence) AS sequence,
          any_value(TRY_CAST(metadata ->> 'items' AS BIGINT)) AS items
        FROM record WHERE event_type = 'loop_start' GROUP BY ALL),
      filtered AS (
        SELECT execution, parent, count(*) AS filtered FROM record WHERE event_type = 'loop_iteration_filtered' GROUP BY ALL),
      iteration AS (
        SELECT execution, parent, count(ended) AS processed, count(*) FILTER (status = 'error') AS failed,
      """
          + SPREAD.formatted("duration")
          + """
           AS spread
        FROM node WHERE kind = 'ITERATION' GROUP BY ALL)
      SELECT node.execution, node.sequence, node.node_id, node.node_name, loop.items,
        coalesce(iteration.processed, 0) AS processed, coalesce(filtered.filtered, 0) AS filtered,
        coalesce(iteration.failed, 0) AS failed, iteration.spread
      FROM node
      LEFT JOIN loop ON loop.execution = node.execution AND loop.step = node.sequence
      LEFT JOIN filtered ON filtered.execution = loop.execution AND filtered.parent = loop.sequence
      LEFT JOIN iteration ON iteration.execution = node.execution AND iteration.parent = node.sequence
      WHERE node.kind = 'LOOP' ORDER BY node.execution, node.sequence
      """;

  private AnalysisQueries() {}

  static String stepResults(int textLength, long first) {
    return """
        SELECT execution, sequence, node_id, node_name, status, happened, duration, %s AS output,
          length(output_result) AS output_length, error
        FROM record WHERE event_type = 'step_result' ORDER BY execution, sequence
        """
            .formatted(cut("output_result", textLength))
        + Sql.limit(first);
  }

  static String events(int textLength, long first) {
    return """
        SELECT execution, sequence, parent, happened, event_type, node_id, node_name, node_type, status, duration, attempt,
          error, %s AS input, length(input_context) AS input_length, %s AS output, length(output_result) AS output_length,
          %s AS notes, length(metadata) AS notes_length
        FROM record ORDER BY execution, sequence
        """
            .formatted(cut("input_context", textLength), cut("output_result", textLength), cut("metadata", textLength))
        + Sql.limit(first);
  }

  private static String cut(String column, int textLength) {
    if (textLength == 0) {
      return "NULL";
    }
    return textLength == Integer.MAX_VALUE ? column : "left(" + column + ", " + textLength + ")";
  }
}
