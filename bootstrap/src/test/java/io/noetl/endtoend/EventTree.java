package io.noetl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.endtoend.EventLog.Row;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Proves that the rows of one execution are one tree with the parents that docs/events.md names, and real durations. */
final class EventTree {

  /** The type of an event's parent, for events under the start of the node they tell of. */
  private static final Map<String, String> STARTS =
      Map.of(
          "execution_error", "execution_start",
          "execution_complete", "execution_start",
          "step_result", "step_start",
          "task_complete", "task_start",
          "task_error", "task_start",
          "loop_start", "step_start",
          "loop_complete", "loop_start",
          "loop_iteration_complete", "loop_iteration");

  private static final Set<String> ENDINGS =
      Set.of("execution_complete", "step_result", "task_complete", "task_error", "loop_complete", "loop_iteration_complete");

  private static final Set<String> BEGINNINGS =
      Set.of("execution_start", "step_start", "task_start", "loop_start", "loop_iteration");

  private final List<Row> rows;

  private EventTree(List<Row> rows) {
    this.rows = rows;
  }

  static void check(List<Row> rows) {
    EventTree tree = new EventTree(rows);
    Row root = rows.getFirst();
    assertThat(root.type()).isEqualTo("execution_start");
    assertThat(root.parentEventId()).isNull();
    assertThat(root.sequence()).isZero();
    assertThat(rows.getLast().type()).isEqualTo("execution_complete");
    Set<Long> ended = new HashSet<>();
    for (int i = 1; i < rows.size(); i++) {
      Row row = rows.get(i);
      tree.checkPlace(row, i);
      if (ENDINGS.contains(row.type())) {
        assertThat(ended.add(tree.parent(row).sequence())).as("%s is the only ending", row.line()).isTrue();
      }
    }
    assertThat(ended)
        .as("everything that began has ended")
        .isEqualTo(new HashSet<>(rows.stream().filter(row -> BEGINNINGS.contains(row.type())).map(Row::sequence).toList()));
  }

  private void checkPlace(Row row, int place) {
    Row parent = parent(row);
    assertThat(row.executionId()).isEqualTo(rows.getFirst().executionId());
    assertThat(row.sequence()).as(row.line()).isEqualTo(place);
    assertThat(row.eventId()).isEqualTo(row.executionId() + ":" + place);
    assertThat(row.micros()).as(row.line()).isGreaterThanOrEqualTo(rows.get(place - 1).micros());
    assertThat(parent.sequence()).as("a parent comes before %s", row.line()).isLessThan(place);
    String start = STARTS.get(row.type());
    if (start == null) {
      assertThat(parent.line()).as("parent of %s", row.line()).isEqualTo(scope(row));
    } else {
      assertThat(parent.line()).as("parent of %s", row.line()).isEqualTo(start + " " + row.nodeId());
    }
    checkDuration(row, parent);
  }

  private static void checkDuration(Row row, Row parent) {
    if (ENDINGS.contains(row.type())) {
      assertThat(row.duration()).as(row.line()).isEqualTo((row.micros() - parent.micros()) / 1e6);
    } else {
      assertThat(row.duration()).as(row.line()).isNull();
    }
  }

  /** The line of the event that the beginning of a node, or a way between nodes, lies under. */
  private String scope(Row row) {
    String id = row.nodeId();
    int slash = id.lastIndexOf('/');
    int open = id.lastIndexOf('[');
    int close = id.lastIndexOf(']');
    return switch (row.type()) {
      case "loop_iteration", "loop_iteration_filtered" -> "loop_start " + id.substring(0, open);
      case "task_start" -> (close == slash - 1 ? "loop_iteration " : "step_start ") + id.substring(0, slash);
      case "step_start", "step_transition" ->
          close > slash
              ? "loop_iteration " + id.substring(0, close + 1)
              : "execution_start " + (slash < 0 ? rows.getFirst().nodeId() : id.substring(0, id.indexOf('.', slash)));
      case "execution_start" -> "task_start " + id.substring(0, slash);
      default -> throw new AssertionError("unknown event type in " + row.line());
    };
  }

  private Row parent(Row row) {
    return rows.stream()
        .filter(other -> other.eventId().equals(row.parentEventId()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the parent of " + row.line() + " is not in the log"));
  }
}
