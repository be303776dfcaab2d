package io.noetl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a duckdb task has to do with the run around it. */
class DuckDbTaskTest {

  private static final String REMEDY =
      "is the run's own event store, which is open for this run and cannot be used by a task:"
          + " take another file, or ask it after the run with noetl query";

  @TempDir private Path folder;

  @Test
  void the_store_of_the_run_is_no_database_for_its_tasks() throws IOException {
    Path store = folder.resolve("noetl.duckdb");
    Path playbook = playbook("database: " + store, "SELECT 1");

    Noetl.Outcome outcome = Noetl.run("run", playbook, "--duckdb", store);

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains(playbook + ":5:16: duckdb task 'look': database '" + store + "' " + REMEDY);
    assertThat(store).doesNotExist();
  }

  @Test
  void the_store_of_the_run_cannot_be_attached_by_its_tasks() throws IOException {
    Path store = folder.resolve("noetl.duckdb");

    Noetl.Outcome outcome = Noetl.run("run", playbook("timeout: 60", "ATTACH '" + store + "' AS s"), "--duckdb", store);

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.errors()).containsExactly("look: command_0: '" + store + "' " + REMEDY + " (playbook.yaml:6:16)");
    assertThat(EventLog.ofStore(store)).hasSize(10);
  }

  @Test
  void a_file_is_free_for_the_next_task_and_holds_what_was_committed() throws IOException {
    Path playbook = folder.resolve("playbook.yaml");
    Files.writeString(
        playbook,
        """
        workflow:
          - step: start
            type: duckdb
            external_access: true
            database: %1$s
            command: CREATE TABLE t AS SELECT 6 AS i
            next: read
          - step: read
            type: duckdb
            external_access: true
            database: %1$s
            commands: [UPDATE t SET i = i + 1, FROM t]
        """
            .formatted(folder.resolve("work.duckdb")));

    Noetl.Outcome outcome = Noetl.run("run", playbook, "--duckdb", folder.resolve("noetl.duckdb"));

    assertThat(outcome.json("steps")).endsWith("\"command_1\":{\"columns\":[\"i\"],\"rows\":[{\"i\":7}],\"row_count\":1}}}");
    assertThat(outcome.status()).isZero();
  }

  private Path playbook(String setting, String sql) throws IOException {
    Path playbook = folder.resolve("playbook.yaml");
    String text =
        "workflow:\n  - step: start\n    next: look\n  - {step: look, type: duckdb, external_access: true,\n     "
            + setting + ",\n     command: \"" + sql + "\"}\n";
    return Files.writeString(playbook, text);
  }
}
