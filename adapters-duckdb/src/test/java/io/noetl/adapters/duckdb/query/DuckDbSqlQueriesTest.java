package io.noetl.adapters.duckdb.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.noetl.adapters.duckdb.connection.DuckDbConnections;
import io.noetl.adapters.duckdb.store.DuckDbEventStore;
import io.noetl.application.error.InputException;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.error.OperationException;
import io.noetl.application.error.StoreException;
import io.noetl.testkit.store.SampleExecution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDbSqlQueriesTest {

  @TempDir Path folder;

  private final DuckDbSqlQueries queries = new DuckDbSqlQueries();
  private Path store;

  @BeforeEach
  void record_an_execution() {
    store = folder.resolve("noetl.duckdb");
    try (DuckDbEventStore events = DuckDbEventStore.open(store)) {
      events.keep(SampleExecution.playbook());
      SampleExecution.events("e1").forEach(events::append);
    }
  }

  @Test
  void a_store_answers_with_its_events() {
    CollectedRows answer = answer("SELECT event_type, count(*) AS n FROM event_log GROUP BY ALL ORDER BY n DESC, event_type LIMIT 2");

    assertThat(answer.names).containsExactly("event_type", "n");
    assertThat(answer.rows).containsExactly("[\"step_result\",5]", "[\"step_start\",5]");
  }

  @Test
  void timestamps_are_iso_text_and_json_columns_are_values() {
    assertThat(answer("SELECT timestamp, input_context, error FROM event_log WHERE sequence = 4").rows)
        .containsExactly("[\"2026-03-01T12:00:04Z\",{\"unit\":\"celsius\"},null]");
    assertThat(answer("SELECT value, value ->> 'limit' AS text FROM context WHERE key = 'report'").rows)
        .containsExactly("[{\"alert\":true,\"limit\":7},\"7\"]");
  }

  @Test
  void a_column_that_only_bears_the_name_of_a_json_column_is_text() {
    assertThat(answer("SELECT 'not {json' AS metadata").rows).containsExactly("[\"not {json\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1::TINYINT | 1",
        "18446744073709551615::UBIGINT | 18446744073709551615",
        "170141183460469231731687303715884105727::HUGEINT | 170141183460469231731687303715884105727",
        "1.50::DECIMAL(5, 2) | 1.5",
        "7::DECIMAL(5, 0) | 7",
        "12345678901234567890.123456789::DECIMAL(38, 9) | \"12345678901234567890.123456789\"",
        "0.1::FLOAT | 0.1",
        "'nan'::DOUBLE | \"nan\"",
        "'-inf'::DOUBLE | \"-inf\"",
        "true | true",
        "NULL | null",
        "'{\"a\": [1.0]}'::JSON | {\"a\":[1.0]}",
        "DATE '2026-03-08' | \"2026-03-08\"",
        "TIME '12:34:56' | \"12:34:56\"",
        "TIMESTAMP '2026-03-08 02:30:00.5' | \"2026-03-08T02:30:00.500Z\"",
        "TIMESTAMPTZ '2026-03-08 02:30:00+02' | \"2026-03-08T00:30:00Z\"",
        "'2026-03-08 02:30:00.123456789'::TIMESTAMP_NS | \"2026-03-08T02:30:00.123456789Z\"",
        "INTERVAL '1 month 2 days 3 hours' | \"1 month 2 days 03:00:00\"",
        "UUID '00000000-0000-0000-0000-000000000001' | \"00000000-0000-0000-0000-000000000001\"",
        "'a\\x00\\xFF'::BLOB | \"a\\\\x00\\\\xFF\"",
        "'101'::BIT | \"101\"",
        "[1, NULL, 3] | [1,null,3]",
        "[TIMESTAMP '2026-01-01 00:00:00'] | [\"2026-01-01T00:00:00Z\"]",
        "['{\"a\": 1}'::JSON] | [{\"a\":1}]",
        "{'z': 1, 'a': {'b': [DATE '2026-01-01']}} | {\"z\":1,\"a\":{\"b\":[\"2026-01-01\"]}}",
        "row(1, 'x') | [1,\"x\"]",
        "MAP {'k': 1, 'l': 2} | {\"k\":1,\"l\":2}",
        "MAP {1: 'x'} | {\"1\":\"x\"}",
        "{'b': '\\xFF'::BLOB, 'i': INTERVAL '1 day'} | {\"b\":\"\\\\xFF\",\"i\":\"1 day\"}",
      })
  void every_type_has_its_value(String expression, String json) {
    assertThat(answer("SELECT " + expression + " AS v").rows).containsExactly("[" + json + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM event_log SELECT count(*)",
        "WITH x AS (SELECT 1) SELECT * FROM x",
        "VALUES (1)",
        "DESCRIBE event_log",
        "SHOW TABLES",
        "SUMMARIZE event_log",
        "SELECT 1;",
        "SELECT 1 -- with a comment",
      })
  void statements_that_read_are_allowed(String sql) {
    assertThat(answer(sql).rows).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE event_log",
        "DELETE FROM event_log",
        "INSERT INTO event_log (execution_id) VALUES ('x')",
        "CREATE TABLE t AS SELECT 1",
        "COPY event_log TO '/tmp/noetl-never-written.csv'",
        "ATTACH '/tmp/noetl-never-attached.duckdb'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET threads = 8",
        "PRAGMA database_list",
        "CALL pragma_version()",
        "CHECKPOINT",
        "EXPORT DATABASE '/tmp/noetl-never-exported'",
      })
  void statements_that_do_anything_else_are_refused(String sql) {
    assertThatThrownBy(() -> answer(sql)).isInstanceOf(InvalidRequestException.class)
        .hasMessage("the query is not allowed: only a statement that reads may run here");
  }

  @Test
  void two_statements_are_refused() {
    assertThatThrownBy(() -> answer("SELECT 1; SELECT 2")).isInstanceOf(InvalidRequestException.class)
        .hasMessage("the query has 2 statements: only one may run here");
    assertThatThrownBy(() -> answer("SELECT 1; DROP TABLE event_log")).isInstanceOf(InvalidRequestException.class)
        .hasMessage("the query is not allowed: only a statement that reads may run here");
    assertThat(answer("SELECT count(*) FROM event_log").rows).containsExactly("[28]");
  }

  @Test
  void an_empty_query_is_refused() {
    assertThatThrownBy(() -> answer(" -- nothing\n")).isInstanceOf(InvalidRequestException.class)
        .hasMessage("the query is empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM read_text('/etc/hostname')",
        "SELECT * FROM read_csv('/etc/hostname')",
        "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM '/etc/hostname.parquet'",
        "SELECT * FROM parquet_metadata('/etc/hostname')",
        "SELECT * FROM sniff_csv('/etc/hostname')",
        "SELECT * FROM 'https://localhost:1/x.parquet'",
      })
  void files_and_networks_are_out_of_reach(String sql) {
    OperationException refused = catchThrowableOfType(OperationException.class, () -> answer(sql));

    assertThat(refused).isInstanceOf(InvalidRequestException.class);
    assertThat(refused.getMessage()).contains("Permission Error: Cannot access file").doesNotContain("\n");
  }

  @Test
  void a_query_that_does_not_parse_is_told_its_place() {
    assertThatThrownBy(() -> answer("SELECT 'ä',\n  1 FORM event_log x y"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage("the query is wrong at line 2, column 10: syntax error at or near \"event_log\"");
  }

  @Test
  void an_unknown_column_is_told_its_place() {
    assertThatThrownBy(() -> answer("SELECT\n  event_typ FROM event_log")).isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith(
            "the query is wrong at line 2, column 3: Binder Error: Referenced column \"event_typ\" not found in FROM clause!")
        .hasMessageNotContaining("\n");
  }

  @Test
  void the_place_is_right_in_a_long_line() {
    String sql = "SELECT " + "event_type, ".repeat(20) + "nosuch FROM event_log";

    assertThatThrownBy(() -> answer(sql)).isInstanceOf(InvalidRequestException.class)
        .hasMessageStartingWith("the query is wrong at line 1, column 248: Binder Error: Referenced column \"nosuch\"");
  }

  @Test
  void an_unknown_table_is_told_with_what_to_do() {
    InvalidRequestException wrong = catchThrowableOfType(InvalidRequestException.class, () -> answer("SELECT * FROM events"));

    assertThat(wrong).hasMessageStartingWith(
        "the query is wrong at line 1, column 15: Catalog Error: Table with name events does not exist!");
    assertThat(wrong.remedy()).isEqualTo("see what there is with \"SHOW TABLES\" and \"DESCRIBE event_log\"");
  }

  @Test
  void an_error_in_the_middle_of_the_answer_is_one_of_the_query() {
    assertThatThrownBy(() -> answer("SELECT CAST(node_name AS INTEGER) FROM event_log"))
        .isInstanceOf(InvalidRequestException.class)
            .hasMessageContaining("Could not convert string 'weather_example' to INT32");
  }

  @Test
  void a_missing_store_is_told() {
    StoreException missing =
        catchThrowableOfType(
            StoreException.class, () -> queries.queryStore(folder.resolve("none.duckdb"), "SELECT 1", new CollectedRows()));

    assertThat(missing).hasMessage("there is no event store at '" + folder.resolve("none.duckdb") + "'");
    assertThat(missing.remedy()).isEqualTo("run a playbook to make one, or name another with --duckdb PATH");
  }

  @Test
  void a_query_leaves_the_store_as_it_was() throws IOException {
    byte[] before = Files.readAllBytes(store);
    answer("SELECT * FROM execution");

    assertThat(Files.readAllBytes(store)).isEqualTo(before);
    assertThat(folder).isDirectoryContaining(path -> path.equals(store));
  }

  @Test
  void a_large_answer_is_streamed_to_its_end() {
    CollectedRows answer = answer("SELECT i FROM range(100000) AS numbers(i)");

    assertThat(answer.rows).hasSize(100_000).endsWith("[99998]", "[99999]");
  }

  @Test
  void a_parquet_file_answers_as_table_event_log() throws SQLException {
    Path file = parquet("export.parquet", "SELECT 1 AS sequence, TIMESTAMPTZ '2026-03-01 12:00:00+00' AS timestamp, '{\"a\": 1}' AS metadata");

    assertThat(fileAnswer(file, "SELECT * FROM event_log").rows)
        .containsExactly("[1,\"2026-03-01T12:00:00Z\",{\"a\":1}]");
  }

  @Test
  void a_parquet_file_is_read_by_its_own_name_and_no_pattern() throws SQLException, IOException {
    Path pattern = parquet("a*[b]?'s.parquet", "SELECT 'right' AS which");
    Files.copy(parquet("other.parquet", "SELECT 'wrong' AS which"), folder.resolve("axbx's.parquet"));

    assertThat(fileAnswer(pattern, "SELECT which FROM event_log").rows).containsExactly("[\"right\"]");
  }

  @Test
  void other_parquet_files_are_out_of_reach() throws SQLException {
    Path file = parquet("export.parquet", "SELECT 1 AS x");
    Path other = parquet("other.parquet", "SELECT 2 AS x");

    assertThatThrownBy(() -> fileAnswer(file, "SELECT * FROM '" + other + "'"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("Permission Error: Cannot access file");
    assertThatThrownBy(() -> fileAnswer(file, "CREATE TABLE t AS SELECT 1"))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void what_is_no_parquet_file_is_told() throws IOException {
    Path text = Files.writeString(folder.resolve("text.parquet"), "this is no Parquet file");

    assertThatThrownBy(() -> fileAnswer(text, "SELECT 1")).isInstanceOf(InputException.class)
        .hasMessageStartingWith("'" + text + "' cannot be read as Parquet: Invalid Input Error: No magic bytes found at end of file")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> fileAnswer(folder, "SELECT 1")).isInstanceOf(InputException.class)
        .hasMessage("'" + folder + "' is not a file");
    assertThatThrownBy(() -> fileAnswer(folder.resolve("none"), "SELECT 1")).isInstanceOf(InputException.class)
        .hasMessage("there is no file '" + folder.resolve("none") + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT no_parquet FROM event_log WHERE 'No magic bytes found in Parquet file' = 'Parquet'",
        "SELECT CAST('Failed to read Parquet file' AS INTEGER)",
        "SELECT error('Parquet file')",
      })
  void a_wrong_query_may_speak_of_parquet(String sql) throws SQLException {
    Path file = parquet("export.parquet", "SELECT 1 AS sequence");

    assertThatThrownBy(() -> answer(sql)).isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("Attempting to execute");
    assertThatThrownBy(() -> fileAnswer(file, sql)).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void a_parquet_file_that_is_damaged_in_the_middle_is_told() throws SQLException, IOException {
    Path file = parquet("export.parquet", "SELECT repeat('x' || i, 20) AS metadata FROM range(5000) AS numbers(i)");
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, 4, 3_000, (byte) 0xFF);
    Files.write(file, bytes);

    assertThatThrownBy(() -> fileAnswer(file, "SELECT max(metadata) FROM event_log")).isInstanceOf(InputException.class)
        .hasMessageStartingWith("'" + file + "' cannot be read as Parquet: ")
        .hasMessageNotContaining("Attempting to execute");
  }

  private CollectedRows answer(String sql) {
    CollectedRows rows = new CollectedRows();
    queries.queryStore(store, sql, rows);
    return rows;
  }

  private CollectedRows fileAnswer(Path file, String sql) {
    CollectedRows rows = new CollectedRows();
    queries.queryFile(file, sql, rows);
    return rows;
  }

  private Path parquet(String name, String select) throws SQLException {
    Path file = folder.resolve(name);
    try (Connection connection = DuckDbConnections.inMemory(Map.of());
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (" + select + ") TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
    }
    return file;
  }
}
