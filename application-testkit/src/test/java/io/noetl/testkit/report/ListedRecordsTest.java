package io.noetl.testkit.report;

import io.noetl.application.port.ExecutionRecords;

/** Holds the fake to the contract of what it stands for. */
class ListedRecordsTest implements ExecutionRecordsContract {

  @Override
  public ExecutionRecords.Opened sample() {
    return SampleReport.records(EXECUTION_ID, source());
  }

  @Override
  public String source() {
    return "sample";
  }
}
