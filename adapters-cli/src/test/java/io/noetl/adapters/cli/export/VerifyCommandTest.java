package io.noetl.adapters.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.cli.Console;
import io.noetl.adapters.cli.Console.Outcome;
import io.noetl.application.port.ExportInspector.Proof;
import io.noetl.application.port.ExportInspector.Verdict;
import io.noetl.testkit.history.RecordedStores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerifyCommandTest {

  private static final Map<String, Verdict> VERDICTS =
      Map.of(
          "good.parquet", new Verdict.Proven("0190-a", "weather", 53, 9120, new Proof("c0".repeat(32), "f1".repeat(32))),
          "foreign.parquet", new Verdict.Unproven("it has no digests of noetl", 7, 800),
          "bad.parquet", new Verdict.Bad("page 2 of column error is damaged", "export it again"),
          "gone.parquet", new Verdict.Bad("there is no such file", ""));

  @Test
  void a_proven_file_exits_0() {
    assertThat(run("verify", "good.parquet"))
        .isEqualTo(
            new Outcome(0, "good.parquet: proven, 53 rows, 9120 bytes, execution 0190-a of weather\n", ""));
  }

  @Test
  void every_file_gets_its_line_and_one_that_is_not_proven_exits_3() {
    assertThat(run("verify", "bad.parquet", "good.parquet", "foreign.parquet", "gone.parquet"))
        .isEqualTo(
            new Outcome(
                3,
                """
                bad.parquet: bad: page 2 of column error is damaged; export it again
                good.parquet: proven, 53 rows, 9120 bytes, execution 0190-a of weather
                foreign.parquet: unproven, 7 rows, 800 bytes: it has no digests of noetl
                gone.parquet: bad: there is no such file
                """,
                ""));
  }

  @Test
  void an_unproven_file_exits_3_unless_foreign_ones_are_accepted() {
    assertThat(run("verify", "foreign.parquet").status()).isEqualTo(3);
    assertThat(run("verify", "--foreign", "foreign.parquet").status()).isZero();
  }

  @Test
  void a_bad_file_is_never_accepted() {
    assertThat(run("verify", "--foreign", "bad.parquet").status()).isEqualTo(3);
  }

  @Test
  void json_is_an_array_with_an_object_for_each_file() {
    assertThat(run("verify", "-o", "json", "good.parquet", "foreign.parquet", "bad.parquet"))
        .isEqualTo(
            new Outcome(
                3,
                """
                [
                  {
                    "path": "good.parquet",
                    "status": "proven",
                    "rows": 53,
                    "bytes": 9120,
                    "execution_id": "0190-a",
                    "playbook": "weather"
                  },
                  {
                    "path": "foreign.parquet",
                    "status": "unproven",
                    "reason": "it has no digests of noetl",
                    "rows": 7,
                    "bytes": 800
                  },
                  {
                    "path": "bad.parquet",
                    "status": "bad",
                    "reason": "page 2 of column error is damaged",
                    "remedy": "export it again"
                  }
                ]
                """,
                ""));
  }

  @Test
  void lines_of_json_are_an_object_a_file() {
    assertThat(run("verify", "--json", "good.parquet", "foreign.parquet", "bad.parquet"))
        .isEqualTo(
            new Outcome(
                3,
                """
                {"path":"good.parquet","status":"proven","reason":null,"rows":53,"proof":{"by":"content+file",\
                "execution_id":"0190-a","playbook":"weather","content":"%s","file":"%s"}}
                {"path":"foreign.parquet","status":"unproven","reason":"it has no digests of noetl","rows":7,"proof":null}
                {"path":"bad.parquet","status":"bad","reason":"page 2 of column error is damaged","rows":null,"proof":null}
                """
                    .formatted("c0".repeat(32), "f1".repeat(32)),
                ""));
  }

  @Test
  void lines_of_json_have_the_exit_status_that_lines_of_text_have() {
    assertThat(run("verify", "--json", "good.parquet").status()).isZero();
    assertThat(run("verify", "--json", "foreign.parquet").status()).isEqualTo(3);
    assertThat(run("verify", "--json", "--foreign", "foreign.parquet").status()).isZero();
    assertThat(run("verify", "--json", "--foreign", "bad.parquet").status()).isEqualTo(3);
  }

  @Test
  void lines_of_json_and_an_array_are_not_to_be_had_at_once() {
    assertThat(run("verify", "--json", "-o", "json", "good.parquet"))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "noetl: --json and -o json cannot be used together; --json prints a line per file, -o json one array:"
                    + " leave one out\n"));
  }

  @Test
  void a_proven_file_that_the_store_contradicts_is_bad() {
    assertThat(against("runs.duckdb", "same.parquet", "other.parquet"))
        .isEqualTo(
            new Outcome(
                3,
                """
                same.parquet: proven, 53 rows, 9120 bytes, execution 0190-a of weather
                other.parquet: bad: the store has 60 rows, the file 53; export it again
                """,
                ""));
    assertThat(against("runs.duckdb", "same.parquet").status()).isZero();
  }

  @Test
  void a_line_of_json_tells_the_store_that_proved_it_too() {
    assertThat(against("runs.duckdb", "--json", "same.parquet").out())
        .isEqualTo(
            """
            {"path":"same.parquet","status":"proven","reason":null,"rows":53,"proof":{"by":"content+file+store",\
            "execution_id":"0190-a","playbook":"weather","content":"%s","file":"%s","store":"runs.duckdb"}}
            """
                .formatted("c0".repeat(32), "f1".repeat(32)));
  }

  @Test
  void a_foreign_file_has_nothing_to_be_compared_by() {
    assertThat(against("runs.duckdb", "foreign.parquet").status()).isEqualTo(3);
    assertThat(against("runs.duckdb", "--foreign", "foreign.parquet").status()).isZero();
  }

  @Test
  void a_store_that_cannot_be_opened_exits_4_before_any_file_is_read() {
    assertThat(against("other.duckdb", "unread.parquet"))
        .isEqualTo(
            new Outcome(
                4,
                "",
                "noetl: there is no store other.duckdb; run a playbook first, or name another with --against PATH\n"));
  }

  @Test
  void a_store_in_memory_ended_with_its_run() {
    assertThat(against(":memory:", "unread.parquet"))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "noetl: --against :memory: names a store that ended with its run; name the file of a store that was"
                    + " kept\n"));
  }

  private static Outcome against(String store, String... arguments) {
    Map<String, Verdict> compared =
        Map.of(
            "same.parquet", VERDICTS.get("good.parquet"),
            "other.parquet", new Verdict.Bad("the store has 60 rows, the file 53", "export it again"),
            "foreign.parquet", VERDICTS.get("foreign.parquet"));
    List<String> all = new ArrayList<>(List.of("verify", "--against", store));
    all.addAll(List.of(arguments));
    return new Console()
        .inspecting(new ScriptedVerdicts(Map.of(), compared, Map.of()), new RecordedStores("runs.duckdb"))
        .run(all.toArray(String[]::new));
  }

  @Test
  void the_status_is_coloured_on_a_terminal() {
    Console console =
        new Console().onATerminal(true).inspecting(ScriptedVerdicts.of(VERDICTS), new RecordedStores("unused"));
    assertThat(console.run("verify", "good.parquet").out())
        .startsWith("good.parquet: \u001b[32mproven\u001b[0m, 53 rows");
  }

  private static Outcome run(String... arguments) {
    return new Console().inspecting(ScriptedVerdicts.of(VERDICTS), new RecordedStores("unused")).run(arguments);
  }
}
