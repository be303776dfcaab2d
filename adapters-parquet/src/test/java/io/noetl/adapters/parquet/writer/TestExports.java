package io.noetl.adapters.parquet.writer;

import io.noetl.adapters.parquet.verifier.ParquetExportInspector;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.ExecutionDataExporter.Request;
import io.noetl.testkit.export.EventRow;
import io.noetl.testkit.export.ListEventCursor;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/** Exports for the tests of this module. */
public final class TestExports {

  private TestExports() {}

  /** Settings that make several row groups and pages of few rows. */
  static WriterSettings small(ValueStage stage) {
    return new WriterSettings(1 << 20, 256, 4096, 100, 4096, stage);
  }

  static Request request(Path target, Compression compression) {
    return new Request(target, compression, true, "e-1", "weather", "ab".repeat(32));
  }

  /** Writes a file with several row groups and several pages in each column chunk. */
  public static void write(Path target, List<EventRow> rows, Compression compression) {
    new ParquetExecutionDataExporter(
            new ParquetExportInspector(), small(ValueStage.UNCHANGED), new FileOperations())
        .export(new ListEventCursor(rows, 100), request(target, compression));
  }

  /** Rows of execution {@code e-1}, every third without anything in the columns that may be null. */
  public static List<EventRow> rows(int count) {
    return LongStream.range(0, count)
        .mapToObj(i -> i % 3 == 0 ? EventRow.bare("e-1", i) : EventRow.full("e-1", i))
        .toList();
  }
}
