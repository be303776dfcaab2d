package io.noetl.adapters.parquet.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.adapters.parquet.verifier.ParquetExportInspector;
import io.noetl.application.error.ExportException;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.ExecutionDataExporter.Request;
import io.noetl.application.port.ExportInspector.Verdict;
import io.noetl.testkit.export.ListEventCursor;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file system that fails at any one step: the older file stays, nothing is left behind, the message helps. */
class FailingFileSystemTest {

  private static final String UNCHANGED = "; nothing under that name was changed";

  @TempDir Path folder;
  private Path target;

  @BeforeEach
  void an_older_file() throws IOException {
    target = Files.writeString(folder.resolve("data.parquet"), "before");
  }

  @Test
  void a_disk_that_is_full_after_any_number_of_bytes_changes_nothing() throws IOException {
    int size = sizeOfExport();
    for (int room = 0; room < size; room += 1499) {
      assertFails(
          new FullDisk(room), "the disk is full", "make room on it, or export to another disk");
    }
  }

  @Test
  void a_used_up_quota_is_named() throws IOException {
    assertFails(
        failing(Step.SYNC, new IOException("Disk quota exceeded")),
        "your disk quota is used up",
        "delete files of yours, or export to another disk");
  }

  @Test
  void a_folder_without_permission_is_named() throws IOException {
    assertFails(
        failing(Step.CREATE, new AccessDeniedException("/data/exports")),
        "no permission to write /data/exports",
        "choose a folder that you may write to, or have its permissions changed");
  }

  @Test
  void a_folder_that_lets_nobody_write_is_named_and_not_the_file_that_could_not_be_made_in_it() throws IOException {
    assertFails(
        failing(Step.CREATE, new AccessDeniedException("/data/exports/.noetl-export-1.lock")),
        "no permission to write to the folder /data/exports",
        "choose a folder that you may write to, or have its permissions changed");
  }

  @Test
  void a_folder_that_is_gone_is_named() throws IOException {
    assertFails(
        failing(Step.CREATE, new NoSuchFileException("/data/exports/.noetl-export-1.tmp")),
        "the folder /data/exports cannot be made, or was deleted meanwhile",
        "choose another folder");
    assertFails(
        failing(Step.CREATE, new NoSuchFileException("/proc/exports")),
        "the folder /proc/exports cannot be made, or was deleted meanwhile",
        "choose another folder");
  }

  @Test
  void no_path_stands_for_a_reason() throws IOException {
    String remedy = "mend the cause, or export to another folder";
    assertFails(
        failing(Step.REPLACE, new AtomicMoveNotSupportedException("/data/x", "/data/y", null)),
        "the file system refused it (AtomicMoveNotSupportedException)",
        remedy);
    assertFails(
        failing(Step.CREATE, new FileNotFoundException("/data/.noetl-export-1.tmp (Too many open files)")),
        "Too many open files",
        remedy);
  }

  @Test
  void a_read_only_disk_is_named() throws IOException {
    assertFails(
        failing(Step.CREATE, new FileSystemException("/data/x", null, "Read-only file system")),
        "the disk is mounted read-only",
        "export to another folder");
  }

  @Test
  void a_disk_that_fails_to_sync_changes_nothing() throws IOException {
    assertFails(
        failing(Step.SYNC, new IOException("Input/output error")),
        "Input/output error",
        "mend the cause, or export to another folder");
  }

  @Test
  void a_file_that_fails_to_close_changes_nothing() throws IOException {
    assertFails(
        failing(Step.CLOSE, new IOException("Input/output error")),
        "Input/output error",
        "mend the cause, or export to another folder");
  }

  @Test
  void a_rename_that_fails_changes_nothing() throws IOException {
    assertFails(
        failing(Step.REPLACE, new AccessDeniedException(target.toString())),
        "no permission to write to the folder " + folder,
        "choose a folder that you may write to, or have its permissions changed");
  }

  @Test
  void a_folder_that_cannot_be_synced_is_no_failure() {
    export(failing(Step.SYNC_FOLDER, new IOException("Invalid argument")), true);
    assertThat(new ParquetExportInspector().inspect(target)).isInstanceOf(Verdict.Proven.class);
  }

  @Test
  void a_file_that_appears_meanwhile_is_not_overwritten() throws IOException {
    Files.delete(target);
    FileOperations meanwhile =
        new FileOperations() {
          @Override
          void link(Path file, Path name) throws IOException {
            Files.writeString(name, "before");
            super.link(file, name);
          }
        };
    assertThatThrownBy(() -> export(meanwhile, false))
        .isInstanceOf(ExportException.class)
        .hasMessage("cannot export to " + target + ": it exists, and was not to be overwritten");
    assertUntouched();
  }

  @Test
  void without_links_a_new_file_is_moved_to_its_name() throws IOException {
    Files.delete(target);
    export(failing(Step.LINK, new FileSystemException("x", "y", "Operation not permitted")), false);
    assertThat(new ParquetExportInspector().inspect(target)).isInstanceOf(Verdict.Proven.class);
  }

  @Test
  void without_links_a_file_that_appears_meanwhile_is_not_overwritten() throws IOException {
    Files.delete(target);
    FileOperations meanwhile =
        new FileOperations() {
          @Override
          void link(Path file, Path name) throws IOException {
            Files.writeString(name, "before");
            throw new UnsupportedOperationException();
          }
        };
    assertThatThrownBy(() -> export(meanwhile, false)).isInstanceOf(ExportException.class);
    assertUntouched();
  }

  @Test
  void bytes_that_changed_on_their_way_to_the_disk_are_found() throws IOException {
    int size = sizeOfExport();
    for (int at = 0; at < size; at += 997) {
      int changed = at;
      assertThatThrownBy(() -> export(new ChangedByte(changed), true))
          .as("byte %d", at)
          .isInstanceOf(ExportException.class)
          .hasMessageStartingWith("the file written for " + target + " did not prove good and was thrown away: ");
      assertUntouched();
    }
  }

  private void assertFails(FileOperations files, String reason, String remedy) throws IOException {
    assertThatThrownBy(() -> export(files, true))
        .hasMessage("cannot export to " + target + ": " + reason + UNCHANGED)
        .isInstanceOfSatisfying(ExportException.class, e -> assertThat(e.remedy()).isEqualTo(remedy));
    assertUntouched();
  }

  private void assertUntouched() throws IOException {
    assertThat(target).hasContent("before");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  private int sizeOfExport() throws IOException {
    Path other = folder.resolve("other.parquet");
    new ParquetExecutionDataExporter(
            new ParquetExportInspector(), TestExports.small(ValueStage.UNCHANGED), new FileOperations())
        .export(new ListEventCursor(TestExports.rows(500), 100), TestExports.request(other, Compression.SNAPPY));
    int size = (int) Files.size(other);
    Files.delete(other);
    return size;
  }

  private void export(FileOperations files, boolean overwrite) {
    new ParquetExecutionDataExporter(
            new ParquetExportInspector(), TestExports.small(ValueStage.UNCHANGED), files)
        .export(
            new ListEventCursor(TestExports.rows(500), 100),
            new Request(target, Compression.SNAPPY, overwrite, "e-1", "weather", "ab".repeat(32)));
  }

  private enum Step {
    CREATE,
    SYNC,
    CLOSE,
    REPLACE,
    LINK,
    SYNC_FOLDER
  }

  private static FileOperations failing(Step step, IOException failure) {
    return new FileOperations() {
      @Override
      Output create(Path file) throws IOException {
        fail(Step.CREATE);
        return new Wrapped(super.create(file)) {
          @Override
          public void sync() throws IOException {
            fail(Step.SYNC);
            super.sync();
          }

          @Override
          public void close() throws IOException {
            super.close();
            fail(Step.CLOSE);
          }
        };
      }

      @Override
      void replace(Path file, Path name) throws IOException {
        fail(Step.REPLACE);
        super.replace(file, name);
      }

      @Override
      void link(Path file, Path name) throws IOException {
        fail(Step.LINK);
        super.link(file, name);
      }

      @Override
      void syncFolder(Path folder) throws IOException {
        fail(Step.SYNC_FOLDER);
      }

      private void fail(Step here) throws IOException {
        if (here == step) {
          throw failure;
        }
      }
    };
  }

  /** Has room for so many bytes. */
  private static final class FullDisk extends FileOperations {

    private int room;

    FullDisk(int room) {
      this.room = room;
    }

    @Override
    Output create(Path file) throws IOException {
      return new Wrapped(super.create(file)) {
        @Override
        public void write(ByteBuffer bytes) throws IOException {
          room -= bytes.remaining();
          if (room < 0) {
            throw new IOException("No space left on device");
          }
          super.write(bytes);
        }
      };
    }
  }

  /** Changes one byte after everything of ours has seen it. */
  private static final class ChangedByte extends FileOperations {

    private final int at;

    ChangedByte(int at) {
      this.at = at;
    }

    @Override
    Output create(Path file) throws IOException {
      return new Wrapped(super.create(file)) {
        private int position;

        @Override
        public void write(ByteBuffer bytes) throws IOException {
          byte[] copy = new byte[bytes.remaining()];
          bytes.get(copy);
          if (at >= position && at < position + copy.length) {
            copy[at - position] ^= 0x10;
          }
          position += copy.length;
          super.write(ByteBuffer.wrap(copy));
        }
      };
    }
  }

  private static class Wrapped implements FileOperations.Output {

    private final FileOperations.Output output;

    Wrapped(FileOperations.Output output) {
      this.output = output;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      output.write(bytes);
    }

    @Override
    public void flush() throws IOException {
      output.flush();
    }

    @Override
    public void sync() throws IOException {
      output.sync();
    }

    @Override
    public void close() throws IOException {
      output.close();
    }
  }
}
