package io.noetl.application.history;

import io.noetl.application.port.ExecutionSummary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One execution and what happened in it. */
public record ExecutionTree(ExecutionSummary execution, TreeNode root) {

  /**
   * An execution, a step, an iteration of a loop, or an attempt at a task. A loop's node is its step's.
   *
   * @param nodeId the readable path: {@code city_loop[2].fetch_and_evaluate}
   * @param type as the event log's column {@code node_type} has it
   * @param status as the event log spells it; in progress while its ending is not recorded
   * @param duration seconds; null while its ending is not recorded
   * @param error what went wrong, in one line
   * @param attempt which attempt at a task, from 1
   * @param filtered how many items of a loop its filter skipped
   * @param children in the order in which they started
   * @param omitted children that are left out
   */
  public record TreeNode(
      String nodeId,
      String name,
      String type,
      String status,
      Instant startedAt,
      @Nullable Double duration,
      @Nullable String error,
      @Nullable Integer attempt,
      long filtered,
      List<TreeNode> children,
      Omitted omitted) {

    public TreeNode {
      children = List.copyOf(children);
    }
  }

  /** How many children of a node are left out, and how many of those failed. */
  public record Omitted(long count, long failed) {

    public static final Omitted NONE = new Omitted(0, 0);
  }

  /**
   * What a tree holds at most, so that memory does not grow with the number of events. What is beyond is counted.
   *
   * @param iterations the first iterations of a loop
   * @param steps the first children of any other node
   * @param failures further children of a node that failed
   * @param nodes nodes in all
   */
  public record Limits(int iterations, int steps, int failures, int nodes) {

    public static final Limits USUAL = new Limits(5, 200, 50, 10_000);

    public Limits {
      if (iterations < 0 || steps < 0 || failures < 0 || nodes < 1) {
        throw new IllegalArgumentException(
            "iterations %d, steps %d, failures %d, nodes %d: none may be negative, and nodes begin at 1"
                .formatted(iterations, steps, failures, nodes));
      }
    }
  }
}
