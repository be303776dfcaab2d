package io.noetl.adapters.cli.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.cli.Console;
import io.noetl.adapters.cli.Console.Outcome;
import io.noetl.application.error.InputException;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.error.StoreException;
import io.noetl.application.port.SqlQueries;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryCommandTest {

  private final List<String> asked = new ArrayList<>();

  @Test
  void a_table_aligns_numbers_to_the_right() {
    assertThat(run(List.of("event_type", "n"), "[[\"step_start\", 3], [\"loop\", 1200], [null, null]]", "query", "S"))
        .isEqualTo(
            new Outcome(
                0,
                """
                event_type     n
                ──────────  ────
                step_start     3
                loop        1200

                (3 rows)
                """,
                ""));
  }

  @Test
  void a_table_without_rows_has_its_header() {
    assertThat(run(List.of("n"), "[]", "query", "S").out()).isEqualTo("n\n─\n(0 rows)\n");
  }

  @Test
  void a_table_shows_every_kind_of_value_on_one_line() {
    assertThat(
            run(
                    List.of("a", "b", "c", "d", "e"),
                    "[[true, 1.5, 99999999999999999999, {\"k\": [1]}, \"x\\ny\"]]",
                    "query",
                    "S")
                .out())
        .isEqualTo(
            """
            a       b                     c  d          e
            ────  ───  ────────────────────  ─────────  ────
            true  1.5  99999999999999999999  {"k":[1]}  x\\ny
            (1 row)
            """);
  }

  @Test
  void a_table_cuts_what_is_wider_than_its_widest_column() {
    String out = run(List.of("t"), "[[\"" + "x".repeat(100) + "\"]]", "query", "S").out();

    assertThat(out.lines().toList().get(2)).isEqualTo("x".repeat(79) + "…");
  }

  @Test
  void after_a_thousand_rows_the_widths_stay() {
    SqlQueries queries =
        answering(
            sink -> {
              sink.columns(List.of("t", "n"));
              for (int i = 0; i < 1_000; i++) {
                sink.row(List.of(Value.of("ab"), Value.of(i)));
              }
              sink.row(List.of(Value.of("wider"), Value.of(1_000_000L)));
              sink.row(List.of(Value.of("c"), Value.of(7)));
            });

    List<String> lines = new Console().querying(queries).run("query", "S").out().lines().toList();

    assertThat(lines.subList(0, 3)).containsExactly("t     n", "──  ───", "ab    0");
    assertThat(lines.subList(1001, 1005)).containsExactly("ab  999", "wider  1000000", "c     7", "(1002 rows)");
  }

  @Test
  void json_is_an_array_of_objects() {
    assertThat(run(List.of("a", "b"), "[[1, {\"k\": null}], [\"x\", null]]", "query", "-o", "json", "S").out())
        .isEqualTo(
            """
            [
            {"a":1,"b":{"k":null}},
            {"a":"x","b":null}
            ]
            """);
  }

  @Test
  void json_without_rows_is_an_empty_array() {
    assertThat(run(List.of("a"), "[]", "query", "-o", "json", "S").out()).isEqualTo("[]\n");
  }

  @Test
  void json_keeps_columns_of_the_same_name_apart() {
    assertThat(run(List.of("a", "a", "a_2", "a"), "[[1, 2, 3, 4]]", "query", "-o", "json", "S").out())
        .isEqualTo("[\n{\"a\":1,\"a_3\":2,\"a_2\":3,\"a_4\":4}\n]\n");
  }

  @Test
  void csv_quotes_what_needs_it_and_tells_null_from_empty() {
    assertThat(
            run(
                    List.of("plain", "with,comma"),
                    "[[\"a\\\"b\", \"x\\ny\"], [null, \"\"], [1.5, {\"k\": 1}], [false, \"ok\"]]",
                    "query",
                    "-o",
                    "csv",
                    "S")
                .out())
        .isEqualTo(
            "plain,\"with,comma\"\r\n"
                + "\"a\"\"b\",\"x\ny\"\r\n"
                + ",\"\"\r\n"
                + "1.5,\"{\"\"k\"\":1}\"\r\n"
                + "false,ok\r\n");
  }

  @Test
  void the_store_is_asked_unless_a_file_is_named() {
    run(List.of("a"), "[]", "query", "SELECT 1");
    run(List.of("a"), "[]", "query", "--duckdb", "x.duckdb", "SELECT 2");
    run(List.of("a"), "[]", "query", "SELECT 3", "--input", "x.parquet");

    assertThat(asked)
        .containsExactly("store data/noetl.duckdb: SELECT 1", "store x.duckdb: SELECT 2", "file x.parquet: SELECT 3");
  }

  @Test
  void a_dash_reads_the_statement_from_standard_input() {
    new Console().querying(answering(sink -> sink.columns(List.of("a")))).reading("SELECT 'é'\n").run("query", "-");

    assertThat(asked).containsExactly("store data/noetl.duckdb: SELECT 'é'\n");
  }

  @Test
  void errors_have_their_statuses() {
    assertThat(failing(new InvalidRequestException("line 1: no table 'x'", "try event_log")))
        .isEqualTo(new Outcome(2, "", "noetl: line 1: no table 'x'; try event_log\n"));
    assertThat(failing(new InputException("x.parquet is no Parquet file", "")).status()).isEqualTo(3);
    assertThat(failing(new StoreException("locked", "")).status()).isEqualTo(4);
  }

  @Test
  void a_query_ends_when_nobody_reads_its_answer() {
    List<Integer> given = new ArrayList<>();
    SqlQueries endless =
        answering(
            sink -> {
              sink.columns(List.of("n"));
              for (int i = 0; i < 1_000_000; i++) {
                given.add(i);
                sink.row(List.of(Value.of(i)));
              }
            });
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    Outcome outcome = new Console().writingTo(closed).querying(endless).run("query", "-o", "csv", "S");

    assertThat(given).hasSize(1_000);
    assertThat(outcome)
        .isEqualTo(new Outcome(3, "", "noetl: the answer could not be written to standard output\n"));
  }

  private Outcome run(List<String> columns, String rows, String... arguments) {
    SqlQueries queries =
        answering(
            sink -> {
              sink.columns(columns);
              ((ListValue) JsonReader.read(rows)).items().forEach(row -> sink.row(((ListValue) row).items()));
            });
    return new Console().querying(queries).run(arguments);
  }

  private Outcome failing(RuntimeException problem) {
    return new Console()
        .querying(
            answering(
                sink -> {
                  throw problem;
                }))
        .run("query", "S");
  }

  private interface Answer {
    void to(SqlQueries.RowSink sink);
  }

  private SqlQueries answering(Answer answer) {
    return new SqlQueries() {
      @Override
      public void queryStore(Path store, String sql, RowSink sink) {
        asked.add("store " + store + ": " + sql);
        answer.to(sink);
      }

      @Override
      public void queryFile(Path file, String sql, RowSink sink) {
        asked.add("file " + file + ": " + sql);
        answer.to(sink);
      }
    };
  }
}
