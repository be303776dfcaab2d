package io.noetl.adapters.parquet.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.parquet.verifier.ParquetExportInspector;
import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.ExecutionDataExporter.Request;
import io.noetl.domain.event.EventColumn;
import io.noetl.testkit.export.ListEventCursor;
import io.noetl.testkit.export.Proofs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFileTest {

  @TempDir Path folder;

  private final ParquetExecutionDataExporter exporter =
      new ParquetExecutionDataExporter(new ParquetExportInspector());

  @Test
  void what_a_killed_export_left_is_swept_by_the_next_one() throws Exception {
    Process writer = anotherProcessInTheMiddleOfAnExport();
    assertThat(names()).hasSize(2).allMatch(name -> name.startsWith(".noetl-export-") && !name.endsWith(".parquet"));
    writer.destroyForcibly().waitFor();
    assertThat(names()).hasSize(2);
    export("data.parquet");
    assertThat(names()).containsExactly("data.parquet");
  }

  @Test
  void an_export_that_is_told_to_end_leaves_nothing_behind() throws Exception {
    Process writer = anotherProcessInTheMiddleOfAnExport();
    assertThat(names()).hasSize(2);
    writer.destroy();
    writer.waitFor();
    assertThat(names()).isEmpty();
  }

  @Test
  void an_export_of_another_process_that_is_under_way_is_left_alone() throws Exception {
    Process writer = anotherProcessInTheMiddleOfAnExport();
    List<String> before = names();
    export("data.parquet");
    assertThat(names()).hasSize(3).containsAll(before);
    writer.getOutputStream().write('\n');
    writer.getOutputStream().close();
    assertThat(writer.waitFor()).isZero();
    assertThat(names()).containsExactlyInAnyOrder("data.parquet", "other.parquet");
  }

  @Test
  void an_export_during_another_one_to_the_same_target_disturbs_neither() throws Exception {
    Path target = folder.resolve("data.parquet");
    EventCursor outer =
        new SideEffect(
            new ListEventCursor(TestExports.rows(300), 100),
            () -> {
              export("data.parquet");
              assertThat(new ParquetExportInspector().inspect(target))
                  .satisfies(Proofs.of("e-1", "weather", 2, Files.size(target)));
            });
    exporter.export(outer, TestExports.request(target, Compression.SNAPPY));
    assertThat(new ParquetExportInspector().inspect(target))
        .satisfies(Proofs.of("e-1", "weather", 300, Files.size(target)));
    assertThat(names()).containsExactly("data.parquet");
  }

  @Test
  void files_that_only_look_alike_are_left_alone() throws IOException {
    Files.writeString(folder.resolve(".noetl-export-notes.txt"), "mine");
    Files.writeString(folder.resolve("noetl-export-1.tmp"), "mine");
    export("data.parquet");
    assertThat(names()).containsExactlyInAnyOrder(".noetl-export-notes.txt", "noetl-export-1.tmp", "data.parquet");
  }

  @Test
  void a_file_whose_lock_is_gone_is_swept() throws IOException {
    Files.writeString(folder.resolve(".noetl-export-3a.tmp"), "half");
    Files.writeString(folder.resolve(".noetl-export-3b.lock"), "");
    export("data.parquet");
    assertThat(names()).containsExactly("data.parquet");
  }

  @Test
  void a_folder_is_swept_without_an_export_and_one_that_is_not_there_is_clean() throws IOException {
    Files.writeString(folder.resolve(".noetl-export-3a.tmp"), "half");
    Files.writeString(folder.resolve(".noetl-export-3a.lock"), "");
    Files.writeString(folder.resolve("data.parquet"), "whole");
    exporter.sweep(folder);
    exporter.sweep(folder.resolve("missing"));
    assertThat(names()).containsExactly("data.parquet");
  }

  private void export(String name) {
    exporter.export(
        new ListEventCursor(TestExports.rows(2), 2),
        TestExports.request(folder.resolve(name), Compression.SNAPPY));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private Process anotherProcessInTheMiddleOfAnExport() throws IOException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SlowExport.class.getName(),
                folder.resolve("other.parquet").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    byte[] ready = writer.getInputStream().readNBytes(5);
    assertThat(new String(ready, StandardCharsets.US_ASCII)).isEqualTo("ready");
    return writer;
  }

  /** An export that says when it has begun, and goes on when it is told to. */
  static final class SlowExport {

    private SlowExport() {}

    public static void main(String[] arguments) {
      EventCursor events =
          new SideEffect(
              new ListEventCursor(TestExports.rows(300), 100),
              () -> {
                System.out.print("ready");
                System.out.flush();
                assertThat(System.in.read()).isEqualTo('\n');
              });
      new ParquetExecutionDataExporter(new ParquetExportInspector())
          .export(
              events,
              new Request(Path.of(arguments[0]), Compression.SNAPPY, true, "e-1", "weather", "ab".repeat(32)));
    }
  }

  private interface Action {
    void run() throws IOException;
  }

  /** A cursor that does something between its first and its second batch. */
  private static final class SideEffect implements EventCursor {

    private final EventCursor cursor;
    private final Action action;
    private int batches;

    SideEffect(EventCursor cursor, Action action) {
      this.cursor = cursor;
      this.action = action;
    }

    @Override
    public boolean nextBatch() {
      batches++;
      if (batches == 2) {
        try {
          action.run();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return cursor.nextBatch();
    }

    @Override
    public int rows() {
      return cursor.rows();
    }

    @Override
    public ColumnVector column(EventColumn column) {
      return cursor.column(column);
    }

    @Override
    public void close() {
      cursor.close();
    }
  }
}
