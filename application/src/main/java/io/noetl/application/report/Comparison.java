package io.noetl.application.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a second execution differs from a first. Nodes are matched by their ids, which are the same in every run of a
 * playbook. Of each list only the first {@value #MOST} in the order of the log are kept; the counts are of all.
 *
 * @param first what is compared with
 * @param second what is compared
 * @param added steps that ran in the second alone
 * @param removed steps that ran in the first alone
 * @param statusChanges nodes that ended otherwise
 * @param durationChanges steps whose durations differ beyond noise, the greatest difference of totals first
 * @param firstInputDifference where the two first received something different; null if nowhere
 * @param firstOutputDifference where the two first yielded something different; null if nowhere
 */
public record Comparison(
    ExecutionOverview first,
    ExecutionOverview second,
    Counted<StepPlace> added,
    Counted<StepPlace> removed,
    Counted<StatusChange> statusChanges,
    List<DurationChange> durationChanges,
    @Nullable ValueDifference firstInputDifference,
    @Nullable ValueDifference firstOutputDifference) {

  /** How many of a kind of difference are kept. */
  public static final int MOST = 1_000;

  public Comparison {
    durationChanges = List.copyOf(durationChanges);
  }

  /** Whether no difference was found; durations within noise are none. */
  public boolean same() {
    return added.count() == 0
        && removed.count() == 0
        && statusChanges.count() == 0
        && durationChanges.isEmpty()
        && firstInputDifference == null
        && firstOutputDifference == null;
  }

  /** The first of some things, and how many there are in all. */
  public record Counted<T>(List<T> kept, long count) {
    public Counted {
      kept = List.copyOf(kept);
    }
  }

  /** A run of a step. */
  public record StepPlace(String nodeId, String stepName, String status) {}

  /** A node that ended otherwise: its status in the first and in the second. */
  public record StatusChange(String nodeId, NodeKind kind, String first, String second) {}

  /**
   * A step whose durations differ beyond noise.
   *
   * @param noise the seconds by which averages may differ without meaning anything
   */
  public record DurationChange(StepDuration first, StepDuration second, double noise) {

    /** By how many seconds the second's average is greater. */
    public double difference() {
      return second.average() - first.average();
    }
  }

  /**
   * A value that differs.
   *
   * @param path where in the JSON the difference begins: {@code $.items[2].name}
   * @param first the first's value at that path as JSON; null if it has none
   * @param second the second's value at that path as JSON; null if it has none
   */
  public record ValueDifference(
      String nodeId, NodeKind kind, String path, @Nullable BoundedText first, @Nullable BoundedText second) {}
}
