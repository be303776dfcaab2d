package io.noetl.adapters.parquet.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.adapters.parquet.verifier.ParquetExportInspector;
import io.noetl.application.error.ExportException;
import io.noetl.application.port.ExecutionDataExporter;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.ExecutionDataExporter.Request;
import io.noetl.application.port.ExportInspector;
import io.noetl.application.port.ExportInspector.Verdict;
import io.noetl.domain.event.EventColumn;
import io.noetl.testkit.export.EventRow;
import io.noetl.testkit.export.ExecutionDataExporterContract;
import io.noetl.testkit.export.ListEventCursor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParquetExecutionDataExporterTest extends ExecutionDataExporterContract {

  private final ParquetExecutionDataExporter exporter =
      new ParquetExecutionDataExporter(new ParquetExportInspector());

  @Override
  protected ExecutionDataExporter exporter() {
    return exporter;
  }

  @Override
  protected ExportInspector inspector() {
    return new ParquetExportInspector();
  }

  @Test
  void a_link_stays_a_link_and_what_it_points_at_is_replaced() throws IOException {
    Path real = Files.writeString(Files.createDirectory(folder.resolve("real")).resolve("data.parquet"), "before");
    Path link = Files.createSymbolicLink(folder.resolve("link.parquet"), Path.of("real/data.parquet"));
    export(link, true);
    assertThat(link).isSymbolicLink();
    assertThat(inspector().inspect(real)).isInstanceOf(Verdict.Proven.class);
  }

  @Test
  void a_link_that_leads_nowhere_gets_the_file_it_points_at() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.parquet"), Path.of("new/data.parquet"));
    export(link, true);
    assertThat(inspector().inspect(folder.resolve("new/data.parquet"))).isInstanceOf(Verdict.Proven.class);
  }

  @Test
  void a_link_that_leads_nowhere_is_there_for_an_export_without_overwrite() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.parquet"), Path.of("new/data.parquet"));
    assertRefused(
        link,
        false,
        "cannot export to " + link + ": it exists, and was not to be overwritten",
        "choose another name, or leave out --no-clobber to replace it");
  }

  @Test
  void links_in_a_circle_are_refused() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("a.parquet"), Path.of("b.parquet"));
    Files.createSymbolicLink(folder.resolve("b.parquet"), Path.of("a.parquet"));
    assertRefused(
        link,
        true,
        "cannot export to " + link
            + ": its symbolic links lead round in a circle; nothing under that name was changed",
        "name the file itself, or mend the links");
  }

  @Test
  void a_folder_is_refused_by_name() {
    assertRefused(folder, true, "cannot export to " + folder + ": it is a folder", "name a file in it");
  }

  @Test
  void a_device_is_refused() {
    assertRefused(
        Path.of("/dev/null"),
        true,
        "cannot export to /dev/null: it is a device or a pipe, not a file",
        "name a regular file");
  }

  @Test
  void a_file_in_the_place_of_a_folder_is_named() throws IOException {
    Path file = Files.writeString(folder.resolve("data"), "before");
    Path target = file.resolve("data.parquet");
    assertRefused(
        target,
        true,
        "cannot export to " + target + ": " + file + " is a file, not a folder; nothing under that name was changed",
        "choose another folder, or rename that file");
  }

  @Test
  void a_name_that_is_too_long_is_refused_before_anything_is_written() throws IOException {
    Path target = folder.resolve("x".repeat(300));
    assertRefused(
        target,
        true,
        "cannot export to " + target + ": the name is too long for the disk; nothing under that name was changed",
        "choose a shorter name");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void the_longest_name_is_fine() {
    Path target = folder.resolve("x".repeat(255));
    export(target, true);
    assertThat(target).isRegularFile();
  }

  @Test
  void a_file_that_only_its_owner_may_read_stays_so() throws IOException {
    Path target = Files.writeString(folder.resolve("data.parquet"), "before");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
    export(target, true);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target))).isEqualTo("rw-------");
  }

  @Test
  void rows_out_of_order_are_refused() {
    Path target = folder.resolve("data.parquet");
    List<EventRow> rows = List.of(EventRow.bare("e-1", 0), EventRow.bare("e-1", 2), EventRow.bare("e-1", 1));
    assertThatThrownBy(() -> exporter.export(new ListEventCursor(rows, 2), request(target, true)))
        .isInstanceOf(ExportException.class)
        .hasMessage("the store handed over the event with sequence 1 after the one with 2");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_row_without_a_value_that_every_row_has_is_refused() {
    Path target = folder.resolve("data.parquet");
    List<EventRow> rows = List.of(EventRow.bare("e-1", 0).with(EventColumn.STATUS, null));
    assertThatThrownBy(() -> exporter.export(new ListEventCursor(rows, 2), request(target, true)))
        .isInstanceOf(ExportException.class)
        .hasMessage("the store handed over a row without a value in column status, which always has one");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void half_a_surrogate_pair_is_refused_and_never_written_as_a_question_mark() {
    Path target = folder.resolve("data.parquet");
    List<EventRow> rows = List.of(EventRow.bare("e-1", 0).with(EventColumn.ERROR, "ab\ud800c"));
    assertThatThrownBy(() -> exporter.export(new ListEventCursor(rows, 2), request(target, true)))
        .isInstanceOf(ExportException.class)
        .hasMessage(
            "column error holds half a surrogate pair, U+D800 at character 2 of 4: that is no text, and UTF-8 cannot"
                + " hold it");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void an_interrupted_thread_still_exports_and_stays_interrupted() {
    Path target = folder.resolve("data.parquet");
    Thread.currentThread().interrupt();
    export(target, true);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(inspector().inspect(target)).isInstanceOf(Verdict.Proven.class);
  }

  private void assertRefused(Path target, boolean overwrite, String message, String remedy) {
    assertThatThrownBy(() -> export(target, overwrite))
        .isInstanceOfSatisfying(
            ExportException.class, e -> assertThat(e.remedy()).isEqualTo(remedy))
        .hasMessage(message);
  }

  private void export(Path target, boolean overwrite) {
    exporter.export(
        new ListEventCursor(List.of(EventRow.bare("e-1", 0), EventRow.full("e-1", 1)), 2), request(target, overwrite));
  }

  private static Request request(Path target, boolean overwrite) {
    return new Request(target, Compression.SNAPPY, overwrite, "e-1", "weather", "ab".repeat(32));
  }
}
