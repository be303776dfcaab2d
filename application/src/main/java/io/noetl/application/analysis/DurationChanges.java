package io.noetl.application.analysis;

import io.noetl.application.report.Comparison.DurationChange;
import io.noetl.application.report.StepDuration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the steps whose average durations differ by more than noise. Noise is the greatest of: {@value #LEAST} seconds;
 * {@code 20 %} of the smaller average, or {@code 50 %} where either has fewer than {@value #FEW} runs; and two standard
 * errors of the difference of the averages (Welch).
 */
final class DurationChanges {

  static final double LEAST = 0.02;
  static final int FEW = 5;

  private static final double OF_MANY = 0.2;
  private static final double OF_FEW = 0.5;

  private DurationChanges() {}

  /** The greatest difference of totals first. */
  static List<DurationChange> between(List<StepDuration> first, List<StepDuration> second) {
    Map<String, StepDuration> before = new HashMap<>();
    first.forEach(step -> before.put(key(step), step));
    List<DurationChange> changes = new ArrayList<>();
    for (StepDuration after : second) {
      StepDuration its = before.get(key(after));
      if (its != null) {
        DurationChange change = new DurationChange(its, after, noise(its, after));
        if (Math.abs(change.difference()) > change.noise()) {
          changes.add(change);
        }
      }
    }
    changes.sort(Comparator.comparingDouble(change -> -Math.abs(change.second().total() - change.first().total())));
    return changes;
  }

  private static String key(StepDuration step) {
    return step.stepName() + "\u0000" + step.nodeType();
  }

  private static double noise(StepDuration first, StepDuration second) {
    double share = Math.min(first.count(), second.count()) < FEW ? OF_FEW : OF_MANY;
    double relative = share * Math.min(first.average(), second.average());
    double error = Math.sqrt(variance(first) + variance(second));
    return Math.max(LEAST, Math.max(relative, 2 * error));
  }

  private static double variance(StepDuration step) {
    return step.deviation() * step.deviation() / step.count();
  }
}
