package io.noetl.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.noetl.adapters.report.LocalReportRenderers;
import io.noetl.adapters.report.file.WholeReportFiles;
import io.noetl.application.analysis.ReportWriting;
import io.noetl.application.analysis.WriteReport;
import io.noetl.application.port.ReportFiles;
import io.noetl.application.port.ReportRenderers;

/** Making the files of reports. */
final class ReportModule extends AbstractModule {

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
