package io.noetl.adapters.duckdb.report;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * The SQL of the table {@code node}: a row for each start with the ending that hangs under it, and for each ending whose
 * start is not among the records. A duration is that of the ending event. Ordered by execution and sequence.
 */
final class NodeTable {

  static final String STARTS = "('execution_start', 'step_start', 'task_start', 'loop_iteration')";

  static final String ENDINGS =
      "('execution_complete', 'step_result', 'task_complete', 'task_error', 'loop_iteration_complete')";

  private static final String LAST_ENDING =
      "QUALIFY row_number() OVER (PARTITION BY execution, coalesce(parent, -1 - sequence) ORDER BY sequence DESC) = 1";

  private static final String NO_TEXTS =
      "NULL AS input, NULL AS input_length, NULL AS output, NULL AS output_length";

  private static final String TEXTS = "received.input, received.input_length, yielded.output, yielded.output_length";

  private NodeTable() {}

  /**
   * Makes the table. A loop is its step's row, so that iterations lie in the step. What hangs under nothing that is there
   * lies in nothing. Of several endings, which only other tools record, the last one counts.
   *
   * @param regular whether every start has one ending at most
   */
  static String create(boolean regular) {
    return """
        CREATE TEMP TABLE node AS
        WITH start AS (
          SELECT execution, sequence, parent, happened, event_type, node_id, node_name, node_type, status, attempt, loop_name,
            current_index
          FROM record WHERE event_type IN %1$s),
        loop AS (SELECT execution, sequence, parent FROM record WHERE event_type = 'loop_start'),
        ending AS (
          SELECT execution, sequence, parent AS start, happened, event_type, node_id, node_name, node_type, status, duration, error,
            attempt, loop_name, current_index
          FROM record WHERE event_type IN %2$s %3$s),
        failure AS (
          SELECT execution, parent AS start, arg_min(error, sequence) AS error
          FROM record WHERE event_type = 'execution_error' GROUP BY ALL)
        SELECT coalesce(start.execution, ending.execution) AS execution, coalesce(start.sequence, ending.sequence) AS sequence,
          coalesce(loop.parent, start.parent) AS parent, ending.sequence AS ending,
          coalesce(start.node_id, ending.node_id) AS node_id, coalesce(start.node_name, ending.node_name) AS node_name,
          coalesce(start.node_type, ending.node_type) AS node_type,
          CASE coalesce(start.event_type, ending.event_type)
            WHEN 'execution_start' THEN CASE WHEN start.parent IS NULL THEN 'EXECUTION' ELSE 'PLAYBOOK' END
            WHEN 'execution_complete' THEN CASE WHEN coalesce(ending.start, 0) = 0 THEN 'EXECUTION' ELSE 'PLAYBOOK' END
            WHEN 'step_start' THEN CASE WHEN start.node_type = 'step.loop' THEN 'LOOP' ELSE 'STEP' END
            WHEN 'step_result' THEN CASE WHEN ending.node_type = 'step.loop' THEN 'LOOP' ELSE 'STEP' END
            WHEN 'loop_iteration' THEN 'ITERATION'
            WHEN 'loop_iteration_complete' THEN 'ITERATION'
            ELSE 'TASK' END AS kind,
          coalesce(start.happened, ending.happened - CAST(coalesce(ending.duration, 0) * 1000000 AS BIGINT)) AS began, ending.happened AS ended,
          ending.duration, coalesce(ending.status, start.status) AS status, coalesce(ending.error, failure.error) AS error,
          coalesce(start.attempt, ending.attempt) AS attempt, coalesce(start.loop_name, ending.loop_name) AS loop_name,
          coalesce(start.current_index, ending.current_index) AS current_index
        FROM start
        FULL JOIN ending ON ending.execution = start.execution AND ending.start = start.sequence
        LEFT JOIN loop ON loop.execution = start.execution AND loop.sequence = start.parent
        LEFT JOIN failure ON failure.execution = start.execution AND failure.start = start.sequence
        ORDER BY 1, 2
        """
            .formatted(STARTS, ENDINGS, regular ? "" : LAST_ENDING);
  }

  /** The rows of the timeline; the texts come by two joins, or not at all. */
  static String timeline(int textLength, long first) {
    boolean texts = textLength > 0;
    String joins = texts ? textJoins(textLength) : "";
    return """
        SELECT node.*, above.sequence AS parent_sequence, above.node_id AS parent_node_id, %s
        FROM (SELECT * FROM node ORDER BY execution, sequence%s) AS node
        LEFT JOIN node AS above ON above.execution = node.execution AND above.sequence = node.parent
        %s
        ORDER BY node.execution, node.sequence
        """
            .formatted(texts ? TEXTS : NO_TEXTS, Sql.limit(first), joins);
  }

  /** Some rows of the timeline with their texts; of all other events no text is read. */
  static String texts(int execution, Set<Long> sequences, int textLength) {
    String chosen = sequences.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return """
        WITH chosen AS (SELECT * FROM node WHERE execution = %1$d AND sequence IN (%2$s)),
        wanted AS (
          SELECT sequence, sequence AS event FROM chosen
          UNION SELECT sequence, ending FROM chosen WHERE ending IS NOT NULL),
        said AS (
          SELECT wanted.sequence, wanted.event, left(record.input_context, %3$d) AS input, length(record.input_context) AS input_length,
            left(record.output_result, %3$d) AS output, length(record.output_result) AS output_length
          FROM record JOIN wanted ON record.sequence = wanted.event WHERE record.execution = %1$d)
        SELECT chosen.*, above.sequence AS parent_sequence, above.node_id AS parent_node_id,
          received.input, received.input_length, yielded.output, yielded.output_length
        FROM chosen
        LEFT JOIN node AS above ON above.execution = chosen.execution AND above.sequence = chosen.parent
        LEFT JOIN said AS received ON received.sequence = chosen.sequence AND received.event = chosen.sequence
        LEFT JOIN said AS yielded ON yielded.sequence = chosen.sequence AND yielded.event = chosen.ending
        ORDER BY chosen.sequence
        """
            .formatted(execution, chosen, textLength);
  }

  private static String textJoins(int textLength) {
    return """
        LEFT JOIN (SELECT execution, sequence, left(input_context, %1$d) AS input, length(input_context) AS input_length
          FROM record WHERE event_type IN %2$s OR event_type IN %3$s) AS received
          ON received.execution = node.execution AND received.sequence = node.sequence
        LEFT JOIN (SELECT execution, sequence, left(output_result, %1$d) AS output, length(output_result) AS output_length
          FROM record WHERE event_type IN %3$s) AS yielded
          ON yielded.execution = node.execution AND yielded.sequence = node.ending
        """
            .formatted(textLength, STARTS, ENDINGS);
  }
}
