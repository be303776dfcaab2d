package io.noetl.adapters.report.file;

import io.noetl.application.port.ReportFiles;
import io.noetl.testkit.report.ReportFilesContract;

class WholeReportFilesTest implements ReportFilesContract {

  @Override
  public ReportFiles files() {
    return new WholeReportFiles();
  }
}
