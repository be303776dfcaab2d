package io.noetl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loops over files, from end to end. */
class ItemFileTest {

  @TempDir private Path folder;

  private Noetl.Outcome run(Path file, String more) throws IOException {
    Path playbook =
        Files.writeString(
            folder.resolve("playbook.yaml"),
            """
            workload: {file: "%s"}
            workflow:
              - step: start
                loop: {in_file: "{{ workload.file }}", iterator: row%s}
                next: [{step: each, with: {n: "{{ row.n }}", name: "{{ row.name }}"}}]
              - step: each
                result: {text: "{{ name }} {{ n + 1 }}"}
                next: done
              - step: done
                end_loop: start
                result: {texts: "{{ start_results | map(attribute='each.text') | list }}"}
            """
                .formatted(file, more));
    return Noetl.run("run", playbook, "--duckdb", folder.resolve("noetl.duckdb"));
  }

  private static void assertTexts(Noetl.Outcome outcome) {
    assertThat(outcome.err()).doesNotContain("error:");
    assertThat(outcome.json("steps")).contains("\"texts\":[\"a 2\",\"b 3\",\"c 4\"]");
    assertThat(outcome.status()).isZero();
  }

  @Test
  void a_loop_goes_over_json_lines() throws IOException {
    String text = "{\"n\": 1, \"name\": \"a\"}\n\n{\"n\": 2, \"name\": \"b\"}\n{\"n\": 3, \"name\": \"c\"}";

    assertTexts(run(Files.writeString(folder.resolve("items.jsonl"), text), ""));
  }

  @Test
  void a_loop_goes_over_csv_side_by_side() throws IOException {
    Path file = Files.writeString(folder.resolve("items.txt"), "n,name\n1,a\n2,b\n3,c\n");

    assertTexts(run(file, ", format: csv, mode: parallel, concurrency: 2"));
  }

  @Test
  void a_loop_goes_over_parquet() throws IOException, SQLException {
    Path file = folder.resolve("items.parquet");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:"); var statement = connection.createStatement()) {
      statement.execute("COPY (FROM (VALUES (1, 'a'), (2, 'b'), (3, 'c')) v (n, name)) TO '" + file + "'");
    }

    assertTexts(run(file, ""));
  }

  @Test
  void a_file_that_breaks_fails_the_step_with_the_line_and_keeps_what_was_done() throws IOException {
    Path file = Files.writeString(folder.resolve("items.jsonl"), "{\"n\": 1, \"name\": \"a\"}\n{\"n\": 2,\n");

    Noetl.Outcome outcome = run(file, "");

    assertThat(outcome.errors())
        .containsExactly(
            "start: in_file '" + file + "': line 2, column 9 is no JSON: expected a key in double quotes, found the end of the text"
                + " (playbook.yaml:4:12)");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(EventLog.ofStore(folder.resolve("noetl.duckdb")).toString()).contains("loop_iteration");
  }

  @Test
  void a_missing_file_fails_the_step() throws IOException {
    assertThat(run(Path.of("none.csv"), "").errors())
        .containsExactly(
            "start: in_file 'none.csv': there is no such file; a path is relative to the working folder (playbook.yaml:4:12)");
  }
}
