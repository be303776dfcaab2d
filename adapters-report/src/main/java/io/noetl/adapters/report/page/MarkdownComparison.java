package io.noetl.adapters.report.page;

import io.noetl.application.report.BoundedText;
import io.noetl.application.report.Comparison;
import io.noetl.application.report.Comparison.DurationChange;
import io.noetl.application.report.Comparison.StatusChange;
import io.noetl.application.report.Comparison.StepPlace;
import io.noetl.application.report.Comparison.ValueDifference;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Appends how two executions differ to a Markdown page. */
final class MarkdownComparison {

  private static final int MOST = 50;

  private MarkdownComparison() {}

  static void append(Comparison comparison, StringBuilder page) {
    page.append("\n## Compared with ").append(MarkdownText.of(comparison.first().executionId())).append("\n\n");
    if (comparison.same()) {
      page.append("No difference beyond noise.\n");
      return;
    }
    places("added", comparison.added(), page);
    places("removed", comparison.removed(), page);
    item("nodes that ended otherwise", comparison.statusChanges().count(), page);
    for (StatusChange change : comparison.statusChanges().kept().stream().limit(MOST).toList()) {
      page.append("  - ").append(MarkdownText.of(change.nodeId() + ": " + change.first() + " → " + change.second()));
      page.append('\n');
    }
    item("steps whose durations changed beyond noise", comparison.durationChanges().size(), page);
    for (DurationChange change : comparison.durationChanges().stream().limit(MOST).toList()) {
      page.append("  - ").append(MarkdownText.of(change.first().stepName()));
      page.append(
          String.format(
              Locale.ROOT, ": %.3f s → %.3f s on average%n", change.first().average(), change.second().average()));
    }
    difference("input", comparison.firstInputDifference(), page);
    difference("output", comparison.firstOutputDifference(), page);
  }

  private static void places(String what, Comparison.Counted<StepPlace> places, StringBuilder page) {
    item("steps " + what, places.count(), page);
    for (StepPlace place : places.kept().stream().limit(MOST).toList()) {
      page.append("  - ").append(MarkdownText.of(place.nodeId())).append('\n');
    }
  }

  private static void item(String what, long count, StringBuilder page) {
    page.append("- ").append(what).append(": ").append(count).append('\n');
  }

  private static void difference(String what, @Nullable ValueDifference difference, StringBuilder page) {
    if (difference != null) {
      String text = difference.nodeId() + " at " + difference.path() + ": " + text(difference.first()) + " → ";
      page.append("- first different ").append(what).append(": ");
      page.append(MarkdownText.of(text + text(difference.second()))).append('\n');
    }
  }

  private static String text(@Nullable BoundedText value) {
    return value == null ? "nothing" : value.text() + (value.cut() ? "…" : "");
  }
}
