package io.noetl.adapters.report.html;

import io.noetl.application.report.BoundedText;
import io.noetl.application.report.Comparison;
import io.noetl.application.report.Comparison.Counted;
import io.noetl.application.report.Comparison.DurationChange;
import io.noetl.application.report.Comparison.StatusChange;
import io.noetl.application.report.Comparison.StepPlace;
import io.noetl.application.report.Comparison.ValueDifference;
import io.noetl.domain.value.Value;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How two executions differ, as the page's scripts know it. */
final class PageComparison {

  /** How many differences of a kind the page has. */
  private static final int MOST = 200;

  private PageComparison() {}

  static Value of(Comparison comparison, TextBudget texts) {
    Counted<DurationChange> durations = new Counted<>(comparison.durationChanges(), comparison.durationChanges().size());
    return new PageObject()
        .put("first", PageRows.of(comparison.first()))
        .put("second", PageRows.of(comparison.second()))
        .flag("same", comparison.same())
        .put("added", counted(comparison.added(), PageComparison::of))
        .put("removed", counted(comparison.removed(), PageComparison::of))
        .put("statuses", counted(comparison.statusChanges(), PageComparison::of))
        .put("durations", counted(durations, PageComparison::of))
        .put("input", of(comparison.firstInputDifference(), texts))
        .put("output", of(comparison.firstOutputDifference(), texts))
        .done();
  }

  private static <T> Value counted(Counted<T> things, Function<T, Value> one) {
    return new PageObject()
        .put("count", things.count())
        .put("first", Value.of(things.kept().stream().limit(MOST).map(one).toList()))
        .done();
  }

  private static Value of(StepPlace place) {
    return new PageObject().put("nodeId", place.nodeId()).put("status", place.status()).done();
  }

  private static Value of(StatusChange change) {
    return new PageObject()
        .put("nodeId", change.nodeId())
        .put("kind", change.kind().text())
        .put("first", change.first())
        .put("second", change.second())
        .done();
  }

  private static Value of(DurationChange change) {
    return new PageObject()
        .put("step", change.first().stepName())
        .put("first", change.first().average())
        .put("second", change.second().average())
        .put("noise", change.noise())
        .done();
  }

  private static Value of(@Nullable ValueDifference difference, TextBudget texts) {
    if (difference == null) {
      return Value.NULL;
    }
    return new PageObject()
        .put("nodeId", difference.nodeId())
        .put("path", difference.path())
        .put("first", text(difference.first(), texts))
        .put("second", text(difference.second(), texts))
        .done();
  }

  private static Value text(@Nullable BoundedText text, TextBudget texts) {
    return texts.spend(text);
  }
}
