package io.noetl.adapters.report;

import io.noetl.adapters.report.html.HtmlPage;
import io.noetl.adapters.report.page.MarkdownPage;
import io.noetl.adapters.report.plot.StepDurationsPlot;
import io.noetl.adapters.report.plot.TimelinePlot;
import io.noetl.adapters.report.table.CsvTable;
import io.noetl.adapters.report.table.JsonTable;
import io.noetl.application.analysis.ReportTable;
import io.noetl.application.port.ReportRenderer;
import io.noetl.application.port.ReportRenderers;
import java.util.ArrayList;
import java.util.List;

/** Every renderer of this module. */
public final class LocalReportRenderers implements ReportRenderers {

  @Override
  public List<ReportRenderer> all() {
    List<ReportRenderer> all = new ArrayList<>();
    for (ReportTable table : ReportTable.values()) {
      all.add(new CsvTable(table));
      all.add(new JsonTable(table));
    }
    all.add(new StepDurationsPlot());
    all.add(new TimelinePlot());
    all.add(new MarkdownPage());
    all.add(new HtmlPage());
    return List.copyOf(all);
  }
}
