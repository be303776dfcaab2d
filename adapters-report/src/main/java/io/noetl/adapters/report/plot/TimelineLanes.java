package io.noetl.adapters.report.plot;

import io.noetl.application.port.Report;
import io.noetl.application.report.ExecutionOverview;
import io.noetl.application.report.NodeKind;
import io.noetl.application.report.TimelineRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows of a timeline into lanes: a lane for each as long as there are few, else one for all runs of the same node,
 * whatever the loops' indexes. Executions begin together at zero. Memory grows with the number of lanes alone.
 */
final class TimelineLanes {

  /** What is beyond shares one lane. */
  private static final int MOST_LANES = 20_000;

  private final Report report;
  private final boolean folded;
  private final double length;
  private final Map<String, Instant> starts = new HashMap<>();
  private final Map<String, Long> rootSequences = new HashMap<>();
  private final Map<String, Lane> roots = new HashMap<>();
  private final Map<String, Lane> lanes = new HashMap<>();
  private final List<Lane> tops = new ArrayList<>();
  private final Lane rest = new Lane(null, NodeKind.STEP, "");

  private TimelineLanes(Report report, boolean folded) {
    this.report = report;
    this.folded = folded;
    for (ExecutionOverview execution : report.analysis().executions()) {
      starts.put(execution.executionId(), execution.startedAt());
    }
    this.length = Math.max(lengthOfEnded(), anyIsOpen() ? lengthOfRows() : 0);
  }

  /**
   * Reads the timeline.
   *
   * @param folded whether the runs of a node share a lane
   */
  static TimelineLanes of(Report report, boolean folded) {
    TimelineLanes lanes = new TimelineLanes(report, folded);
    report.records().timeline(0, Long.MAX_VALUE, lanes::take);
    return lanes;
  }

  /** How many seconds the longest execution took. */
  double length() {
    return length;
  }

  /** The lanes that lie in none. */
  List<Lane> tops() {
    return tops;
  }

  /** What found no lane of its own. */
  Lane rest() {
    return rest;
  }

  private boolean anyIsOpen() {
    return report.analysis().executions().stream().anyMatch(execution -> execution.endedAt() == null);
  }

  private double lengthOfEnded() {
    return report.analysis().executions().stream()
        .filter(execution -> execution.endedAt() != null)
        .mapToDouble(execution -> seconds(execution.startedAt(), execution.endedAt()))
        .max()
        .orElse(0);
  }

  private double lengthOfRows() {
    double[] longest = {0};
    report.records().timeline(
        0,
        Long.MAX_VALUE,
        row -> {
          Instant last = row.endedAt() == null ? row.startedAt() : row.endedAt();
          longest[0] = Math.max(longest[0], seconds(start(row), last));
        });
    return longest[0];
  }

  private void take(TimelineRow row) {
    int from = column(seconds(start(row), row.startedAt()));
    int to = row.endedAt() == null ? Lane.COLUMNS - 1 : column(seconds(start(row), row.endedAt()));
    lane(row).add(row, from, Math.max(from, to));
  }

  private Instant start(TimelineRow row) {
    return starts.getOrDefault(row.executionId(), row.startedAt());
  }

  private static double seconds(Instant from, @Nullable Instant to) {
    return to == null ? 0 : Duration.between(from, to).toNanos() / 1e9;
  }

  private int column(double seconds) {
    double share = length == 0 ? 0 : seconds / length;
    return (int) Math.max(0, Math.min(Lane.COLUMNS - 1, share * Lane.COLUMNS));
  }

  private Lane lane(TimelineRow row) {
    String key = row.executionId() + '\n' + (folded ? row.kind() + without(row.nodeId()) : row.sequence());
    Lane known = lanes.get(key);
    if (known != null) {
      return known;
    }
    if (lanes.size() >= MOST_LANES) {
      return rest;
    }
    Lane parent = parent(row);
    Lane lane = new Lane(parent, row.kind(), label(row));
    lanes.put(key, lane);
    remember(row, lane, parent);
    return lane;
  }

  private void remember(TimelineRow row, Lane lane, @Nullable Lane parent) {
    if (parent == null) {
      tops.add(lane);
    }
    if (row.kind() == NodeKind.EXECUTION) {
      roots.putIfAbsent(row.executionId(), lane);
      rootSequences.putIfAbsent(row.executionId(), row.sequence());
    } else {
      lanes.putIfAbsent(placeKey(row.executionId(), row.nodeId()), lane);
    }
  }

  /** Node ids tell the parent: a map of sequences would grow with the number of rows. */
  private @Nullable Lane parent(TimelineRow row) {
    Lane root = roots.get(row.executionId());
    Long parentSequence = row.parentSequence();
    if (parentSequence == null || parentSequence.equals(rootSequences.get(row.executionId()))) {
      return root;
    }
    String id = row.parentNodeId();
    Lane above = id == null ? null : lanes.get(placeKey(row.executionId(), id));
    return above == null ? root : above;
  }

  private String placeKey(String executionId, String nodeId) {
    return executionId + "\nat " + (folded ? without(nodeId) : nodeId);
  }

  /** A node id without the numbers in its brackets. */
  private static String without(String nodeId) {
    return nodeId.indexOf('[') < 0 ? nodeId : nodeId.replaceAll("\\[\\d+]", "[]");
  }

  private String label(TimelineRow row) {
    String name = row.name().isEmpty() ? row.nodeId() : row.name();
    return switch (row.kind()) {
      case EXECUTION -> name + " · " + row.executionId();
      case ITERATION -> folded ? "items of " + name : row.nodeId().substring(row.nodeId().lastIndexOf('.') + 1);
      case TASK -> folded || row.attempt() == null || row.attempt() == 1 ? name : name + ", attempt " + row.attempt();
      case PLAYBOOK, STEP, LOOP -> name;
    };
  }
}
