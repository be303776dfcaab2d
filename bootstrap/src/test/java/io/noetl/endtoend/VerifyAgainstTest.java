package io.noetl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports that are compared with the store that they should be of. */
class VerifyAgainstTest {

  @TempDir private Path folder;
  private Path store;
  private Path file;

  @BeforeEach
  void an_export_of_a_run() {
    store = folder.resolve("noetl.duckdb");
    file = folder.resolve("loops.parquet");
    Path loops = Repository.playbook("nested_loop_example");
    assertThat(Noetl.run("run", loops, "--duckdb", store, "--export", file, "--quiet").status()).isZero();
  }

  @Test
  void an_export_of_the_store_is_proven_by_it() {
    Noetl.Outcome outcome = Noetl.run("verify", "--against", store, "--json", file);
    assertThat(outcome.status()).isZero();
    assertThat(outcome.document().valueOf("status")).isEqualTo(Value.of("proven"));
    assertThat(outcome.document().valueOf("reason")).isEqualTo(Value.NULL);
    assertThat(outcome.document().valueOf("rows")).isEqualTo(Value.of(67));
    MapValue proof = (MapValue) outcome.document().valueOf("proof");
    assertThat(proof.valueOf("by")).isEqualTo(Value.of("content+file+store"));
    assertThat(proof.valueOf("store")).isEqualTo(Value.of(store.toString()));
  }

  @Test
  void a_value_that_was_changed_in_the_store_is_told_by_its_column_and_event() {
    RecordedStore.change(store, "UPDATE event_log SET status = 'error', duration = 7 WHERE sequence = 12");
    assertBad(
        "it is whole, but not what the store %s has of execution '%s': the values of column status, duration differ, first"
            + " in the event with sequence 12; export it again: noetl export --execution %s --to PATH --duckdb %s\n");
  }

  @Test
  void an_event_that_was_deleted_from_the_store_is_noticed() {
    RecordedStore.change(store, "DELETE FROM event_log WHERE sequence = 66");
    RecordedStore.change(store, "DELETE FROM event_log WHERE sequence = 65");
    assertBad(
        "it is whole, but not what the store %s has of execution '%s': the store has 65 rows, the file 67; the first 65 are"
            + " the same; export it again: noetl export --execution %s --to PATH --duckdb %s\n");
  }

  /** Checks what is said of the file; the message has the store, the execution, the execution and the store in it. */
  private void assertBad(String message) {
    String id = EventLog.ofExport(file).getFirst().executionId();
    Noetl.Outcome outcome = Noetl.run("verify", "--against", store, file);
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.out()).isEqualTo(file + ": bad: " + message.formatted(store, id, id, store));
    assertThat(Noetl.run("verify", file).status()).isZero();
  }

  @Test
  void another_store_does_not_know_the_execution() {
    Path other = folder.resolve("other.duckdb");
    RecordedStore.add(other, RecordedStore.steps("e1", "weather", "2026-01-31T00:00:00Z", 1));
    String id = EventLog.ofExport(file).getFirst().executionId();
    Noetl.Outcome outcome = Noetl.run("verify", "--against", other, "--json", file);
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.text("status")).isEqualTo("bad");
    assertThat(outcome.text("reason"))
        .isEqualTo("it is whole, but the store " + other + " has no execution '" + id + "'");
    assertThat(outcome.document().valueOf("proof")).isEqualTo(Value.NULL);
  }

  @Test
  void every_path_gets_a_line_of_json_also_a_folder_and_what_is_not_there() throws Exception {
    Path missing = folder.resolve("missing.parquet");
    Path empty = Files.createFile(folder.resolve("empty.parquet"));
    Noetl.Outcome outcome = Noetl.run("verify", "--json", "--foreign", file, folder, missing, empty);
    assertThat(outcome.status()).isEqualTo(3);
    List<MapValue> lines = outcome.out().lines().map(line -> (MapValue) JsonReader.read(line)).toList();
    assertThat(lines).extracting(line -> line.valueOf("path"))
        .isEqualTo(Stream.of(file, folder, missing, empty).map(path -> Value.of(path.toString())).toList());
    assertThat(lines).extracting(line -> line.valueOf("status"))
        .containsExactly(Value.of("proven"), Value.of("bad"), Value.of("bad"), Value.of("bad"));
    assertThat(lines.get(1).valueOf("reason")).isEqualTo(Value.of("it is a folder, not a file"));
    assertThat(lines.get(2).valueOf("reason")).isEqualTo(Value.of("file not found: there is nothing at this path"));
  }

  @Test
  void a_store_that_is_missing_exits_4() {
    Path missing = folder.resolve("missing.duckdb");
    assertThat(Noetl.run("verify", "--against", missing, file))
        .isEqualTo(
            new Noetl.Outcome(
                4,
                "",
                "noetl: there is no event store at '%s'; run a playbook to make one, or name another with --against PATH\n"
                    .formatted(missing)));
  }

  @Test
  void a_store_that_another_process_has_open_exits_4() throws Exception {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ChildProcess holder = new ChildProcess(folder, StoreHolder.class.getName(), store, door.getLocalPort());
        var held = door.accept()) {
      assertThat(held.getInputStream().read()).isEqualTo(1);
      Noetl.Outcome outcome = Noetl.run("verify", "--against", store, file);
      assertThat(outcome.status()).isEqualTo(4);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err())
          .startsWith("noetl: event store '" + store + "' is in use by process " + holder.pid())
          .endsWith("use another store with --against PATH\n");
    }
  }
}
