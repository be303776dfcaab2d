package io.noetl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every number in every table of a report, against an independent query on the export: on the weather example, on a run that
 * failed, on loops in loops, on items that fail, and on a playbook that another calls.
 */
class ReportNumbersTest {

  private static final List<String> EXAMPLES =
      List.of("weather_loop_example", "failing_example", "nested_loop_example", "task_loop_example", "polling_example");

  private static final String STARTS = "('execution_start', 'step_start', 'task_start', 'loop_iteration')";

  private static final String ENDS =
      "('execution_complete', 'step_result', 'task_complete', 'task_error', 'loop_iteration_complete')";

  @TempDir private static Path folder;

  @BeforeAll
  static void run_and_report() {
    for (String example : EXAMPLES) {
      Path export = export(example);
      Noetl.run(
          "run", Repository.playbook(example), "--replay", Repository.file("catalog/recordings/weather.har"), "--quiet",
          "--duckdb", folder.resolve(example + ".duckdb"), "--export", export);
      for (String format : List.of("csv", "json")) {
        Noetl.Outcome outcome =
            Noetl.run("report", "--input", export, "--format", format, "--output-dir", folder.resolve(example), "--no-plots");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
      }
    }
  }

  static Stream<String> examples() {
    return EXAMPLES.stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void event_types_are_counted(String example) {
    assertSame(
        example,
        "event_types",
        "event_type, count",
        "SELECT event_type, count(*) FROM log GROUP BY ALL");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void event_counts_are_by_type_and_status(String example) {
    assertSame(
        example,
        "event_counts",
        "execution_id, event_type, status, count",
        "SELECT execution_id, event_type, status, count(*) FROM log GROUP BY ALL");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void steps_are_counted_by_what_became_of_them(String example) {
    assertSame(
        example,
        "steps",
        "execution_id, step_name, node_type, runs, succeeded, failed, other, epoch_us(first_started_at)",
        """
        SELECT begun.execution_id, begun.node_name, begun.node_type, count(*), sum(CAST(ended.status = 'success' AS INT)),
          sum(CAST(ended.status = 'error' AS INT)), sum(CAST(ended.status NOT IN ('success', 'error') AS INT)),
          min(epoch_us(begun.timestamp))
        FROM log AS begun JOIN log AS ended ON ended.parent_event_id = begun.event_id AND ended.event_type = 'step_result'
        WHERE begun.event_type = 'step_start' GROUP BY ALL
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void the_timeline_has_each_node_with_its_own_start_end_and_duration(String example) {
    assertSame(
        example,
        "timeline",
        """
        execution_id, sequence, parent_sequence, node_id, parent_node_id, node_name, node_type, epoch_us(started_at),
        epoch_us(ended_at), duration, status, attempt, loop_name, current_index, error
        """,
        """
        SELECT a.execution_id, a.sequence, coalesce(step.sequence, above.sequence), a.node_id,
          coalesce(step.node_id, above.node_id), a.node_name, a.node_type, epoch_us(a.timestamp), epoch_us(z.timestamp),
          z.duration, z.status, a.attempt, a.loop_name, a.current_index,
          coalesce(z.error, (SELECT f.error FROM log AS f
            WHERE f.event_type = 'execution_error' AND f.parent_event_id = a.event_id))
        FROM log AS a
        LEFT JOIN log AS z ON z.parent_event_id = a.event_id AND z.event_type IN %s
        LEFT JOIN log AS above ON above.event_id = a.parent_event_id
        LEFT JOIN log AS step ON above.event_type = 'loop_start' AND step.event_id = above.parent_event_id
        WHERE a.event_type IN %s
        """
            .formatted(ENDS, STARTS));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void step_durations_are_those_of_the_step_results(String example) {
    assertSame(
        example,
        "step_durations",
        """
        execution_id, step_name, node_type, count, round(average, 9), minimum, round(p50, 9), round(p95, 9), maximum,
        round(total, 9), round(deviation, 9)
        """,
        """
        SELECT execution_id, node_name, node_type, count(*), round(sum(duration) / count(*), 9), min(duration),
          round(quantile_cont(duration, 0.5), 9), round(quantile_cont(duration, 0.95), 9), max(duration),
          round(sum(duration), 9), round(coalesce(sqrt(var_samp(duration)), 0), 9)
        FROM log WHERE event_type = 'step_result' GROUP BY ALL
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void step_results_are_those_that_were_recorded(String example) {
    assertSame(
        example,
        "step_results",
        "execution_id, sequence, node_id, step_name, status, epoch_us(ended_at), duration, output_result, error",
        """
        SELECT execution_id, sequence, node_id, node_name, status, epoch_us(timestamp), duration, output_result, error
        FROM log WHERE event_type = 'step_result'
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void the_summary_counts_what_there_is(String example) {
    assertSame(
        example,
        "summary",
        """
        execution_id, playbook, version, status, epoch_us(started_at), epoch_us(ended_at), duration, events, steps,
        step_names, tasks, iterations
        """,
        """
        SELECT execution_id, arg_min(node_name, sequence), max(metadata ->> '$.version'), arg_max(status, sequence),
          min(epoch_us(timestamp)), max(epoch_us(timestamp)), arg_max(duration, sequence), count(*),
          count(*) FILTER (event_type = 'step_start'), count(DISTINCT CASE WHEN event_type = 'step_start' THEN node_name END),
          count(*) FILTER (event_type = 'task_start'), count(*) FILTER (event_type = 'loop_iteration')
        FROM log GROUP BY execution_id
        """);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void errors_are_the_failed_nodes_beneath_which_none_failed_and_as_many_as_the_store_counts(String example) {
    List<String> expected =
        Sql.rows(
            log(example)
                + """
                , bad AS (
                  SELECT * FROM log WHERE ((event_type = 'task_error' AND NOT EXISTS (
                    SELECT 1 FROM log AS good WHERE good.event_type = 'task_complete' AND good.node_id = log.node_id))
                    OR (event_type = 'step_result' AND status = 'error'))
                    AND NOT EXISTS (SELECT 1 FROM log AS accepted
                      WHERE accepted.metadata ->> '$.accepted' = 'true' AND accepted.node_id = split_part(log.node_id, '/', 1)))
                SELECT DISTINCT node_id, arg_max(error, sequence) OVER (PARTITION BY node_id) FROM bad
                WHERE NOT EXISTS (SELECT 1 FROM bad AS deeper WHERE deeper.node_id <> bad.node_id
                  AND (starts_with(deeper.node_id, bad.node_id || '/') OR starts_with(deeper.node_id, bad.node_id || '[')))
                ORDER BY node_id
                """);
    Path errors = folder.resolve(example).resolve("errors.csv");
    List<String> reported =
        Files.exists(errors)
            ? Sql.rows("SELECT node_id, error FROM read_csv(" + Sql.literal(errors) + ") ORDER BY node_id")
            : List.of();

    assertThat(reported).isEqualTo(expected);
    assertThat(Files.exists(folder.resolve(example).resolve("errors.json"))).isEqualTo(!expected.isEmpty());
    assertThat(Sql.rows("SELECT failures FROM read_csv(" + table(example, "summary") + ")"))
        .containsExactly(Integer.toString(expected.size()));
    Noetl.Outcome counted =
        Noetl.run("query", "--duckdb", folder.resolve(example + ".duckdb"), "-o", "csv", "SELECT errors FROM execution");
    assertThat(counted.out()).isEqualTo("errors\r\n" + expected.size() + "\r\n");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void csv_and_json_files_have_the_types_that_one_expects(String example) {
    for (String reader : List.of("read_csv('%s.csv')", "read_json('%s.json')")) {
      String timeline = reader.formatted(folder.resolve(example).resolve("timeline"));
      assertThat(types(timeline, "sequence", "node_id", "started_at", "ended_at", "duration", "status"))
          .as(timeline)
          .containsExactly(
              "sequence|BIGINT", "node_id|VARCHAR", "started_at|TIMESTAMP", "ended_at|TIMESTAMP", "duration|DOUBLE",
              "status|VARCHAR");
      String durations = reader.formatted(folder.resolve(example).resolve("step_durations"));
      assertThat(types(durations, "step_name", "count", "average", "maximum"))
          .as(durations)
          .containsExactly("step_name|VARCHAR", "count|BIGINT", "average|DOUBLE", "maximum|DOUBLE");
    }
  }

  private static List<String> types(String table, String... columns) {
    String names = String.join("', '", columns);
    return Sql.rows(
        "SELECT column_name, replace(column_type, ' WITH TIME ZONE', '') FROM (DESCRIBE SELECT * FROM "
            + table
            + ") WHERE column_name IN ('"
            + names
            + "')");
  }

  private static void assertSame(String example, String table, String columns, String expected) {
    List<String> rows = Sql.rows(log(example) + "SELECT * FROM (" + expected + ") ORDER BY ALL");
    assertThat(rows).isNotEmpty();
    String types = table.equals("step_results") ? ", types = {'output_result': 'VARCHAR'}" : "";
    assertThat(Sql.rows("SELECT " + columns + " FROM read_csv(" + table(example, table) + types + ") ORDER BY ALL"))
        .isEqualTo(rows);
  }

  private static String log(String example) {
    return "WITH log AS (SELECT * FROM read_parquet(" + Sql.literal(export(example)) + "))\n";
  }

  private static String table(String example, String name) {
    return Sql.literal(folder.resolve(example).resolve(name + ".csv"));
  }

  private static Path export(String example) {
    return folder.resolve(example + ".parquet");
  }
}
