package io.noetl.testkit.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.ExportException;
import io.noetl.application.port.ReportFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What writing the files of reports promises. */
public interface ReportFilesContract {

  /** What is held to the contract. */
  ReportFiles files();

  @Test
  default void a_file_appears_with_its_folders_and_its_size_is_told(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a/b/page.md");

    assertThat(files().write(file, out -> out.write("héllo".getBytes(UTF_8)))).isEqualTo(6);
    assertThat(Files.readString(file)).isEqualTo("héllo");
    assertThat(file.getParent()).isDirectoryNotContaining(other -> !other.equals(file));
  }

  @Test
  default void a_file_that_is_there_is_replaced(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("page.md"), "a longer text than the new one");

    files().write(file, out -> out.write('x'));

    assertThat(Files.readString(file)).isEqualTo("x");
  }

  @Test
  default void what_fails_half_way_leaves_the_old_file_and_nothing_else(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("page.md"), "old");

    assertThatThrownBy(
            () ->
                files()
                    .write(
                        file,
                        out -> {
                          out.write("half".getBytes(UTF_8));
                          throw new IOException("No space left on device");
                        }))
        .isInstanceOfSatisfying(
            ExportException.class, e -> assertThat(e.remedy()).startsWith("make room on it, or choose another folder"))
        .hasMessage("cannot write '" + file + "': the disk is full");
    assertThat(Files.readString(file)).isEqualTo("old");
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }

  @Test
  default void an_error_of_the_content_passes_through_and_leaves_nothing(@TempDir Path folder) {
    Path file = folder.resolve("page.md");

    assertThatThrownBy(
            () ->
                files()
                    .write(
                        file,
                        out -> {
                          throw new IllegalStateException("a defect");
                        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  default void a_folder_of_that_name_is_not_replaced(@TempDir Path folder) throws IOException {
    Path file = Files.createDirectory(folder.resolve("page.md"));

    assertThatThrownBy(() -> files().write(file, out -> out.write('x')))
        .isInstanceOf(ExportException.class)
        .hasMessage("cannot write '" + file + "': it is a folder, not a file");
  }

  @Test
  default void a_folder_that_is_a_file_is_refused(@TempDir Path folder) throws IOException {
    Path taken = Files.writeString(folder.resolve("taken"), "x");
    Path file = taken.resolve("page.md");

    assertThatThrownBy(() -> files().write(file, out -> out.write('x')))
        .isInstanceOf(ExportException.class)
        .hasMessage("cannot write '" + file + "': '" + taken + "' is a file, not a folder");
  }
}
