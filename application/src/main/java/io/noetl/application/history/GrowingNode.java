package io.noetl.application.history;

import io.noetl.application.history.ExecutionTree.Limits;
import io.noetl.application.history.ExecutionTree.Omitted;
import io.noetl.application.history.ExecutionTree.TreeNode;
import io.noetl.domain.event.Status;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node whose children are still being read. */
final class GrowingNode {

  final @Nullable GrowingNode parent;
  final String eventId;
  final List<GrowingNode> children = new ArrayList<>();

  String status = Status.IN_PROGRESS.text();
  @Nullable Double duration;
  @Nullable String error;
  /** The id of the {@code loop_start} under a loop's step, whose children count as the step's. */
  @Nullable String loopEventId;
  long filtered;
  long omittedCount;

  private final String nodeId;
  private final String name;
  private final String type;
  private final long startedMicros;
  private final @Nullable Integer attempt;
  private int keptFirst;
  private int keptFailures;
  private long omittedFailures;

  GrowingNode(
      @Nullable GrowingNode parent,
      String eventId,
      String nodeId,
      String name,
      String type,
      long startedMicros,
      @Nullable Integer attempt) {
    this.parent = parent;
    this.eventId = eventId;
    this.nodeId = nodeId;
    this.name = name;
    this.type = type;
    this.startedMicros = startedMicros;
    this.attempt = attempt;
  }

  /** Decides on a child that has ended, and counts it if it is to be left out. */
  boolean keeps(GrowingNode child, Limits limits) {
    boolean failed = child.status.equals(Status.ERROR.text());
    if (keptFirst < (loopEventId == null ? limits.steps() : limits.iterations())) {
      keptFirst++;
      return true;
    }
    if (failed && keptFailures < limits.failures()) {
      keptFailures++;
      return true;
    }
    omittedCount++;
    omittedFailures += failed ? 1 : 0;
    return false;
  }

  TreeNode build() {
    return new TreeNode(
        nodeId,
        name,
        type,
        status,
        Instant.EPOCH.plus(startedMicros, ChronoUnit.MICROS),
        duration,
        error,
        attempt,
        filtered,
        children.stream().map(GrowingNode::build).toList(),
        new Omitted(omittedCount, omittedFailures));
  }
}
