package io.noetl.application.history;

import static io.noetl.domain.event.EventType.EXECUTION_COMPLETE;
import static io.noetl.domain.event.EventType.EXECUTION_ERROR;
import static io.noetl.domain.event.EventType.EXECUTION_START;
import static io.noetl.domain.event.EventType.LOOP_COMPLETE;
import static io.noetl.domain.event.EventType.LOOP_ITERATION;
import static io.noetl.domain.event.EventType.LOOP_ITERATION_COMPLETE;
import static io.noetl.domain.event.EventType.LOOP_ITERATION_FILTERED;
import static io.noetl.domain.event.EventType.LOOP_START;
import static io.noetl.domain.event.EventType.STEP_RESULT;
import static io.noetl.domain.event.EventType.STEP_START;
import static io.noetl.domain.event.EventType.STEP_TRANSITION;
import static io.noetl.domain.event.EventType.TASK_COMPLETE;
import static io.noetl.domain.event.EventType.TASK_ERROR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.StoreException;
import io.noetl.application.history.ExecutionTree.Limits;
import io.noetl.application.history.ExecutionTree.Omitted;
import io.noetl.application.history.ExecutionTree.TreeNode;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Node;
import io.noetl.domain.event.Status;
import io.noetl.testkit.history.RecordedEvents;
import io.noetl.testkit.history.RecordedStores;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ShowExecutionTest {

  private static final Node WAY = new Node("start->fetch", "start->fetch", "transition");

  private final RecordedEvents events = new RecordedEvents("e1");

  @Test
  void a_step_carries_its_duration_and_its_task_hangs_under_it() {
    int execution = events.begins("weather");
    int step = events.step("fetch");
    int task = events.attempt(1, step, "fetch/get", "get", "task.http");
    events.ends(TASK_COMPLETE, task, Status.SUCCESS, 0.25, null);
    events.ends(STEP_RESULT, step, Status.SUCCESS, 0.5, null);
    events.happens(STEP_TRANSITION, execution, WAY, Status.SUCCESS, null, null);
    events.ends(EXECUTION_COMPLETE, execution, Status.SUCCESS, 0.75, null);

    TreeNode root = tree(Limits.USUAL);

    TreeNode get =
        new TreeNode("fetch/get", "get", "task.http", "success", at(2), 0.25, null, 1, 0, List.of(), Omitted.NONE);
    TreeNode fetch =
        new TreeNode("fetch", "fetch", "step", "success", at(1), 0.5, null, null, 0, List.of(get), Omitted.NONE);
    assertThat(root)
        .isEqualTo(
            new TreeNode(
                "weather", "weather", "playbook", "success", at(0), 0.75, null, null, 0, List.of(fetch), Omitted.NONE));
  }

  @Test
  void failures_carry_their_errors() {
    int execution = events.begins("weather");
    int step = events.step("fetch");
    int task = events.attempt(1, step, "fetch/get", "get", "task.http");
    events.ends(TASK_ERROR, task, Status.ERROR, 0.25, "GET answered 503");
    events.ends(STEP_RESULT, step, Status.ERROR, 0.5, "task 'get' failed");
    events.happens(EXECUTION_ERROR, execution, new Node("weather", "weather", "playbook"), Status.ERROR, null, "broken");
    events.ends(EXECUTION_COMPLETE, execution, Status.ERROR, 0.75, null);

    TreeNode root = tree(Limits.USUAL);

    assertThat(root.error()).isEqualTo("broken");
    assertThat(root.children()).extracting(TreeNode::error).containsExactly("task 'get' failed");
    assertThat(root.children().getFirst().children()).extracting(TreeNode::error).containsExactly("GET answered 503");
  }

  @Test
  void what_has_not_ended_is_in_progress() {
    events.begins("weather");
    events.step("fetch");

    TreeNode fetch = tree(Limits.USUAL).children().getFirst();

    assertThat(fetch.status()).isEqualTo("in_progress");
    assertThat(fetch.duration()).isNull();
  }

  @Test
  void iterations_hang_under_the_step_of_their_loop_and_filtered_items_are_counted() {
    int execution = events.begins("weather");
    int loop = loopOf(execution, "city_loop", 2, List.of());
    events.happens(
        LOOP_ITERATION_FILTERED, loop + 1, new Node("city_loop[2]", "city_loop", "iteration"), Status.FILTERED, null, null);
    events.ends(LOOP_COMPLETE, loop + 1, Status.SUCCESS, 1, null);
    events.ends(STEP_RESULT, loop, Status.SUCCESS, 1, null);

    TreeNode city = tree(Limits.USUAL).children().getFirst();

    assertThat(city.children()).extracting(TreeNode::nodeId).containsExactly("city_loop[0]", "city_loop[1]");
    assertThat(city.children().getFirst().children()).extracting(TreeNode::nodeId).containsExactly("city_loop[0].judge");
    assertThat(city.filtered()).isEqualTo(1);
  }

  @Test
  void of_a_large_loop_the_first_iterations_and_the_failed_ones_are_kept() {
    int execution = events.begins("weather");
    loopOf(execution, "city_loop", 100, List.of(7, 50, 60, 99));

    TreeNode city = tree(new Limits(2, 10, 3, 1_000)).children().getFirst();

    assertThat(city.children())
        .extracting(TreeNode::nodeId)
        .containsExactly("city_loop[0]", "city_loop[1]", "city_loop[7]", "city_loop[50]", "city_loop[60]");
    assertThat(city.omitted()).isEqualTo(new Omitted(95, 1));
  }

  @Test
  void a_failed_iteration_among_the_first_counts_as_one_of_them() {
    int execution = events.begins("weather");
    loopOf(execution, "city_loop", 4, List.of(0, 2));

    TreeNode city = tree(new Limits(1, 10, 1, 1_000)).children().getFirst();

    assertThat(city.children()).extracting(TreeNode::nodeId).containsExactly("city_loop[0]", "city_loop[2]");
    assertThat(city.omitted()).isEqualTo(new Omitted(2, 0));
  }

  @Test
  void many_visits_of_steps_outside_loops_are_folded_too() {
    events.begins("cycle");
    for (int visit = 1; visit <= 50; visit++) {
      int step = events.begins(STEP_START, 0, "again#" + visit, "again", "step");
      events.ends(STEP_RESULT, step, Status.SUCCESS, 0.1, null);
    }

    TreeNode root = tree(new Limits(5, 3, 5, 1_000));

    assertThat(root.children()).extracting(TreeNode::nodeId).containsExactly("again#1", "again#2", "again#3");
    assertThat(root.omitted()).isEqualTo(new Omitted(47, 0));
  }

  @Test
  void a_million_events_that_never_end_hold_no_more_nodes_than_allowed() {
    Supplier<Iterator<Event>> endless = () -> starts(1_000_000);
    RecordedStores stores =
        new RecordedStores("runs.duckdb").with(Summaries.running("e1", "2026-01-31T09:05:00Z"), endless);

    TreeNode root = new ShowExecution(stores).show("runs.duckdb", new Selection.Last(), new Limits(5, 5, 5, 100)).root();

    assertThat(root.children()).hasSize(99);
    assertThat(root.omitted()).isEqualTo(new Omitted(999_900, 0));
  }

  @Test
  void an_execution_without_its_start_is_a_damaged_store() {
    RecordedStores stores =
        new RecordedStores("runs.duckdb").with(Summaries.running("e1", "2026-01-31T09:05:00Z"), List.of());

    assertThatThrownBy(() -> new ShowExecution(stores).show("runs.duckdb", new Selection.Last(), Limits.USUAL))
        .isInstanceOf(StoreException.class)
        .hasMessage("the execution e1 in the store runs.duckdb has no execution_start");
    assertThat(stores.log()).containsExactly("reading", "closed");
  }

  @Test
  void limits_are_checked() {
    assertThatThrownBy(() -> new Limits(-1, 0, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("iterations -1, steps 0, failures 0, nodes 1: none may be negative, and nodes begin at 1");
  }

  /** A loop with a step in its body; the answer is the sequence of its step, and of its start after that. */
  private int loopOf(int execution, String name, int items, List<Integer> failing) {
    int step = events.begins(STEP_START, execution, name, name, "step.loop");
    int loop = events.begins(LOOP_START, step, name, name, "step.loop");
    for (int index = 0; index < items; index++) {
      String id = name + "[" + index + "]";
      Status status = failing.contains(index) ? Status.ERROR : Status.SUCCESS;
      int iteration = events.begins(LOOP_ITERATION, loop, id, name, "iteration");
      int judge = events.begins(STEP_START, iteration, id + ".judge", "judge", "step");
      events.ends(STEP_RESULT, judge, status, 0.1, status == Status.ERROR ? "no forecast" : null);
      events.ends(LOOP_ITERATION_COMPLETE, iteration, status, 0.2, null);
    }
    return step;
  }

  private static Iterator<Event> starts(int count) {
    RecordedEvents first = new RecordedEvents("e1");
    first.begins("weather");
    Event execution = first.last();
    return new Iterator<>() {
      private int sequence;

      @Override
      public boolean hasNext() {
        return sequence < count;
      }

      @Override
      public Event next() {
        int at = sequence++;
        EventType type = at == 0 ? EXECUTION_START : STEP_START;
        String parent = at == 0 ? null : execution.eventId();
        return new Event(
            "e1", Event.idOf("e1", at), parent, execution.timestamp(), type, execution.node(), Status.IN_PROGRESS,
            null, null, null, null, null, at, null, null, null, null);
      }
    };
  }

  private TreeNode tree(Limits limits) {
    RecordedStores stores =
        new RecordedStores("runs.duckdb").with(Summaries.running("e1", "2026-01-31T09:05:00Z"), events.all());
    ExecutionTree tree = new ShowExecution(stores).show("runs.duckdb", new Selection.Last(), limits);
    assertThat(tree.execution().executionId()).isEqualTo("e1");
    return tree.root();
  }

  private static Instant at(int sequence) {
    return Instant.parse("2026-01-31T09:05:00Z").plusMillis(sequence);
  }
}
