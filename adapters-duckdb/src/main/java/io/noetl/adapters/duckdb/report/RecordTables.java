package io.noetl.adapters.duckdb.report;

import io.noetl.domain.event.EventColumn;

/**
 * The SQL that brings what is analysed to one shape:
 *
 * <ul>
 *   <li>{@code execution}: a row per execution with its {@code ordinal} from 0 and the {@code file} it is read from
 *   <li>{@code record}: the events that the filter selects, with the columns of the event log; {@code execution} is the ordinal,
 *       {@code parent} (the sequence of the event it hangs under) and {@code happened} (microseconds since 1970) stand in the place
 *       of {@code parent_event_id} and {@code timestamp}
 *   <li>{@code frame}: how each execution began and ended, whatever the filter selects
 *   <li>{@code node}: what happened at a node from its start to its end, in order
 * </ul>
 *
 * <p>Records of noetl's own need no copy: {@code record} is a view then. Others get their sequences and parents worked out
 * and kept.
 */
final class RecordTables {

  /** Which of several files a row came from; a column of files. */
  static final String FILE = "noetl_file";

  /** What is known of each execution in each file, for records of noetl's own. */
  static final String OWN_EXECUTIONS =
      """
      SELECT execution_id, %s AS file, count(*) AS events, min(epoch_us(timestamp)) AS began,
        bool_and(coalesce(event_id = execution_id || ':' || sequence
            AND (parent_event_id IS NULL OR (starts_with(parent_event_id, execution_id || ':')
              AND TRY_CAST(substr(parent_event_id, length(execution_id) + 2) AS BIGINT) IS NOT NULL))
            AND timestamp IS NOT NULL AND event_type IS NOT NULL AND node_id IS NOT NULL AND node_name IS NOT NULL
            AND node_type IS NOT NULL AND status IS NOT NULL
            AND (duration IS NULL OR isfinite(duration)) AND (metadata IS NULL OR json_valid(metadata)), false))
          AND min(sequence) = 0 AND max(sequence) = count(*) - 1
          AND sum(sequence) = (count(*) - 1) * count(*) // 2 AS regular
      FROM %s GROUP BY ALL ORDER BY began, execution_id, events DESC, file
      """;

  /** The same for other records, none of which is regular. */
  static final String FOREIGN_EXECUTIONS =
      """
      SELECT coalesce(%s, '') AS execution_id, %s AS file, count(*) AS events, min(%s) AS began, false AS regular
      FROM %s GROUP BY ALL ORDER BY began, execution_id, events DESC, file
      """;

  static final String EXECUTION =
      "CREATE TEMP TABLE execution (ordinal INTEGER, id VARCHAR, file VARCHAR, source VARCHAR)";

  /** Of the events of noetl's own. */
  static final String OWN_RECORD =
      """
      SELECT its.ordinal AS execution, log.execution_id, log.sequence,
        CAST(substr(log.parent_event_id, length(log.execution_id) + 2) AS BIGINT) AS parent,
        epoch_us(log.timestamp) AS happened, log.event_type, log.node_id, log.node_name, log.node_type, log.status, log.duration,
        log.input_context, log.output_result, log.metadata, log.error, log.attempt, log.loop_name, log.current_index
      FROM (%s) AS log JOIN execution AS its ON its.id = log.execution_id AND %s
      """;

  /** By the ids of events. */
  static final String LINKED =
      """
      CREATE TEMP TABLE linked AS
      WITH known AS (SELECT execution, event_id, min(sequence) AS sequence FROM numbered WHERE event_id IS NOT NULL GROUP BY ALL)
      SELECT numbered.execution, numbered.place, numbered.sequence, known.sequence AS parent
      FROM numbered LEFT JOIN known
        ON known.execution = numbered.execution AND known.event_id = numbered.parent_event_id
      """;

  /** By nodes: the n-th ending of a node hangs under its n-th start, everything else under the execution. */
  static final String PAIRED =
      """
      CREATE TEMP TABLE linked AS
      WITH phased AS (
        SELECT execution, place, sequence, node_id, split_part(event_type, '_', 1) AS family,
          event_type IN ('execution_start', 'step_start', 'task_start', 'loop_iteration') AS starts,
          event_type IN ('execution_complete', 'step_result', 'task_complete', 'task_error', 'loop_iteration_complete') AS ends
        FROM numbered),
      counted AS (
        SELECT *, row_number() OVER (PARTITION BY execution, node_id, family, starts, ends ORDER BY sequence) AS nth FROM phased),
      root AS (SELECT execution, min(sequence) AS sequence FROM numbered WHERE event_type = 'execution_start' GROUP BY ALL)
      SELECT one.execution, one.place, one.sequence,
        CASE WHEN one.ends THEN start.sequence WHEN one.sequence <> root.sequence THEN root.sequence END AS parent
      FROM counted AS one
      LEFT JOIN counted AS start ON one.ends AND start.starts AND start.execution = one.execution
        AND start.node_id = one.node_id AND start.family = one.family AND start.nth = one.nth
      LEFT JOIN root ON root.execution = one.execution
      """;

  private RecordTables() {}

  /** The execution's own start is its first; its ending is that of the same node. A playbook that a task calls has others. */
  static String frame(RecordColumns columns, String sameFile) {
    String type = columns.expression(EventColumn.EVENT_TYPE);
    String nodeId = columns.expression(EventColumn.NODE_ID);
    return """
        CREATE TEMP TABLE frame AS
        WITH log AS (
          SELECT its.ordinal AS execution, %s AS event_type, %s AS node_id, coalesce(%s, %s) AS node_name, %s AS happened,
            %s AS status, %s AS duration, CAST(%s AS VARCHAR) AS metadata
          FROM event_log JOIN execution AS its
            ON its.id = coalesce(%s, '') AND %s
          WHERE %s IN ('execution_start', 'execution_complete', 'execution_error')),
        root AS (
          SELECT execution, arg_min(node_id, (happened, length(node_id))) AS node_id,
            arg_min(node_name, (happened, length(node_id))) AS playbook,
            arg_min(CASE WHEN json_valid(metadata) THEN metadata ->> 'version' END, (happened, length(node_id))) AS version,
            min(happened) AS began
          FROM log WHERE event_type = 'execution_start' GROUP BY ALL),
        ending AS (
          SELECT log.execution, max(log.happened) FILTER (event_type = 'execution_complete') AS ended,
            arg_max(coalesce(status, 'success'), log.happened) FILTER (event_type = 'execution_complete') AS status,
            arg_max(CAST(duration AS DOUBLE), log.happened) FILTER (event_type = 'execution_complete') AS duration,
            bool_or(event_type = 'execution_error') AS failed
          FROM log LEFT JOIN root ON root.execution = log.execution
          WHERE log.node_id = coalesce(root.node_id, log.node_id) AND event_type <> 'execution_start' GROUP BY ALL)
        SELECT its.ordinal AS execution, root.playbook, root.version, root.began, ending.ended, ending.duration,
          coalesce(ending.status, CASE WHEN ending.failed THEN 'error' ELSE 'in_progress' END) AS status
        FROM execution AS its LEFT JOIN root ON root.execution = its.ordinal LEFT JOIN ending ON ending.execution = its.ordinal
        """
            .formatted(
        type,
        nodeId,
        columns.expression(EventColumn.NODE_NAME),
        nodeId,
        columns.expression(EventColumn.TIMESTAMP),
        columns.expression(EventColumn.STATUS),
        columns.expression(EventColumn.DURATION),
        columns.expression(EventColumn.METADATA),
        columns.expression(EventColumn.EXECUTION_ID),
        sameFile,
        type);
  }

  /** Of any events, in three steps: number them, find what they hang under, select. */
  static String numbered(RecordColumns columns, String file) {
    String order = columns.has(EventColumn.SEQUENCE) ? columns.expression(EventColumn.SEQUENCE) + "," : "";
    return """
        CREATE TEMP TABLE numbered AS
        WITH log AS (SELECT *, row_number() OVER () AS noetl_place, %s AS noetl_source FROM event_log)
        SELECT its.ordinal AS execution, log.noetl_place AS place, %s AS event_id, %s AS parent_event_id,
          %s AS event_type, %s AS node_id, %s AS happened,
          row_number() OVER (PARTITION BY its.ordinal ORDER BY %s happened, log.noetl_place) - 1 AS sequence
        FROM log JOIN execution AS its ON its.id = coalesce(%s, '') AND (its.file IS NULL OR its.file = log.noetl_source)
        """
            .formatted(
        file,
        columns.expression(EventColumn.EVENT_ID),
        columns.expression(EventColumn.PARENT_EVENT_ID),
        columns.expression(EventColumn.EVENT_TYPE),
        columns.expression(EventColumn.NODE_ID),
        columns.expression(EventColumn.TIMESTAMP),
        order,
        columns.expression(EventColumn.EXECUTION_ID));
  }

  /** The last of the three steps, with something in the place of what is not there. */
  static String foreignRecord(RecordColumns columns, RecordFilter filter) {
    String type = columns.expression(EventColumn.EVENT_TYPE);
    String nodeId = columns.expression(EventColumn.NODE_ID);
    String metadata = "CAST(" + columns.expression(EventColumn.METADATA) + " AS VARCHAR)";
    return """
        CREATE TEMP TABLE record AS
        WITH log AS (SELECT *, row_number() OVER () AS noetl_place FROM event_log),
        chosen AS (%s)
        SELECT linked.execution, its.id AS execution_id, linked.sequence, linked.parent,
          %s AS happened, coalesce(%s, '') AS event_type, coalesce(%s, '') AS node_id, coalesce(%s, %s, '') AS node_name,
          coalesce(%s, CASE split_part(%s, '_', 1) WHEN 'execution' THEN 'playbook' WHEN 'loop' THEN 'iteration' WHEN 'step' THEN
            CASE WHEN %s = 'step_transition' THEN 'transition' ELSE 'step' END ELSE 'task' END) AS node_type,
          coalesce(%s, CASE WHEN ends_with(%s, '_error') THEN 'error' WHEN ends_with(%s, '_start') THEN 'in_progress'
            ELSE 'success' END) AS status,
          %s AS duration, %s AS input_context, %s AS output_result,
          CASE WHEN json_valid(%s) THEN %s END AS metadata, %s AS error, %s AS attempt, %s AS loop_name, %s AS current_index
        FROM chosen AS log JOIN linked ON linked.place = log.noetl_place
        JOIN execution AS its ON its.ordinal = linked.execution
        ORDER BY linked.execution, linked.sequence
        """
            .formatted(
        filter.selection("*", "log"),
        columns.expression(EventColumn.TIMESTAMP),
        type,
        nodeId,
        columns.expression(EventColumn.NODE_NAME),
        nodeId,
        columns.expression(EventColumn.NODE_TYPE),
        type,
        type,
        columns.expression(EventColumn.STATUS),
        type,
        type,
        "CAST(" + columns.expression(EventColumn.DURATION) + " AS DOUBLE)",
        "CAST(" + columns.expression(EventColumn.INPUT_CONTEXT) + " AS VARCHAR)",
        "CAST(" + columns.expression(EventColumn.OUTPUT_RESULT) + " AS VARCHAR)",
        metadata,
        metadata,
        "CAST(" + columns.expression(EventColumn.ERROR) + " AS VARCHAR)",
        "CAST(" + columns.expression(EventColumn.ATTEMPT) + " AS INTEGER)",
        "CAST(" + columns.expression(EventColumn.LOOP_NAME) + " AS VARCHAR)",
        "CAST(" + columns.expression(EventColumn.CURRENT_INDEX) + " AS BIGINT)");
  }
}
