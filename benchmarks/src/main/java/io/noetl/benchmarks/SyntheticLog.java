package io.noetl.benchmarks;

import io.noetl.adapters.duckdb.store.DuckDbEventStores;
import io.noetl.domain.event.EventColumn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Event stores of any size for measurements and for suites that read exports: the log of a playbook that loops over
 * cities, asks for each one's forecast and judges it, ten events an item. The same shape always yields the same rows (with
 * one version of DuckDB, whose {@code hash} is the source of all that is random). DuckDB itself makes the rows, into the
 * tables that the product has made, in {@code sequence} order: several 10,000 a second and core.
 *
 * <p>What a row holds is what a run would write: event ids {@code <execution>:<sequence>}, parents that form one tree,
 * node ids like {@code city_loop[2].fetch_forecast/get_forecast}, JSON of varying length where that event has it, times
 * that are nearly in order, durations on endings, errors in one item of two hundred.
 */
public final class SyntheticLog implements AutoCloseable {

  private static final String PLAYBOOK = "city_forecasts";
  private static final String SHA256 = "5f1d".repeat(16);

  /** The fewest rows with which an execution has an end; those with fewer look as if they had been killed. */
  private static final int SMALLEST_COMPLETE = 6;

  private static final String NUMBERED =
      """
      INSERT INTO event_log
      WITH numbered AS (
        SELECT range AS n, (range - 3) // 10 AS item,
          CASE WHEN range < 3 THEN range - 3
            WHEN ${complete} AND range >= ${rows} - 3 THEN 13 + range - ${rows} ELSE (range - 3) % 10 END AS kind
        FROM range(${rows})),
      drawn AS (
        SELECT *, 3 + item * 10 AS first, hash(${seed}, item) AS dice, hash(${seed}, item) % ${distinct} AS city,
          hash(${seed}, 'failed', item) % 200 = 0 AND kind BETWEEN 0 AND 9 AS failed,
          ${hours} // 2 + (hash(${seed}, 'hours', item) % (${hours} + 1))::BIGINT AS hours
        FROM numbered),
      """;

  private static final String VALUES =
      """
      named AS (
        SELECT *,
          'city_loop[' || item || ']' AS iteration,
          'Città ' || city || ['', ' am See', ' 東京', ' sur Mer'][(1 + city % 4)::BIGINT] AS name,
          printf('%.4f', -90 + (hash(city, 'latitude') % 1800000) / 10000.0) AS latitude,
          printf('%.4f', -180 + (hash(city, 'longitude') % 3600000) / 10000.0) AS longitude
        FROM drawn),
      measured AS (
        SELECT *,
          CASE WHEN kind IN (4, 5, 7) AND NOT (failed AND kind < 6) THEN
            '"hourly":{"start":"2026-07-' || lpad((1 + item % 28)::VARCHAR, 2, '0') || 'T00:00","temperature_2m":'
            || to_json(list_transform(range(hours), h -> round(12 + 8 * sin(h / 3.8) + (hash(dice, h) % 600) / 100.0, 2)))
            || ',"surface_pressure":' || to_json(list_transform(range(hours), h -> (hash(dice, h, 'p') % 9000 + 97000) / 100.0))
            || ',"wind_speed_10m":' || to_json(list_transform(range(hours), h -> (hash(dice, h, 'w') % 3000) / 100.0))
            || ',"relative_humidity_2m":' || to_json(list_transform(range(hours), h -> 30 + hash(dice, h, 'h') % 65)) || '}'
          END AS hourly
        FROM named),
      answered AS (
        SELECT *,
          CASE WHEN kind IN (4, 5) AND NOT failed THEN
            '{"data":{"latitude":' || latitude || ',"longitude":' || longitude || ',"generationtime_ms":'
            || (dice % 1000000) / 10000000.0 || ',"utc_offset_seconds":0,"timezone":"GMT",'
            || '"hourly_units":{"temperature_2m":"°C","surface_pressure":"hPa","wind_speed_10m":"km/h","relative_humidity_2m":"%"},' || hourly
            || '},"status":"success","status_code":200,"headers":{"content-type":"application/json; charset=utf-8"},'
            || '"url":"https://api.open-meteo.com/v1/forecast?latitude=' || latitude || '&longitude=' || longitude
            || '","elapsed":' || (dice % 900000) / 1000000.0 || '}'
          END AS answer,
          'HTTP GET https://api.open-meteo.com/v1/forecast?latitude=' || latitude || ': 503 Service Unavailable' AS problem
        FROM measured)
      SELECT
      """;

  private static final String ROWS =
      """
        '${id}' AS execution_id,
        '${id}:' || n AS event_id,
        CASE WHEN n > 0 THEN '${id}:' || CASE kind WHEN -2 THEN 0 WHEN -1 THEN 1 WHEN 0 THEN 2 WHEN 3 THEN first + 2
          WHEN 4 THEN first + 3 WHEN 5 THEN first + 2 WHEN 8 THEN first + 7 WHEN 10 THEN 2 WHEN 11 THEN 1 WHEN 12 THEN 0
          ELSE first END END AS parent_event_id,
        make_timestamp(${start} + n * 1000 + (hash(${seed}, 'time', n) % 1600)::BIGINT) AS timestamp,
        CASE kind WHEN -3 THEN 'execution_start' WHEN -2 THEN 'step_start' WHEN -1 THEN 'loop_start'
          WHEN 0 THEN 'loop_iteration' WHEN 2 THEN 'step_start' WHEN 3 THEN 'task_start'
          WHEN 4 THEN if(failed, 'task_error', 'task_complete') WHEN 5 THEN 'step_result' WHEN 7 THEN 'step_start'
          WHEN 8 THEN 'step_result' WHEN 9 THEN 'loop_iteration_complete' WHEN 10 THEN 'loop_complete'
          WHEN 11 THEN 'step_result' WHEN 12 THEN 'execution_complete' ELSE 'step_transition' END AS event_type,
        CASE WHEN kind IN (-3, 12) THEN '${playbook}' WHEN kind < 0 OR kind > 9 THEN 'city_loop'
          WHEN kind IN (0, 9) THEN iteration WHEN kind = 1 THEN iteration || '->fetch_forecast'
          WHEN kind IN (3, 4) THEN iteration || '.fetch_forecast/get_forecast'
          WHEN kind IN (2, 5) THEN iteration || '.fetch_forecast'
          WHEN kind = 6 THEN iteration || '.fetch_forecast->judge_city' ELSE iteration || '.judge_city' END AS node_id,
        CASE WHEN kind IN (-3, 12) THEN '${playbook}' WHEN kind < 1 OR kind > 8 THEN 'city_loop'
          WHEN kind = 1 THEN 'city_loop->fetch_forecast' WHEN kind IN (3, 4) THEN 'get_forecast'
          WHEN kind IN (2, 5) THEN 'fetch_forecast' WHEN kind = 6 THEN 'fetch_forecast->judge_city'
          ELSE 'judge_city' END AS node_name,
        CASE WHEN kind IN (-3, 12) THEN 'playbook' WHEN kind < 0 OR kind > 9 THEN 'step.loop'
          WHEN kind IN (0, 9) THEN 'iteration' WHEN kind IN (1, 6) THEN 'transition'
          WHEN kind IN (3, 4) THEN 'task.http' ELSE 'step' END AS node_type,
        CASE WHEN failed AND kind IN (4, 5, 9) THEN 'error' WHEN kind < 1 OR kind IN (2, 3, 7) THEN 'in_progress'
          ELSE 'success' END AS status,
        CASE WHEN kind IN (4, 5, 8, 9, 10, 11, 12) THEN (hash(${seed}, 'duration', n) % 90000000) / 1000000.0 END AS duration,
        CASE kind WHEN -3 THEN '{"base_url":"https://api.open-meteo.com/v1","heat_threshold":26.0,"cities":' || ${rows} || '}'
          WHEN 0 THEN '{"city":{"name":"' || name || '","latitude":' || latitude || ',"longitude":' || longitude
            || ',"population":' || dice % 4000000 || ',"districts":[{"name":"Nord","heat_island":' || (dice % 40) / 10.0
            || '},{"name":"Süd","heat_island":' || (dice % 70) / 10.0 || '}]}}'
          WHEN 2 THEN '{"latitude":' || latitude || ',"longitude":' || longitude || '}'
          WHEN 3 THEN '{"method":"GET","endpoint":"https://api.open-meteo.com/v1/forecast","params":{"latitude":' || latitude
            || ',"longitude":' || longitude || ',"hourly":"temperature_2m,relative_humidity_2m","forecast_days":'
            || hours // 24 || '},"headers":{"Accept":"application/json"},"timeout":20}'
          WHEN 7 THEN '{"place":"' || name || '",' || coalesce(hourly, '"hourly":null') || ',"threshold":26.0}'
          END AS input_context,
        CASE kind WHEN 4 THEN answer WHEN 5 THEN answer
          WHEN 8 THEN '{"place":"' || name || '","max_temp":' || 20 + (dice % 200) / 10.0 || ',"alert":'
            || (dice % 200 > 60)::VARCHAR || ',"hours_above":' || dice % 24 || '}'
          WHEN 10 THEN '{"processed":' || (${rows} - 6) // 10 || ',"failed":0}'
          WHEN 12 THEN '{"status":"success"}' END AS output_result,
        CASE kind WHEN -3 THEN '{"playbook":"${playbook}","path":"benchmarks/${playbook}","version":"1","playbook_sha256":"${sha256}"}'
          WHEN -1 THEN '{"iterator":"city","items":' || (${rows} - 6) // 10 || '}' WHEN 0 THEN '{"next":["next[0]"]}'
          WHEN 1 THEN '{"from":"city_loop","to":"fetch_forecast"}' WHEN 5 THEN '{"task":"get_forecast","next":["next[0]"]}'
          WHEN 6 THEN '{"from":"fetch_forecast","to":"judge_city"}'
          WHEN 8 THEN '{"task":"judge","warnings":[' || if(dice % 9 = 0, '"hourly has ' || hours || ' values"', '') || ']}'
          END AS metadata,
        CASE WHEN failed AND kind IN (4, 5) THEN problem END AS error,
        n AS sequence,
        CASE WHEN kind IN (3, 4) THEN 1 END AS attempt,
        CASE WHEN kind BETWEEN -1 AND 10 THEN 'city_loop' END AS loop_name,
        CASE WHEN kind BETWEEN 0 AND 9 THEN item END AS current_index,
        'pid-' || 1000 + item % 4 AS worker_id
      FROM answered
      """;

  private final Connection connection;
  private int executions;

  private SyntheticLog(Connection connection) {
    this.connection = connection;
  }

  /**
   * What an execution's log looks like.
   *
   * @param rows how many events
   * @param seed what the random values follow from
   * @param nulls the share of values in nullable columns that are made null beside those that are so by nature, 0 to 1
   * @param distinct how many cities there are: names and coordinates repeat after so many
   * @param hours how many hourly values a forecast has on average, which is what most of the bytes are
   */
  public record Shape(long rows, long seed, double nulls, long distinct, int hours) {

    public Shape {
      if (rows < 1 || nulls < 0 || nulls > 1 || distinct < 1 || hours < 0) {
        throw new IllegalArgumentException("No log has this shape: %d rows, %s nulls, %d distinct, %d hours"
            .formatted(rows, nulls, distinct, hours));
      }
    }

    /** About 830 bytes of text a row. */
    public static Shape typical(long rows, long seed) {
      return new Shape(rows, seed, 0, 5_000, 64);
    }
  }

  /**
   * Opens a store to add executions to.
   *
   * @param store made with the product's schema if it is missing
   */
  public static SyntheticLog in(Path store) throws SQLException {
    new DuckDbEventStores().openForWriting(store.toString()).close();
    return new SyntheticLog(DriverManager.getConnection("jdbc:duckdb:" + store));
  }

  /**
   * Adds an execution.
   *
   * @return its id
   */
  public String add(Shape shape) throws SQLException {
    String id = UUID.nameUUIDFromBytes((shape + " " + executions).getBytes(StandardCharsets.UTF_8)).toString();
    long start = 1_767_225_600_000_000L + executions * 86_400_000_000L;
    executions++;
    try (Statement statement = connection.createStatement()) {
      String sql = NUMBERED + VALUES + ROWS;
      if (shape.nulls() > 0) {
        sql = NUMBERED + VALUES.replaceFirst("SELECT\\s*$", ", complete AS (SELECT ") + ROWS + ") " + selection(shape);
      }
      statement.execute(
          sql.replace("${rows}", Long.toString(shape.rows()))
              .replace("${complete}", Boolean.toString(shape.rows() >= SMALLEST_COMPLETE))
              .replace("${seed}", Long.toString(shape.seed()))
              .replace("${distinct}", Long.toString(shape.distinct()))
              .replace("${hours}", Integer.toString(shape.hours()))
              .replace("${id}", id)
              .replace("${start}", Long.toString(start))
              .replace("${playbook}", PLAYBOOK)
              .replace("${sha256}", SHA256));
    }
    return id;
  }

  /** Checkpoints, so that whoever opens the store finds no log to replay. */
  @Override
  public void close() throws SQLException {
    try (connection; Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
    }
  }

  /**
   * Makes a store.
   *
   * @param arguments the store's path; rows; and, if they are not to be the typical ones, executions, seed, nulls, distinct
   *     cities, hours
   */
  public static void main(String[] arguments) throws SQLException {
    long rows = Long.parseLong(arguments[1]);
    int executions = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
    long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 1;
    Shape typical = Shape.typical(rows, seed);
    double nulls = arguments.length > 4 ? Double.parseDouble(arguments[4]) : typical.nulls();
    long distinct = arguments.length > 5 ? Long.parseLong(arguments[5]) : typical.distinct();
    int hours = arguments.length > 6 ? Integer.parseInt(arguments[6]) : typical.hours();
    try (SyntheticLog log = in(Path.of(arguments[0]))) {
      for (int execution = 0; execution < executions; execution++) {
        System.out.println(log.add(new Shape(rows, seed + execution, nulls, distinct, hours)));
      }
    }
  }

  /** The first row keeps what it has: by it an execution is found. */
  private static String selection(Shape shape) {
    return EventColumn.ALL.stream()
        .map(column -> column.nullable() ? thinned(column.columnName(), shape.nulls()) : column.columnName())
        .collect(Collectors.joining(", ", "SELECT ", " FROM complete"));
  }

  private static String thinned(String column, double nulls) {
    return String.format(
        Locale.ROOT,
        "CASE WHEN sequence = 0 OR hash(${seed}, '%1$s', sequence) %% 1000000 >= %2$d THEN %1$s END",
        column, Math.round(nulls * 1_000_000));
  }
}
