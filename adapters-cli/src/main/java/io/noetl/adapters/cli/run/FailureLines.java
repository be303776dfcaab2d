package io.noetl.adapters.cli.run;

import io.noetl.adapters.cli.command.StoreOption;
import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.adapters.cli.terminal.Style;
import io.noetl.application.run.RunReport;
import io.noetl.application.run.RunReport.Failure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The failures of a run for people: a line each, repeats counted, the first ones. */
final class FailureLines {

  private static final int MOST = 20;

  private FailureLines() {}

  /**
   * Writes those that were not shown while the playbook ran.
   *
   * @param isShown whether the failure of a node was
   * @param shown how many were
   */
  static void write(
      RunReport report, Predicate<String> isShown, long shown, Style style, Consumer<String> lines) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Failure failure : report.errors()) {
      if (!isShown.test(failure.nodeId())) {
        counts.merge(text(failure), 1L, Long::sum);
      }
    }
    String label = style.red("error:") + " ";
    long told = 0;
    for (Map.Entry<String, Long> entry : counts.entrySet().stream().limit(MOST).toList()) {
      long count = entry.getValue();
      told += count;
      lines.accept(label + entry.getKey() + (count == 1 ? "" : " (" + count + " times)"));
    }
    long more = report.errorCount() - shown - told;
    if (more > 0) {
      lines.accept(label + more + " more failures" + hint(report));
    }
  }

  private static String text(Failure failure) {
    String place = failure.at().isEmpty() ? "" : failure.at() + ": ";
    String step = failure.step().isEmpty() ? "" : "step '" + failure.step() + "': ";
    return LineText.of(place + step + failure.error());
  }

  private static String hint(RunReport report) {
    String store = report.store();
    if (store.equals(StoreOption.IN_MEMORY)) {
      return "";
    }
    String option = store.equals(StoreOption.DEFAULT) ? "" : " --duckdb " + store;
    return "; 'noetl executions show " + report.executionId() + option + "' shows them";
  }
}
