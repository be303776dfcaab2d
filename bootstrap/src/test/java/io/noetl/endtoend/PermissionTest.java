package io.noetl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and folders that may not be read or written: one line, and the documented status. */
class PermissionTest {

  @TempDir Path folder;
  private Path export;
  private Path store;
  private Path closed;

  @BeforeEach
  void an_export_and_its_store_and_a_closed_folder() throws IOException {
    export = folder.resolve("data.parquet");
    store = folder.resolve("noetl.duckdb");
    Noetl.run("run", Repository.playbook("hello_example"), "--quiet", "--duckdb", store, "--export", export);
    closed = Files.createDirectory(folder.resolve("closed"));
    allow(closed, "r-xr-xr-x");
  }

  @AfterEach
  void open() throws IOException {
    allow(closed, "rwxr-xr-x");
  }

  @Test
  void an_export_that_may_not_be_read_is_verified_and_reported_on_by_nobody() throws Exception {
    allow(export, "---------");
    assertRefused(
        3,
        "noetl: '" + export + "' cannot be read: it may not be read: you have no permission to, on the file or on a folder above"
            + " it; have the permissions changed (chmod u+r), or verify it as the user who owns it\n",
        "report", "--input", export, "--output-dir", folder.resolve("report"));
    assertThat(folder.resolve("report")).doesNotExist();
  }

  @Test
  void a_store_that_may_not_be_read_is_named() throws Exception {
    allow(store, "---------");
    Noetl.Outcome outcome = run("report", "--duckdb", store, "--output-dir", folder.resolve("report"));
    assertThat(outcome.status()).isEqualTo(4);
    assertThat(outcome.err()).hasLineCount(1).startsWith("noetl: ").contains(store.toString(), "permission");
  }

  @Test
  void a_report_into_a_closed_folder_is_refused() throws Exception {
    Noetl.Outcome outcome = run("report", "--input", export, "--quiet", "--output-dir", closed.resolve("report"));
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.err()).hasLineCount(1).startsWith("noetl: ").contains(closed.toString(), "permission");
    assertThat(closed).isEmptyDirectory();
  }

  @Test
  void an_export_into_a_closed_folder_is_refused() throws Exception {
    Path target = closed.resolve("data.parquet");
    assertRefused(
        3,
        "noetl: cannot export to " + target + ": no permission to write to the folder " + closed
            + "; nothing under that name was changed; choose a folder that you may write to, or have its permissions changed\n",
        "export", "--execution", "last", "--duckdb", store, "--to", target);
    assertThat(closed).isEmptyDirectory();
  }

  private void assertRefused(int status, String line, Object... arguments) throws Exception {
    Noetl.Outcome outcome = run(arguments);
    assertThat(outcome.err()).isEqualTo(line);
    assertThat(outcome.status()).isEqualTo(status);
  }

  private Noetl.Outcome run(Object... arguments) throws Exception {
    try (ChildProcess noetl = ChildProcess.obeyingPermissions(folder, "io.noetl.bootstrap.Main", arguments)) {
      return noetl.end();
    }
  }

  private static void allow(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
