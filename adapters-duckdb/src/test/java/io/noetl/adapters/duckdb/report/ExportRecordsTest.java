package io.noetl.adapters.duckdb.report;

import io.noetl.application.port.ExecutionRecords;
import io.noetl.testkit.report.ExecutionRecordsContract;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A Parquet file with all columns; its name is a pattern, which must be taken as it is. */
class ExportRecordsTest implements ExecutionRecordsContract {

  private static final String NAME = "it's [1]*.parquet";

  @TempDir Path folder;

  @Override
  public ExecutionRecords.Opened sample() {
    Path file = new SampleExports(folder).write(NAME, EXECUTION_ID, SampleExports.ALL, "true");
    return new DuckDbExecutionRecords().openFiles(source(), List.of(file), null);
  }

  @Override
  public String source() {
    return folder.resolve(NAME).toString();
  }
}
