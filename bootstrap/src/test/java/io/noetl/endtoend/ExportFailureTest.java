package io.noetl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Targets that an export cannot have, and two that want the same: one line, exit status 3, and everything as it was. A full
 * disk and a used-up quota, which a test cannot bring about, are in {@code FailingFileSystemTest} of the exporter.
 */
class ExportFailureTest {

  @TempDir private Path folder;
  private Path store;
  private Path exports;

  @BeforeEach
  void a_store() throws IOException {
    store = folder.resolve("noetl.duckdb");
    exports = Files.createDirectory(folder.resolve("exports"));
    RecordedStore.add(store, RecordedStore.steps("e1", "weather", "2026-01-31T00:00:00Z", 2));
  }

  @Test
  void a_folder_is_no_target() {
    assertFails(exports, "it is a folder; name a file in it");
  }

  @Test
  void a_file_in_the_place_of_a_folder_is_named() throws IOException {
    Path file = Files.writeString(exports.resolve("data"), "before");
    assertFails(
        file.resolve("x.parquet"),
        file + " is a file, not a folder; nothing under that name was changed; choose another folder, or rename that file");
    assertThat(file).hasContent("before");
  }

  @Test
  void a_device_is_no_target() {
    assertFails(Path.of("/dev/full"), "it is a device or a pipe, not a file; name a regular file");
  }

  @Test
  void a_folder_that_lets_nobody_write_is_named() {
    Path proc = Path.of("/proc/noetl/x.parquet");
    Noetl.Outcome outcome = export("--to", proc);
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.err()).startsWith("noetl: cannot export to " + proc + ": ").hasLineCount(1);
  }

  @Test
  void links_that_lead_round_in_a_circle_are_no_target() throws IOException {
    Path link = Files.createSymbolicLink(exports.resolve("a.parquet"), Path.of("b.parquet"));
    Files.createSymbolicLink(exports.resolve("b.parquet"), Path.of("a.parquet"));
    assertFails(
        link,
        "its symbolic links lead round in a circle; nothing under that name was changed; name the file itself, or mend the"
            + " links");
  }

  @Test
  void a_link_to_a_folder_is_no_target() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), exports);
    assertFails(link, "it is a folder; name a file in it");
  }

  @Test
  void a_link_stays_one_and_the_file_it_leads_to_is_replaced_or_made() throws IOException {
    Path there = Files.writeString(exports.resolve("there.parquet"), "before");
    Path missing = exports.resolve("missing/new.parquet");
    for (Path target : List.of(there, missing)) {
      Path link = Files.createSymbolicLink(folder.resolve("to-" + target.getFileName()), target);
      assertThat(export("--to", link).status()).isZero();
      assertThat(link).isSymbolicLink();
      assertThat(Noetl.run("verify", target).status()).isZero();
    }
  }

  @Test
  void a_link_to_the_store_is_no_target() throws IOException {
    Path link = Files.createSymbolicLink(exports.resolve("link.parquet"), store);
    Noetl.Outcome outcome = export("--to", link);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo("noetl: '" + link + "' cannot be both the store and the export; give each a file of its own\n");
    assertThat(Noetl.run("executions", "--duckdb", store).status()).isZero();
  }

  @Test
  void an_older_file_is_kept_when_that_is_asked_for() throws IOException {
    Path target = Files.writeString(exports.resolve("x.parquet"), "before");
    Noetl.Outcome outcome = export("--to", target, "--no-clobber");
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.err())
        .isEqualTo(
            "noetl: cannot export to %s: it exists, and was not to be overwritten; choose another name, or leave out"
                    .formatted(target)
                + " --no-clobber to replace it\n");
    assertThat(target).hasContent("before");
  }

  @Test
  void two_exports_to_one_target_at_the_same_time_leave_the_whole_file_of_one() throws Exception {
    Path other = folder.resolve("other.duckdb");
    RecordedStore.add(other, RecordedStore.steps("e2", "weather", "2026-01-31T00:00:00Z", 4000));
    Path target = exports.resolve("x.parquet");
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < 5; round++) {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Noetl.Outcome>> both =
            Stream.of(store, other).map(from -> threads.submit(() -> exportWhen(go, from, target))).toList();
        go.countDown();
        for (Future<Noetl.Outcome> one : both) {
          Noetl.Outcome outcome = one.get();
          assertThat(outcome.err()).isEmpty();
          assertThat(outcome.status()).isZero();
        }
        assertThat(Noetl.run("verify", target).out())
            .matches("(?s).*: proven, (3 rows, .* e1|4001 rows, .* e2) of weather\n");
        assertThat(exports).isDirectoryContaining(target::equals).isDirectoryNotContaining("glob:**.noetl-export-*");
      }
    }
  }

  private static Noetl.Outcome exportWhen(CountDownLatch go, Path from, Path target) throws InterruptedException {
    go.await();
    return Noetl.run("export", "--execution", "last", "--to", target, "--duckdb", from);
  }

  private Noetl.Outcome export(Object... options) {
    Object[] arguments =
        Stream.concat(Stream.of("export", "--execution", "last", "--duckdb", store), Stream.of(options)).toArray();
    return Noetl.run(arguments);
  }

  private void assertFails(Path target, String reason) {
    assertThat(export("--to", target))
        .isEqualTo(new Noetl.Outcome(3, "", "noetl: cannot export to " + target + ": " + reason + "\n"));
    assertThat(folder).isDirectoryNotContaining("glob:**.noetl-export-*");
    assertThat(exports).isDirectoryNotContaining("glob:**.noetl-export-*");
  }
}
