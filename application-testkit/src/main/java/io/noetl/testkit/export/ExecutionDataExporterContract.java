package io.noetl.testkit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.ExportException;
import io.noetl.application.error.StoreException;
import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.ExecutionDataExporter;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.ExecutionDataExporter.ExportedFile;
import io.noetl.application.port.ExecutionDataExporter.Request;
import io.noetl.application.port.ExportInspector;
import io.noetl.application.port.ExportInspector.Verdict;
import io.noetl.domain.event.EventColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link ExecutionDataExporter} does: the whole proven file appears under the name, or nothing changes. */
public abstract class ExecutionDataExporterContract {

  private static final String SHA256 = "ab".repeat(32);

  @TempDir protected Path folder;

  /** The exporter under test. */
  protected abstract ExecutionDataExporter exporter();

  /** What proves its files. */
  protected abstract ExportInspector inspector();

  @ParameterizedTest
  @EnumSource(Compression.class)
  public void an_exported_file_proves_good(Compression compression) throws IOException {
    Path target = folder.resolve("data.parquet");
    ExportedFile file = export(rows(300), new Request(target, compression, true, "e-1", "weather", SHA256));
    assertThat(file).isEqualTo(new ExportedFile(target, 300, Files.size(target)));
    assertThat(inspector().inspect(target)).satisfies(Proofs.of("e-1", "weather", 300, Files.size(target)));
  }

  @Test
  public void a_file_of_no_rows_proves_good() throws IOException {
    Path target = folder.resolve("data.parquet");
    export(List.of(), request(target, true));
    assertThat(inspector().inspect(target)).satisfies(Proofs.of("e-1", "weather", 0, Files.size(target)));
  }

  @Test
  public void missing_parent_folders_are_created() {
    Path target = folder.resolve("data/exports/data.parquet");
    export(rows(1), request(target, true));
    assertThat(target).isRegularFile();
  }

  @Test
  public void an_older_file_is_replaced() throws IOException {
    Path target = Files.writeString(folder.resolve("data.parquet"), "before");
    export(rows(1), request(target, true));
    assertThat(inspector().inspect(target)).isInstanceOf(Verdict.Proven.class);
    assertNothingElseIn(folder, target);
  }

  @Test
  public void an_older_file_is_not_replaced_without_overwrite() throws IOException {
    Path target = Files.writeString(folder.resolve("data.parquet"), "before");
    assertThatThrownBy(() -> export(rows(1), request(target, false))).isInstanceOf(ExportException.class);
    assertThat(target).hasContent("before");
    assertNothingElseIn(folder, target);
  }

  @Test
  public void a_new_file_appears_without_overwrite() throws IOException {
    Path target = folder.resolve("data.parquet");
    export(rows(1), request(target, false));
    assertThat(inspector().inspect(target)).isInstanceOf(Verdict.Proven.class);
    assertNothingElseIn(folder, target);
  }

  @Test
  public void a_folder_is_no_target() throws IOException {
    Path target = Files.createDirectory(folder.resolve("data.parquet"));
    assertThatThrownBy(() -> export(rows(1), request(target, true))).isInstanceOf(ExportException.class);
    assertThat(target).isEmptyDirectory();
    assertNothingElseIn(folder, target);
  }

  @Test
  public void a_file_is_no_parent_folder() throws IOException {
    Path parent = Files.writeString(folder.resolve("data"), "before");
    assertThatThrownBy(() -> export(rows(1), request(parent.resolve("data.parquet"), true)))
        .isInstanceOf(ExportException.class);
    assertThat(parent).hasContent("before");
  }

  @Test
  public void a_store_that_fails_midway_leaves_everything_as_it_was() throws IOException {
    Path target = Files.writeString(folder.resolve("data.parquet"), "before");
    EventCursor failing = new FailingCursor(new ListEventCursor(rows(100), 10), 5);
    assertThatThrownBy(() -> exporter().export(failing, request(target, true)))
        .isInstanceOf(StoreException.class)
        .hasMessage("The store went away");
    assertThat(target).hasContent("before");
    assertNothingElseIn(folder, target);
  }

  @Test
  public void the_size_of_batches_does_not_show_in_the_file() throws IOException {
    Path single = folder.resolve("single.parquet");
    Path whole = folder.resolve("whole.parquet");
    exporter().export(new ListEventCursor(rows(300), 1), request(single, true));
    exporter().export(new ListEventCursor(rows(300), 2048), request(whole, true));
    assertThat(single).hasSameBinaryContentAs(whole);
  }

  private ExportedFile export(List<EventRow> rows, Request request) {
    return exporter().export(new ListEventCursor(rows, 100), request);
  }

  private static Request request(Path target, boolean overwrite) {
    return new Request(target, Compression.SNAPPY, overwrite, "e-1", "weather", SHA256);
  }

  private static List<EventRow> rows(int count) {
    return LongStream.range(0, count)
        .mapToObj(i -> i % 3 == 0 ? EventRow.bare("e-1", i) : EventRow.full("e-1", i))
        .toList();
  }

  private static void assertNothingElseIn(Path folder, Path file) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  /** Hands out a few batches and then fails. */
  private static final class FailingCursor implements EventCursor {

    private final EventCursor cursor;
    private int batchesLeft;

    FailingCursor(EventCursor cursor, int batches) {
      this.cursor = cursor;
      this.batchesLeft = batches;
    }

    @Override
    public boolean nextBatch() {
      if (batchesLeft == 0) {
        throw new StoreException("The store went away", "Bring it back");
      }
      batchesLeft--;
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
