package io.noetl.adapters.cli.report;

import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.application.report.BoundedText;
import io.noetl.application.report.Comparison;
import io.noetl.application.report.Comparison.Counted;
import io.noetl.application.report.Comparison.DurationChange;
import io.noetl.application.report.Comparison.ValueDifference;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prints how two executions differ. */
final class ComparisonText {

  private static final int LONGEST_VALUE = 200;

  private final Comparison comparison;
  private final PrintStream out;
  private final int most;

  /**
   * @param most how many differences of a kind to print
   */
  ComparisonText(Comparison comparison, PrintStream out, int most) {
    this.comparison = comparison;
    this.out = out;
    this.most = most;
  }

  void print() {
    line("first   " + comparison.first().executionId() + "  " + comparison.first().status());
    line("second  " + comparison.second().executionId() + "  " + comparison.second().status());
    if (comparison.same()) {
      line("no difference beyond noise");
      return;
    }
    counted("steps in the second alone", comparison.added(), place -> place.nodeId() + "  " + place.status());
    counted("steps in the first alone", comparison.removed(), place -> place.nodeId() + "  " + place.status());
    counted(
        "nodes that ended otherwise",
        comparison.statusChanges(),
        change -> change.nodeId() + "  " + change.first() + " → " + change.second());
    List<DurationChange> durations = comparison.durationChanges();
    counted("steps whose durations changed beyond noise", new Counted<>(durations, durations.size()), ComparisonText::text);
    difference("input", comparison.firstInputDifference());
    difference("output", comparison.firstOutputDifference());
  }

  private <T> void counted(String what, Counted<T> things, Function<T, String> text) {
    line(what + ": " + things.count());
    things.kept().stream().limit(most).forEach(thing -> line("  " + text.apply(thing)));
    long left = things.count() - Math.min(most, things.kept().size());
    if (left > 0) {
      line("  … and " + left + " more");
    }
  }

  private static String text(DurationChange change) {
    return String.format(
        Locale.ROOT,
        "%s  %.3f s → %.3f s on average (%+.3f s, noise %.3f s)",
        change.first().stepName(),
        change.first().average(),
        change.second().average(),
        change.difference(),
        change.noise());
  }

  private void difference(String what, @Nullable ValueDifference difference) {
    if (difference == null) {
      line("all " + what + "s of nodes in both are the same");
      return;
    }
    line("first different " + what + ": " + difference.nodeId() + " at " + difference.path());
    line("  first   " + text(difference.first()));
    line("  second  " + text(difference.second()));
  }

  private static String text(@Nullable BoundedText value) {
    return value == null ? "nothing" : LineText.shortened(value.text(), LONGEST_VALUE);
  }

  private void line(String text) {
    out.println(LineText.of(text));
  }
}
