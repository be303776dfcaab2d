package io.noetl.application.history;

import io.noetl.application.history.ExecutionTree.Limits;
import io.noetl.application.history.ExecutionTree.TreeNode;
import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.EventCursor;
import io.noetl.domain.event.EventColumn;
import io.noetl.domain.event.EventType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Folds the events of an execution into a tree, one pass in sequence order. A node is held from its start until its
 * ending shows whether it is worth keeping, so what is held at once are the kept nodes and those that are under way.
 */
final class TreeFold {

  private static final Map<String, EventType> TYPES =
      Arrays.stream(EventType.values()).collect(Collectors.toUnmodifiableMap(EventType::text, Function.identity()));

  private final Limits limits;
  private final Map<String, GrowingNode> held = new HashMap<>();
  private @Nullable GrowingNode root;

  TreeFold(Limits limits) {
    this.limits = limits;
  }

  void readAll(EventCursor events) {
    while (events.nextBatch()) {
      Row row = new Row(events);
      for (int index = 0; index < events.rows(); index++) {
        row.index = index;
        take(row);
      }
    }
  }

  /** Nothing if there was no {@code execution_start}. */
  Optional<TreeNode> tree() {
    return Optional.ofNullable(root).map(GrowingNode::build);
  }

  private void take(Row row) {
    EventType type = TYPES.get(row.text(EventColumn.EVENT_TYPE));
    if (type == null) {
      return;
    }
    switch (type) {
      case EXECUTION_START -> begin(row);
      case STEP_START, TASK_START, LOOP_ITERATION -> begin(row);
      case LOOP_START -> parentOf(row).ifPresent(step -> alias(row, step));
      case LOOP_ITERATION_FILTERED -> parentOf(row).ifPresent(loop -> loop.filtered++);
      case STEP_RESULT, TASK_COMPLETE, TASK_ERROR, LOOP_ITERATION_COMPLETE, EXECUTION_COMPLETE ->
          parentOf(row).ifPresent(node -> end(row, node));
      case EXECUTION_ERROR -> parentOf(row).ifPresent(node -> node.error = row.optionalText(EventColumn.ERROR));
      case LOOP_COMPLETE, STEP_TRANSITION -> {}
    }
  }

  private Optional<GrowingNode> parentOf(Row row) {
    return Optional.ofNullable(held.get(row.optionalText(EventColumn.PARENT_EVENT_ID)));
  }

  private void begin(Row row) {
    GrowingNode parent = parentOf(row).orElse(null);
    if (parent == null && root != null) {
      return;
    }
    if (held.size() >= limits.nodes() && parent != null) {
      parent.omittedCount++;
      return;
    }
    GrowingNode node = row.node(parent);
    held.put(node.eventId, node);
    if (parent == null) {
      root = node;
    } else {
      parent.children.add(node);
    }
  }

  private void alias(Row row, GrowingNode step) {
    step.loopEventId = row.text(EventColumn.EVENT_ID);
    held.put(step.loopEventId, step);
  }

  private void end(Row row, GrowingNode node) {
    node.status = row.text(EventColumn.STATUS);
    node.duration = row.optionalDouble(EventColumn.DURATION);
    String error = row.optionalText(EventColumn.ERROR);
    node.error = error == null ? node.error : error;
    GrowingNode parent = node.parent;
    if (parent != null && !parent.keeps(node, limits)) {
      parent.children.remove(node);
      forget(node);
    }
  }

  private void forget(GrowingNode node) {
    held.remove(node.eventId);
    if (node.loopEventId != null) {
      held.remove(node.loopEventId);
    }
    node.children.forEach(this::forget);
  }

  /** One row of the current batch. */
  private static final class Row {

    private final EventCursor events;
    private int index;

    Row(EventCursor events) {
      this.events = events;
    }

    String text(EventColumn column) {
      return events.column(column).textAt(index);
    }

    @Nullable String optionalText(EventColumn column) {
      ColumnVector vector = events.column(column);
      return vector.isNull(index) ? null : vector.textAt(index);
    }

    @Nullable Double optionalDouble(EventColumn column) {
      ColumnVector vector = events.column(column);
      return vector.isNull(index) ? null : vector.doubleAt(index);
    }

    GrowingNode node(@Nullable GrowingNode parent) {
      ColumnVector attempt = events.column(EventColumn.ATTEMPT);
      return new GrowingNode(
          parent,
          text(EventColumn.EVENT_ID),
          text(EventColumn.NODE_ID),
          text(EventColumn.NODE_NAME),
          text(EventColumn.NODE_TYPE),
          events.column(EventColumn.TIMESTAMP).longAt(index),
          attempt.isNull(index) ? null : Math.toIntExact(attempt.longAt(index)));
    }
  }
}
