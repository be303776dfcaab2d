package io.noetl.adapters.parquet.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.adapters.parquet.verifier.ParquetExportInspector;
import io.noetl.application.error.ExportException;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.domain.event.EventColumn;
import io.noetl.testkit.export.ListEventCursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * An encoder that writes one wrong value, before the page checksum and the file's seal are taken over it: only the
 * digests of what came out of the cursor can find it.
 */
class PlantedFaultTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(EventColumn.class)
  void a_wrong_value_in_any_column_is_found_and_the_target_stays(EventColumn column) throws IOException {
    assertRefused(new OneWrongValue(column, 250), column);
  }

  @ParameterizedTest
  @EnumSource(
      value = EventColumn.class,
      mode = Mode.INCLUDE,
      names = {
        "PARENT_EVENT_ID", "DURATION", "INPUT_CONTEXT", "OUTPUT_RESULT", "METADATA", "ERROR", "ATTEMPT", "LOOP_NAME",
        "CURRENT_INDEX", "WORKER_ID"
      })
  void a_value_that_turned_null_is_found_and_the_target_stays(EventColumn column) throws IOException {
    assertRefused(new OneLostValue(column, 250), column);
  }

  @Test
  void without_a_fault_the_same_rows_prove_good() throws IOException {
    Path target = folder.resolve("data.parquet");
    exporter(ValueStage.UNCHANGED)
        .export(new ListEventCursor(TestExports.rows(600), 100), TestExports.request(target, Compression.SNAPPY));
    assertThat(target).isRegularFile();
  }

  private void assertRefused(ValueStage fault, EventColumn column) throws IOException {
    Path target = Files.writeString(folder.resolve("data.parquet"), "before");
    assertThatThrownBy(
            () ->
                exporter(fault)
                    .export(
                        new ListEventCursor(TestExports.rows(600), 100),
                        TestExports.request(target, Compression.SNAPPY)))
        .isInstanceOf(ExportException.class)
        .hasMessage(
            "the file written for " + target + " did not prove good and was thrown away: the values of column "
                + column.columnName() + " are not those that were exported: the digest differs");
    assertThat(target).hasContent("before");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  private static ParquetExecutionDataExporter exporter(ValueStage stage) {
    return new ParquetExecutionDataExporter(
        new ParquetExportInspector(), TestExports.small(stage), new FileOperations());
  }

  /** Changes the least it can in one value of one column. */
  private static final class OneWrongValue extends ValueStage {

    private final EventColumn column;
    private int before;

    OneWrongValue(EventColumn column, int before) {
      this.column = column;
      this.before = before;
    }

    @Override
    byte[] text(EventColumn column, byte[] utf8) {
      return isIt(column) ? (new String(utf8, StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8) : utf8;
    }

    @Override
    long number(EventColumn column, long value) {
      return isIt(column) ? value + 1 : value;
    }

    @Override
    double real(EventColumn column, double value) {
      return isIt(column) ? Math.nextUp(value) : value;
    }

    private boolean isIt(EventColumn column) {
      return column == this.column && before-- == 0;
    }
  }

  /** Loses one value of one column. */
  private static final class OneLostValue extends ValueStage {

    private final EventColumn column;
    private int before;

    OneLostValue(EventColumn column, int before) {
      this.column = column;
      this.before = before;
    }

    @Override
    boolean isNull(EventColumn column, boolean isNull) {
      return isNull || (column == this.column && before-- == 0);
    }
  }
}
