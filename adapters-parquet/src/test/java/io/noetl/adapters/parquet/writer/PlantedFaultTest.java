package io.noetl.adapters.parquet.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.adapters.parquet.verifier.ParquetExportInspector;
import io.noetl.application.error.ExportException;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.EventColumn;
import io.noetl.testkit.export.ListEventCursor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.parquet.format.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "DURATION,PLAIN,false", "EVENT_ID,DELTA_BYTE_ARRAY,false", "SEQUENCE,DELTA_BINARY_PACKED,false",
    "ATTEMPT,DELTA_BINARY_PACKED,false", "EVENT_TYPE,PLAIN,false", "WORKER_ID,RLE_DICTIONARY,false",
    "DURATION,PLAIN,true", "WORKER_ID,RLE_DICTIONARY,true", "CURRENT_INDEX,DELTA_BINARY_PACKED,true"
  })
  void a_bit_that_an_encoder_got_wrong_is_found_and_the_target_stays(EventColumn column, Encoding encoding, boolean levels)
      throws IOException {
    Path target = Files.writeString(folder.resolve("data.parquet"), "before");
    assertThatThrownBy(
            () ->
                exporter(new WrongBit(column, encoding, levels))
                    .export(
                        new ListEventCursor(TestExports.rows(600), 100),
                        TestExports.request(target, Compression.SNAPPY)))
        .isInstanceOf(ExportException.class)
        .hasMessageStartingWith("the file written for " + target + " did not prove good and was thrown away: ");
    assertThat(target).hasContent("before");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
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

  /** Flips a bit in the values, or in the levels, of the first page of a column in an encoding. */
  private static final class WrongBit extends ValueStage {

    private final EventColumn column;
    private final Encoding encoding;
    private final boolean levels;
    private final AtomicBoolean done = new AtomicBoolean();

    WrongBit(EventColumn column, Encoding encoding, boolean levels) {
      this.column = column;
      this.encoding = encoding;
      this.levels = levels;
    }

    @Override
    void page(EventColumn column, Encoding encoding, ByteBuffer page, int start, int end) {
      if (column == this.column && encoding == this.encoding && done.compareAndSet(false, true)) {
        int at = levels ? start + 5 : first(column, encoding, page, start, end);
        page.put(at, (byte) (page.get(at) ^ 2));
      }
    }
  }

  /** A byte that is no padding: in the first value, where those follow a header of the encoding. */
  private static int first(EventColumn column, Encoding encoding, ByteBuffer page, int start, int end) {
    int values = column.nullable() ? start + 4 + page.getInt(start) : start;
    return switch (encoding) {
      case DELTA_BINARY_PACKED -> values + 4;
      case RLE_DICTIONARY -> values + 2;
      default -> end - 1;
    };
  }

  /** A stage with a fault in one row, counted over batches of 100 rows. */
  private abstract static class OneFault extends ValueStage {

    private final EventColumn column;
    private int before;

    OneFault(EventColumn column, int before) {
      this.column = column;
      this.before = before;
    }

    @Override
    ColumnVector values(EventColumn column, ColumnVector vector) {
      if (column != this.column) {
        return vector;
      }
      int row = before;
      before -= 100;
      return row >= 0 && row < 100 ? faulty(vector, row) : vector;
    }

    abstract ColumnVector faulty(ColumnVector vector, int row);
  }

  /** Changes the least it can in one value of one column. */
  private static final class OneWrongValue extends OneFault {

    OneWrongValue(EventColumn column, int before) {
      super(column, before);
    }

    @Override
    ColumnVector faulty(ColumnVector vector, int fault) {
      return new ChangedVector(vector) {
        @Override
        public String textAt(int row) {
          return super.textAt(row) + (row == fault ? " " : "");
        }

        @Override
        public long longAt(int row) {
          return super.longAt(row) + (row == fault ? 1 : 0);
        }

        @Override
        public double doubleAt(int row) {
          return row == fault ? Math.nextUp(super.doubleAt(row)) : super.doubleAt(row);
        }
      };
    }
  }

  /** Loses one value of one column. */
  private static final class OneLostValue extends OneFault {

    OneLostValue(EventColumn column, int before) {
      super(column, before);
    }

    @Override
    ColumnVector faulty(ColumnVector vector, int fault) {
      return new ChangedVector(vector) {
        @Override
        public boolean isNull(int row) {
          return row == fault || super.isNull(row);
        }
      };
    }
  }

  /** A vector of a batch of 100 rows, to be changed in one. */
  private static class ChangedVector implements ColumnVector {

    private final ColumnVector vector;

    ChangedVector(ColumnVector vector) {
      this.vector = vector;
    }

    @Override
    public boolean isNull(int row) {
      return vector.isNull(row);
    }

    @Override
    public String textAt(int row) {
      return vector.textAt(row);
    }

    @Override
    public PackedTexts texts() {
      return PackedTexts.of(this, 100);
    }

    @Override
    public long longAt(int row) {
      return vector.longAt(row);
    }

    @Override
    public double doubleAt(int row) {
      return vector.doubleAt(row);
    }
  }
}
