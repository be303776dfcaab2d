package io.noetl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.endtoend.EventLog.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that fail: the exit status, the errors, and the record and export that they leave behind all the same. */
class FailureTest {

  private static final Path LOOPS = Repository.playbook("nested_loop_example");
  private static final Path FAILING = Repository.playbook("failing_example");

  @TempDir private Path folder;

  @Test
  void a_failing_task_ends_in_status_1_with_the_line_of_the_playbook_and_a_proven_export() throws IOException {
    Path store = folder.resolve("noetl.duckdb");
    Path export = folder.resolve("failing.parquet");

    Noetl.Outcome outcome = Noetl.run("run", FAILING, "--duckdb", store, "--export", export);
    List<Row> log = EventLog.ofStore(store);

    String at = FAILING + ":" + lineOf(FAILING, "return total / smallest") + ":11";
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err().lines()).contains("error: " + at + ": step 'share': ZeroDivisionError: division by zero");
    assertThat(outcome.json("errors"))
        .isEqualTo(
            "[{\"node_id\":\"share\",\"step\":\"share\",\"error\":\"ZeroDivisionError: division by zero\",\"at\":\"%s\"}]"
                .formatted(at));
    assertThat(log.getLast().type()).isEqualTo("execution_complete");
    assertThat(log.getLast().status()).isEqualTo("error");
    assertThat(log.get(log.size() - 2).type()).isEqualTo("execution_error");
    assertThat(log.get(log.size() - 2).error()).contains("ZeroDivisionError: division by zero");
    assertThat(EventLog.ofExport(export)).isEqualTo(log);
    assertThat(Noetl.run("verify", export).status()).isZero();
  }

  @Test
  void code_in_quotes_is_blamed_where_its_line_is_written() throws IOException {
    assertThat(failureOf("{step: start, type: python, code: \"def main():\\n  raise ValueError('boom')\"}"))
        .isEqualTo("3:55: step 'start': ValueError: boom");
    assertThat(
            failureOf(
                """
                step: start
                    type: python
                    code: >
                      def main():
                        x = 0

                        return 1 / x"""))
        .isEqualTo("9:9: step 'start': ZeroDivisionError: division by zero");
  }

  @Test
  void code_in_quotes_that_does_not_compile_is_blamed_at_its_place() throws IOException {
    assertThat(failureOf("{step: start, type: python, code: \"def main():\\n\\t\\U0001F600x\"}"))
        .startsWith("3:55: python task 'start': SyntaxError: invalid character");
  }

  /** The place and message of the error of a playbook of one step. */
  private String failureOf(String step) throws IOException {
    Path playbook = folder.resolve("one.yaml");
    Files.writeString(playbook, "name: one\nworkflow:\n  - " + step + "\n");
    String err = Noetl.run("run", playbook, "--duckdb", ":memory:").err();
    String place = playbook + ":";
    return err.lines()
        .filter(line -> line.contains(place))
        .map(line -> line.substring(line.indexOf(place) + place.length()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(err));
  }

  private static int lineOf(Path file, String text) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return 1 + lines.indexOf(lines.stream().filter(line -> line.contains(text)).findFirst().orElseThrow());
  }

  @Test
  void an_export_that_cannot_be_written_ends_in_status_3_and_the_results_are_printed() throws IOException {
    Path store = folder.resolve("noetl.duckdb");
    Path target = Files.createFile(folder.resolve("file")).resolve("export.parquet");

    Noetl.Outcome outcome = Noetl.run("run", LOOPS, "--duckdb", store, "--export", target, "--quiet");

    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.text("status")).isEqualTo("success");
    assertThat(outcome.json("export")).isEqualTo("null");
    assertThat(outcome.err().lines()).singleElement().asString().contains("cannot export to " + target);
    assertThat(EventLog.ofStore(store).getLast().status()).isEqualTo("success");
  }

  @Test
  void a_failed_export_beats_a_failed_playbook() throws IOException {
    Path target = Files.createDirectory(folder.resolve("folder"));

    Noetl.Outcome outcome =
        Noetl.run("run", FAILING, "--duckdb", folder.resolve("noetl.duckdb"), "--export", target, "--quiet");

    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.text("status")).isEqualTo("error");
    assertThat(target).isEmptyDirectory();
  }
}
