package io.noetl.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.noetl.adapters.duckdb.report.DuckDbExecutionRecords;
import io.noetl.adapters.report.LocalReportRenderers;
import io.noetl.adapters.report.file.WholeReportFiles;
import io.noetl.application.analysis.AnalyzeExecution;
import io.noetl.application.analysis.ReportAnalysis;
import io.noetl.application.analysis.ReportWriting;
import io.noetl.application.analysis.WriteReport;
import io.noetl.application.port.EventStores;
import io.noetl.application.port.ExecutionRecords;
import io.noetl.application.port.ExportInspector;
import io.noetl.application.port.ReportFiles;
import io.noetl.application.port.ReportRenderers;

/** Analysing executions, and making the files of reports. */
final class ReportModule extends AbstractModule {

  @Provides
  ExecutionRecords records() {
    return new DuckDbExecutionRecords();
  }

  @Provides
  AnalyzeExecution analysis(ExecutionRecords records, EventStores stores, ExportInspector inspector) {
    return new ReportAnalysis(records, stores, inspector);
  }

  @Provides
  ReportRenderers renderers() {
    return new LocalReportRenderers();
  }

  @Provides
  ReportFiles files() {
    return new WholeReportFiles();
  }

  @Provides
  WriteReport writing(ReportRenderers renderers, ReportFiles files) {
    return new ReportWriting(renderers, files);
  }
}
