package io.noetl.adapters.cli.run;

import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.adapters.cli.terminal.Style;
import io.noetl.application.run.RunReport;
import io.noetl.application.run.RunReport.Failure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The failures of a run for people: a line each, repeats counted. */
final class FailureLines {

  private FailureLines() {}

  static void write(RunReport report, Style style, Consumer<String> lines) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Failure failure : report.errors()) {
      counts.merge(text(failure), 1L, Long::sum);
    }
    String label = style.red("error:") + " ";
    counts.forEach((text, count) -> lines.accept(label + text + (count == 1 ? "" : " (" + count + " times)")));
    long more = report.errorCount() - report.errors().size();
    if (more > 0) {
      lines.accept(label + more + " more failures, see 'noetl executions show " + report.executionId() + "'");
    }
  }

  private static String text(Failure failure) {
    String place = failure.at().isEmpty() ? "" : failure.at() + ": ";
    return LineText.of(place + "step '" + failure.step() + "': " + failure.error());
  }
}
