package io.noetl.adapters.report.plot;

import io.noetl.application.port.Report;
import io.noetl.application.report.ExecutionOverview;
import java.util.List;

/** Says in one line below a title what a picture is about. */
final class PlotHeading {

  private PlotHeading() {}

  static String of(Report report) {
    List<ExecutionOverview> executions = report.analysis().executions();
    String events = PlotText.count(report.analysis().events()) + " events";
    if (executions.size() != 1) {
      return PlotText.of(report.analysis().source() + " · " + executions.size() + " executions · " + events);
    }
    ExecutionOverview only = executions.getFirst();
    String duration = only.duration() == null ? "not ended" : PlotText.seconds(only.duration());
    String playbook = only.playbook().isEmpty() ? "" : only.playbook() + " · ";
    String failures = only.failures() == 0 ? "" : " · failures: " + PlotText.count(only.failures());
    return PlotText.of(playbook + only.executionId() + " · " + only.status() + " · " + duration + " · " + events + failures);
  }
}
