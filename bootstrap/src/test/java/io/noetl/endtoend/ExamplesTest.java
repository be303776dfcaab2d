package io.noetl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.endtoend.EventLog.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example in the catalog, run as the README runs it. */
class ExamplesTest {

  @TempDir private Path folder;

  /**
   * An example and what comes of it.
   *
   * @param steps the steps of the results document; {@code <now>} stands for a time
   * @param errors the errors of the results document, one line each
   * @param events how many rows the event log has
   */
  record Example(
      String name, List<String> options, int exit, String status, String steps, List<String> errors, int events) {

    @Override
    public String toString() {
      return name + " " + String.join(" ", options);
    }
  }

  private static Example succeeding(String name, String steps, int events) {
    return new Example(name, List.of(), 0, "success", steps, List.of(), events);
  }

  static Stream<Example> examples() {
    return Stream.of(
        succeeding(
            "hello_example",
            """
            {"start":null,"greet":{"greeting":"Hello, world!","letters":5},"end":{"message":"Hello, world! (5 letters)"}}""",
            12),
        succeeding(
            "branching_example",
            """
            {"start":null,"note_time":{"asked_at":"<now>"},"classify":null,"open_park":{"park":"open"},\
            "enjoy":{"advice":"Go outside"},"end":{"summary":"Go outside; the park is open"}}""",
            21),
        new Example(
            "branching_example",
            List.of("--set", "temperature=31", "--set", "windy=yes"),
            0,
            "success",
            """
            {"start":null,"note_time":{"asked_at":"<now>"},"classify":null,\
            "warn":{"warning":"Beware of the heat: 31 degrees"},"open_shelters":{"shelters":12},\
            "close_park":{"park":"closed"},"end":{"summary":"Beware of the heat: 31 degrees; the park is closed"}}""",
            List.of(),
            25),
        succeeding(
            "nested_loop_example",
            """
            {"start":null,"order_loop":{"items":3,"processed":3,"filtered":0,"failed":0},\
            "end_order_loop":{"invoices":[{"customer":"Ada","total":98.0},{"customer":"Grace","total":310.0},\
            {"customer":"Edsger","total":0}]},"end":{"revenue":408.0,"best_customer":"Grace"}}""",
            67),
        succeeding(
            "task_loop_example",
            """
            {"start":null,"parse_readings":[21.5,19.0,null,23.25],"end":{"parsed":[21.5,19.0,23.25],"rejected":1}}""",
            28),
        succeeding("polling_example", "{\"start\":null,\"poll\":100,\"end\":{\"final_progress\":100}}", 22),
        new Example(
            "failing_example",
            List.of(),
            1,
            "error",
            "{\"start\":null,\"share\":null}",
            List.of("share: ZeroDivisionError: division by zero (failing_example.yaml:25:11)"),
            10),
        succeeding(
            "duckdb_etl_example",
            """
            {"start":null,"aggregate":{"command_0":{"columns":[],"rows":[],"row_count":0},\
            "command_1":{"columns":["shop","total","best_day"],"rows":[\
            {"shop":"Ada's Corner","total":200.0,"best_day":"2026-07-14"},\
            {"shop":"Harbour","total":73.25,"best_day":"2026-07-13"}],"row_count":2},\
            "command_2":{"columns":["sales","total"],"rows":[{"sales":4,"total":273.25}],"row_count":1}},\
            "judge":[{"shop":"Ada's Corner","total":200.0,"best_day":"2026-07-14","share":0.732},\
            {"shop":"Harbour","total":73.25,"best_day":"2026-07-13","share":0.268}],\
            "shop_loop":{"items":2,"processed":2,"filtered":0,"failed":0},"end_shop_loop":{"lines":[\
            "Ada's Corner sold for 200.0, best on 2026-07-14","Harbour sold for 73.25, best on 2026-07-13"]},\
            "end":{"sales":4,"shops":[{"shop":"Ada's Corner","total":200.0,"best_day":"2026-07-14","share":0.732},\
            {"shop":"Harbour","total":73.25,"best_day":"2026-07-13","share":0.268}],"lines":[\
            "Ada's Corner sold for 200.0, best on 2026-07-14","Harbour sold for 73.25, best on 2026-07-13"]}}""",
            37),
        weather());
  }

  private static Example weather() {
    return new Example(
        "weather_loop_example",
        List.of("--replay", Repository.file("catalog/recordings/weather.har").toString()),
        0,
        "success",
        """
        {"start":null,"city_loop":{"items":3,"processed":3,"filtered":0,"failed":0},"end_city_loop":{"judgements":[\
        {"place":"London","maximum":18.9,"mean":15.5,"hours_above":0,"first_hot_hour":null,"hot":false},\
        {"place":"Paris","maximum":29.4,"mean":23.35,"hours_above":9,"first_hot_hour":"2026-07-14T11:00","hot":true},\
        {"place":"Berlin","maximum":31.6,"mean":24.9,"hours_above":11,"first_hot_hour":"2026-07-14T10:00","hot":true}],\
        "districts":[{"district":"Belleville","maximum":30.6,"people_affected":197000},\
        {"district":"Vaugirard","maximum":29.8,"people_affected":233000},\
        {"district":"Mitte","maximum":33.0,"people_affected":385000},\
        {"district":"Spandau","maximum":30.1,"people_affected":250000}]},\
        "summarize":{"hot_cities":["Paris","Berlin"],"hottest":"Berlin","people_affected":1065000},\
        "raise_alert":{"alert":"RED: heat in Paris and Berlin, 1065000 people affected"},\
        "end":{"decision":"RED: heat in Paris and Berlin, 1065000 people affected"}}""",
        List.of(),
        115);
  }

  @Test
  void every_playbook_of_the_catalog_is_an_example_here() throws IOException {
    try (Stream<Path> files = Files.list(Repository.file("catalog/playbooks"))) {
      List<String> names = files.map(file -> file.getFileName().toString().replace(".yaml", "")).sorted().toList();

      assertThat(examples().map(Example::name).distinct().sorted().toList()).isEqualTo(names);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void an_example_yields_its_results_and_a_sound_record(Example example) {
    Noetl.Outcome outcome = run(example, "first");
    List<Row> log = EventLog.ofStore(store("first"));

    assertThat(outcome.json("steps").replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}", "<now>"))
        .isEqualTo(example.steps());
    assertThat(outcome.errors()).isEqualTo(example.errors());
    assertThat(outcome.text("status")).isEqualTo(example.status());
    assertThat(outcome.status()).isEqualTo(example.exit());
    assertThat(log).hasSize(example.events());
    EventTree.check(log);
    checkExport(outcome, log);
    run(example, "second");
    assertThat(EventLog.ofStore(store("second")).stream().map(Row::line).toList())
        .as("two runs go through the same nodes")
        .isEqualTo(log.stream().map(Row::line).toList());
  }

  private void checkExport(Noetl.Outcome outcome, List<Row> log) {
    Path export = export("first");

    assertThat(outcome.json("export")).contains("\"rows\":" + log.size() + ",", "\"verified\":true");
    assertThat(EventLog.ofExport(export)).isEqualTo(log);
    assertThat(Noetl.run("verify", export).out()).contains("proven").contains(log.size() + " rows");
    assertThat(Noetl.run("verify", export).status()).isZero();
  }

  @Test
  void the_log_of_nested_loops_grows_with_what_happens() {
    checkGrowth("nested_loop_example", "orders", "{customer: Ada, lines: [{item: lamp, price: 4.5, quantity: 2}]}");
  }

  @Test
  void the_log_of_a_loop_with_a_task_grows_with_what_happens() {
    checkGrowth("task_loop_example", "readings", "'12.5'");
  }

  /** The log is linear in the items: each hundred adds the same, but for digits. */
  private void checkGrowth(String name, String key, String item) {
    List<List<Row>> logs = new ArrayList<>();
    for (int items : List.of(100, 200, 300)) {
      String list = String.join(",", java.util.Collections.nCopies(items, item));
      Example example = new Example(name, List.of("--set", key + "=[" + list + "]"), 0, "", "", List.of(), 0);
      assertThat(run(example, "n" + items).status()).isZero();
      logs.add(EventLog.ofStore(store("n" + items)));
    }

    int rows = logs.get(1).size() - logs.get(0).size();
    long size = size(logs.get(1)) - size(logs.get(0));
    assertThat(logs.get(2).size() - logs.get(1).size()).isEqualTo(rows);
    assertThat((double) (size(logs.get(2)) - size(logs.get(1))) / size).isBetween(0.99, 1.01);
  }

  private static long size(List<Row> log) {
    return log.stream().mapToLong(Row::size).sum();
  }

  private Noetl.Outcome run(Example example, String name) {
    List<Object> arguments =
        new ArrayList<>(
            List.of("run", Repository.playbook(example.name()), "--duckdb", store(name), "--export", export(name)));
    arguments.addAll(example.options());
    return Noetl.run(arguments.toArray());
  }

  private Path store(String name) {
    return folder.resolve(name + ".duckdb");
  }

  private Path export(String name) {
    return folder.resolve(name + ".parquet");
  }
}
