package io.noetl.adapters.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.cli.Console;
import io.noetl.adapters.cli.Console.Outcome;
import io.noetl.application.port.ExportInspector.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerifyCommandTest {

  private static final Map<String, Verdict> VERDICTS =
      Map.of(
          "good.parquet", new Verdict.Proven("0190-a", "weather", 53, 9120),
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
  void the_status_is_coloured_on_a_terminal() {
    assertThat(new Console().onATerminal(true).inspecting(path -> VERDICTS.get("good.parquet")).run("verify", "a").out())
        .startsWith("a: \u001b[32mproven\u001b[0m, 53 rows");
  }

  private static Outcome run(String... arguments) {
    return new Console().inspecting(path -> VERDICTS.get(path.toString())).run(arguments);
  }
}
