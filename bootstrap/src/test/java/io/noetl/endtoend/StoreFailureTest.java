package io.noetl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores that cannot be opened: exit status 4, one line that says which and why, and the way out. */
class StoreFailureTest {

  private static final Path LOOPS = Repository.playbook("nested_loop_example");

  @TempDir private Path folder;

  @Test
  void a_store_that_another_process_has_open_is_refused_with_its_number_and_the_way_out() throws Exception {
    Path store = folder.resolve("noetl.duckdb");
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ChildProcess holder = new ChildProcess(folder, StoreHolder.class.getName(), store, door.getLocalPort());
        Socket held = accept(door)) {
      assertThat(held.getInputStream().read()).isEqualTo(1);

      Noetl.Outcome outcome = Noetl.run("run", LOOPS, "--duckdb", store);

      assertThat(outcome.status()).isEqualTo(4);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err().lines())
          .singleElement()
          .asString()
          .startsWith("noetl: event store '" + store + "' is in use by process " + holder.pid())
          .endsWith("use another store with --duckdb PATH");
    }
  }

  private static Socket accept(ServerSocket door) throws IOException {
    door.setSoTimeout(60_000);
    return door.accept();
  }

  @Test
  void a_folder_in_the_place_of_the_store_is_refused() {
    checkStoreIsRefused(folder, "is a folder, not a file; name a file in it with --duckdb PATH");
  }

  @Test
  void a_file_that_is_no_store_is_refused_and_left_as_it_is() throws IOException {
    byte[] noise = new byte[20_000];
    new Random(7).nextBytes(noise);
    Path store = Files.write(folder.resolve("noise.duckdb"), noise);

    checkStoreIsRefused(store, "is not a DuckDB file; move it away, or use another store with --duckdb PATH");
    assertThat(Files.readAllBytes(store)).isEqualTo(noise);
  }

  @Test
  void a_store_that_was_cut_off_is_refused_and_left_as_it_is() throws IOException {
    Path store = folder.resolve("noetl.duckdb");
    assertThat(Noetl.run("run", LOOPS, "--duckdb", store, "--quiet").status()).isZero();
    byte[] half = Arrays.copyOf(Files.readAllBytes(store), 9_000);
    Files.write(store, half);

    checkStoreIsRefused(store, "use another store with --duckdb PATH");
    assertThat(Files.readAllBytes(store)).isEqualTo(half);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/proc/noetl/data/noetl.duckdb", "/dev/null/noetl.duckdb"})
  void a_folder_that_cannot_be_made_is_told_in_one_line(String store) {
    checkStoreIsRefused(Path.of(store), "use another store with --duckdb PATH");
  }

  private static void checkStoreIsRefused(Path store, String ending) {
    Noetl.Outcome outcome = Noetl.run("run", LOOPS, "--duckdb", store);

    assertThat(outcome.status()).isEqualTo(4);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines())
        .singleElement()
        .asString()
        .startsWith("noetl: ")
        .contains("event store '" + store + "'")
        .endsWith(ending);
  }
}
