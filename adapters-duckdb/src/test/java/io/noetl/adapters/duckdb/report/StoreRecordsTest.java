package io.noetl.adapters.duckdb.report;

import io.noetl.adapters.duckdb.store.DuckDbEventStore;
import io.noetl.application.port.ExecutionRecords;
import io.noetl.testkit.report.ExecutionRecordsContract;
import io.noetl.testkit.store.SampleExecution;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** A store that holds another execution as well. */
class StoreRecordsTest implements ExecutionRecordsContract {

  @TempDir Path folder;

  @Override
  public ExecutionRecords.Opened sample() {
    Path store = folder.resolve("noetl.duckdb");
    try (DuckDbEventStore events = DuckDbEventStore.open(store)) {
      SampleExecution.events("another").forEach(events::append);
      SampleExecution.events(EXECUTION_ID).forEach(events::append);
    }
    return new DuckDbExecutionRecords().openStore(source(), store, EXECUTION_ID, null);
  }

  @Override
  public String source() {
    return "the store";
  }

  @Override
  public String timestampType() {
    return "TIMESTAMP";
  }
}
