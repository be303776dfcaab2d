package io.noetl.testkit.core;

import static io.noetl.testkit.core.Goal.goals;
import static io.noetl.testkit.core.NextTest.notes;
import static io.noetl.testkit.core.TaskAnswer.failure;
import static io.noetl.testkit.core.TaskAnswer.success;
import static io.noetl.testkit.core.Values.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.execution.ExecutionState;
import io.noetl.domain.playbook.Loop.OnItemError;
import io.noetl.domain.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 5 of control flow: loops that run a task per item. */
class TaskLoopTest {

  @Test
  void the_task_runs_per_item_and_the_list_of_its_results_is_the_data_of_the_step() {
    PlaybookScript script =
        new PlaybookScript()
            .workload("factor", 10)
            .step("start", step -> step.to("each"))
            .step(
                "each",
                step ->
                    step.loop(List.of(1, 2), "i")
                        .calls("echo", "x", "{{ i }}", "f", "{{ factor }}")
                        .to("see"))
            .step("see", step -> step.result("list", "{{ each }}", "task", "{{ echo }}", "r", "{{ result }}", "all", "{{ each_results }}"))
            .task("echo", task -> task.parameters("x", "f"));

    Trace trace = new World(script).run();

    assertThat(trace.details())
        .isEqualTo(
            """
            execution_start < {"factor":10}
            step_start start
            step_result start
            step_transition start->each
            step_start each
            loop_start each
            loop_iteration each[0] < {"i":1,"x":1,"f":10}
            task_start each[0]/echo < {"x":1,"f":10}
            task_complete each[0]/echo > {"x":1,"f":10}
            loop_iteration_complete each[0] > {"x":1,"f":10}
            loop_iteration each[1] < {"i":2,"x":2,"f":10}
            task_start each[1]/echo < {"x":2,"f":10}
            task_complete each[1]/echo > {"x":2,"f":10}
            loop_iteration_complete each[1] > {"x":2,"f":10}
            loop_complete each > {"items":2,"processed":2,"filtered":0,"failed":0}
            step_result each > [{"x":1,"f":10},{"x":2,"f":10}]
            step_transition each->see
            step_start see
            step_result see > {"list":LIST,"task":LIST,"r":LIST,"all":LIST}
            execution_complete success > {"steps":3,"errors":0}"""
                .replace("LIST", "[{\"x\":1,\"f\":10},{\"x\":2,\"f\":10}]"));
    assertThat(notes(trace, EventType.STEP_RESULT, "each"))
        .isEqualTo(
            """
            {"task":"echo","counts":{"items":2,"processed":2,"filtered":0,"failed":0},"next":["next[0]"]}""");
  }

  @Test
  void next_of_the_loop_is_taken_once_and_sees_the_list() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.loop(List.of(), "i").calls("t").when("{{ start }}", goals("some"), goals("none")))
            .step("some")
            .step("none")
            .task("t");

    assertThat(new World(script).run().steps()).isEqualTo("start none");
  }

  @Test
  void the_with_of_the_call_is_not_rendered_before_there_is_an_item_and_not_bound_outside() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.loop(List.of(), "i").calls("t", "x", "{{ i }}").to("see"))
            .step("see", step -> step.result("x", "{{ x }}"))
            .task("t");

    Trace trace = new World(script).run();

    assertThat(trace.event(EventType.STEP_START, "start").metadata()).isNull();
    assertThat(notes(trace, EventType.STEP_RESULT, "see"))
        .isEqualTo("{\"bound\":[\"x\"],\"warnings\":[\"test.yaml:3:1: 'x' is undefined\"]}");
  }

  @Test
  void the_list_holds_null_for_a_failed_item_and_nothing_for_a_filtered_one() {
    PlaybookScript script =
        new PlaybookScript()
            .step(
                "start",
                step ->
                    step.loop(json("[{\"k\":1},{\"k\":0},{\"k\":2},{\"k\":3}]"), "i").filter("{{ i.k }}").calls("try"))
            .task("try");

    Trace trace = new World(script).task("try", success("a"), failure("no"), success("c")).run();

    assertThat(trace.details())
        .isEqualTo(
            """
            execution_start < {}
            step_start start
            loop_start start
            loop_iteration start[0] < {"i":{"k":1}}
            task_start start[0]/try < {}
            task_complete start[0]/try > "a"
            loop_iteration_complete start[0] > "a"
            loop_iteration_filtered start[1] < {"i":{"k":0}}
            loop_iteration start[2] < {"i":{"k":2}}
            task_start start[2]/try < {}
            task_error start[2]/try: no
            loop_iteration_complete start[2] error: no
            loop_iteration start[3] < {"i":{"k":3}}
            task_start start[3]/try < {}
            task_complete start[3]/try > "c"
            loop_iteration_complete start[3] > "c"
            loop_complete start error > {"items":4,"processed":3,"filtered":1,"failed":1}
            step_result start > ["a",null,"c"]
            execution_error: a loop item failed: start[2]: no
            execution_complete error > {"steps":1,"errors":1}""");
    assertThat(trace.failures()).isEqualTo("start[2]: no (test.yaml:3:1)");
  }

  @Test
  void accepted_failures_leave_the_execution_successful() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.loop(List.of(1, 2), "i").onItemError(OnItemError.CONTINUE).calls("try"))
            .task("try");

    Trace trace = new World(script).task("try", failure("no"), success(1)).run();

    assertThat(trace.status()).isEqualTo("success");
    assertThat(trace.data()).isEqualTo("{\"start\":[null,1]}");
    assertThat(trace.log()).contains("\nloop_complete start\n");
  }

  @Test
  void a_failure_that_must_not_be_passed_over_stops_the_loop_at_once() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.loop(List.of(1, 2, 3), "i").onItemError(OnItemError.FAIL).calls("try").to("a"))
            .step("a")
            .task("try");

    Trace trace = new World(script).task("try", success(1), failure("no")).run();

    assertThat(trace.log())
        .isEqualTo(
            """
            execution_start
            step_start start
            loop_start start
            loop_iteration start[0]
            task_start start[0]/try
            task_complete start[0]/try
            loop_iteration_complete start[0]
            loop_iteration start[1]
            task_start start[1]/try
            task_error start[1]/try: no
            loop_iteration_complete start[1] error: no
            loop_complete start error: item 1 of loop 'start' failed: no
            step_result start error: item 1 of loop 'start' failed: no
            execution_error: step 'start' failed: item 1 of loop 'start' failed: no
            execution_complete error""");
    assertThat(trace.failures()).isEqualTo("start[1]: no (test.yaml:4:1)");
  }

  @Test
  void strictly_an_item_whose_arguments_cannot_be_rendered_fails_before_its_task() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.loop(json("[{\"a\":1},{}]"), "i").calls("t", "x", "{{ i.a }}"))
            .task("t");

    Trace trace = new World(script).strict().run();

    assertThat(trace.log())
        .contains(
            """
            loop_iteration start[1]
            loop_iteration_complete start[1] error: 'i.a' is undefined
            loop_complete start error
            step_result start
            execution_error: a loop item failed: start[1]: 'i.a' is undefined
            execution_complete error""");
    assertThat(trace.data()).isEqualTo("{\"start\":[{\"x\":1},null]}");
    assertThat(trace.failures()).isEqualTo("start[1]: 'i.a' is undefined (test.yaml:2:1)");
  }

  @Test
  void settings_are_rendered_per_item() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.loop(List.of("p", "q"), "i").calls("get"))
            .task("get", task -> task.type("http").settings("endpoint", "{{ i }}", "method", "GET"));

    assertThat(new World(script).run().details(EventType.TASK_START))
        .isEqualTo(
            """
            task_start start[0]/get < {"endpoint":"p","method":"GET"}
            task_start start[1]/get < {"endpoint":"q","method":"GET"}""");
  }

  @Test
  void of_ten_thousand_items_the_result_carries_the_list_of_more_only_counts() {
    assertThat(resultOf(10_000)).isEqualTo(Value.of(Collections.nCopies(10_000, Value.of(1))));
    assertThat(resultOf(10_001)).isEqualTo(json("{\"items\":10001,\"processed\":10001,\"filtered\":0,\"failed\":0}"));
  }

  private static Value resultOf(int items) {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.loop(Collections.nCopies(items, 0), "i").calls("one"))
            .task("one");
    List<Event> results = new ArrayList<>();
    new World(script)
        .task("one", success(1))
        .drive(
            (event, state) -> {
              if (event.type() == EventType.STEP_RESULT) {
                results.add(event);
              }
            });
    return Values.value(results.getLast().output());
  }

  @Test
  void a_list_of_more_than_ten_thousand_items_is_there_for_those_who_read_it() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.loop(Collections.nCopies(10_001, 0), "i").calls("one").to("count", "list", "{{ start }}"))
            .step("count", step -> step.calls("count_them", "list", "{{ list }}"))
            .task("one")
            .task("count_them", task -> task.parameters("list"));

    ExecutionState state =
        new World(script)
            .task("one", success(1))
            .task(
                "count_them",
                (call, request) -> success(((Value.ListValue) request.arguments().valueOf("list")).items().size()))
            .drive((event, after) -> {});

    assertThat((Value) state.stepData().valueOf("count")).isEqualTo(Value.of(10_001));
  }
}
