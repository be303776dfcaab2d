package io.noetl.adapters.duckdb.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.playbook.Parameters;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.playbook.ValueTemplate.Items;
import io.noetl.domain.playbook.ValueTemplate.Text;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.testkit.task.SampleTasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DuckDbTaskRunnerTest {

  @TempDir private Path folder;
  private Duck duck;

  @BeforeEach
  void createRunner() {
    duck = Duck.in(folder);
  }

  @Test
  void numbers_the_results_over_all_statements() throws InterruptedException {
    MapValue settings =
        SampleTasks.map(
            """
            {"commands": ["CREATE TABLE t (i INTEGER, s VARCHAR); INSERT INTO t VALUES (1, 'a'), (2, 'b');", "-- nothing",
                          "UPDATE t SET s = 'c' WHERE i = 2; FROM t ORDER BY i; SELECT 1 WHERE false"]}
            """);

    assertThat(duck.data(SampleTasks.request("duckdb", "load", settings, Value.EMPTY_MAP)))
        .isEqualTo(
            """
            {"command_0":{"columns":[],"rows":[],"row_count":0},\
            "command_1":{"columns":[],"rows":[],"row_count":2},\
            "command_2":{"columns":[],"rows":[],"row_count":1},\
            "command_3":{"columns":["i","s"],"rows":[{"i":1,"s":"a"},{"i":2,"s":"c"}],"row_count":2},\
            "command_4":{"columns":["1"],"rows":[],"row_count":0}}""");
  }

  @Test
  void a_statement_that_changes_and_returns_rows_has_them() throws InterruptedException {
    assertThat(duck.data("CREATE TABLE t (i INTEGER); INSERT INTO t VALUES (1), (2) RETURNING i + 1 AS next"))
        .endsWith("\"command_1\":{\"columns\":[\"next\"],\"rows\":[{\"next\":2},{\"next\":3}],\"row_count\":2}}");
  }

  @Test
  void columns_of_one_name_are_told_apart() throws InterruptedException {
    assertThat(duck.data("SELECT 1 AS x, 2 AS x, 3 AS x_1, 4 AS x, 5 AS X"))
        .isEqualTo(
            """
            {"command_0":{"columns":["x","x_2","x_1","x_3","X"],\
            "rows":[{"x":1,"x_2":2,"x_1":3,"x_3":4,"X":5}],"row_count":1}}""");
  }

  @Test
  void each_call_has_a_database_in_memory_of_its_own() throws InterruptedException {
    duck.data("CREATE TABLE t (i INTEGER)");

    assertThat(duck.error(Duck.call("FROM t", "{\"database\": \":memory:\"}")))
        .startsWith("command_0: Catalog Error: Table with name t does not exist!");
  }

  @Test
  void an_error_names_the_statement_and_its_line_in_the_playbook() throws InterruptedException {
    String sql = "CREATE TABLE t (i INTEGER);\n-- the wrong one\nSELECT i,\n  j\nFROM t;\n";

    TaskOutcome.Failure failure = duck.failure(call(template(sql, 20), Value.of(sql)));

    assertThat(failure.error())
        .isEqualTo("command_1: Binder Error: Referenced column \"j\" not found in FROM clause! Candidate bindings: \"i\"");
    assertThat(failure.position()).isEqualTo(new Position(23, 11));
  }

  @Test
  void an_error_in_a_rendered_line_is_told_with_the_beginning_of_that_line() throws InterruptedException {
    Text template = template("SELECT 1;\n  SELECT {{ column }} FROM t", 20);

    TaskOutcome.Failure failure = duck.failure(call(template, Value.of("SELECT 1;\n  SELECT j FROM t")));

    assertThat(failure.position()).isEqualTo(new Position(21, 11));
  }

  @Test
  void an_error_in_sql_with_other_lines_than_the_playbook_is_told_with_the_beginning_of_the_sql() throws InterruptedException {
    Text template = template("{% for t in tables %}\nSELECT {{ t }};\n{% endfor %}", 20);

    TaskOutcome.Failure failure = duck.failure(call(template, Value.of("SELECT 1;\nSELECT j;\nSELECT 3;\n\n")));

    assertThat(failure.error()).startsWith("command_1: Binder Error: Referenced column \"j\"");
    assertThat(failure.position()).isEqualTo(new Position(20, 9));
  }

  @Test
  void an_error_in_a_list_is_told_with_the_place_of_its_entry() throws InterruptedException {
    Items commands = new Items(List.of(template("SELECT 1; SELECT 2", 20), template("SELECT 3; SELEKT", 30)), new Position(19, 7));

    TaskOutcome.Failure failure =
        duck.failure(call(commands, Value.of(List.of(Value.of("SELECT 1; SELECT 2"), Value.of("SELECT 3; SELEKT")))));

    assertThat(failure.error()).isEqualTo("command_3: Parser Error: syntax error at or near \"SELEKT\"");
    assertThat(failure.position()).isEqualTo(new Position(30, 19));
  }

  @Test
  void a_failed_statement_leaves_what_came_before_it_and_ends_the_task() throws InterruptedException {
    duck.error(onFile("CREATE TABLE t (i INTEGER); INSERT INTO t VALUES (1); SELECT nonsense; INSERT INTO t VALUES (2)"));

    assertThat(duck.value(onFile("SELECT list(i) FROM t"))).isEqualTo("[1]");
  }

  @Test
  void a_transaction_is_kept_as_a_whole_or_not_at_all() throws InterruptedException {
    duck.data(onFile("CREATE TABLE t (i INTEGER); BEGIN; INSERT INTO t VALUES (1); COMMIT"));
    duck.error(onFile("BEGIN; INSERT INTO t VALUES (2); SELECT nonsense; COMMIT"));

    assertThat(duck.value(onFile("SELECT list(i) FROM t"))).isEqualTo("[1]");
  }

  @Test
  void a_transaction_that_is_left_open_is_rolled_back_with_an_error() throws InterruptedException {
    duck.data(onFile("CREATE TABLE t (i INTEGER)"));

    assertThat(duck.error(onFile("BEGIN; INSERT INTO t VALUES (1)")))
        .isEqualTo("duckdb task 'load': its transaction was begun but not ended, and is rolled back; end it with COMMIT");
    assertThat(duck.value(onFile("SELECT count(*) FROM t"))).isEqualTo("0");
  }

  @Test
  void a_task_that_takes_too_long_is_ended() throws InterruptedException {
    assertThat(duck.error(Duck.call("SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range + b.range = 7", "{\"timeout\": 0.2}")))
        .isEqualTo("duckdb task 'load': ran longer than its timeout of 0.2 s and was ended");
    assertThat(duck.value(Duck.call("SELECT 1", "{\"timeout\": 30}"))).isEqualTo("1");
  }

  @Test
  void too_many_values_are_refused() throws InterruptedException {
    assertThat(duck.error("SELECT 1; SELECT range AS a, range AS b FROM range(500000)"))
        .isEqualTo("command_1: the rows hold more than 1,000,000 values: use LIMIT, or write them to a file with COPY … TO");
  }

  @Test
  void too_much_text_is_refused() throws InterruptedException {
    assertThat(duck.error("SELECT repeat('x', 1000000) FROM range(65)"))
        .isEqualTo(
            "command_0: the rows hold more than 64,000,000 characters of text: use LIMIT, or write them to a file with COPY … TO");
  }

  @Test
  void a_parameter_has_no_value() throws InterruptedException {
    assertThat(duck.error("SELECT ?"))
        .isEqualTo(
            "command_0: Invalid Input Error: Values were not provided for the following prepared statement parameters: 1");
  }

  @Test
  void settings_that_were_rendered_to_something_wrong_are_errors_with_their_place() throws InterruptedException {
    TaskOutcome.Failure failure = duck.failure(Duck.call("SELECT 1", "{\"timeout\": \"soon\"}"));

    assertThat(failure.error())
        .isEqualTo("duckdb task 'load': timeout must be seconds or a text such as 500ms, 30s, 5m, 1h, above 0 and at most a year, not \"soon\"");
    assertThat(failure.position()).isEqualTo(new Position(12, 7));
    assertThat(duck.error(Duck.call("SELECT 1", "{\"commands\": null}")))
        .isEqualTo("duckdb task 'load': commands must be SQL as text or a list of texts, not null");
  }

  private static TaskRequest onFile(String sql) {
    return Duck.call(sql, "{\"database\": \"work.duckdb\"}");
  }

  /** A literal block whose first line is the given one; its text begins in column 9. */
  private static Text template(String source, int line) {
    return new Text(new TemplateText(source, new Position(line, 9), 9));
  }

  private static TaskRequest call(ValueTemplate commands, Value rendered) {
    Fields settings = new Fields(Map.of("commands", commands), new Position(19, 7));
    Task task = new Task("load", new Position(18, 5), "duckdb", settings, Fields.NONE, new Parameters.None());
    return new TaskRequest("load", task, Value.of(Map.of("commands", rendered)), Value.EMPTY_MAP);
  }
}
