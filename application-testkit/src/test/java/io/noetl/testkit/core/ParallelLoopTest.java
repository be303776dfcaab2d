package io.noetl.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.EventType;
import io.noetl.domain.playbook.Loop;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Loops whose iterations run side by side: results in the order of the items, scopes of their own, bounded numbers. */
class ParallelLoopTest {

  private static PlaybookScript doubling(int concurrency) {
    return new PlaybookScript()
        .step("start", step -> step.calls("work").loop(List.of("a", "b", "c", "d"), "item").concurrency(concurrency))
        .task("work", task -> task.with("item", "{{ item }}").parameters("item"));
  }

  @Test
  void results_are_in_the_order_of_the_items_in_whatever_order_they_end() {
    Trace trace = new World(doubling(3)).endingLastFirst().run();

    assertThat(trace.details(EventType.TASK_COMPLETE))
        .isEqualTo(
            """
            task_complete start[2]/work > {"item":"c"}
            task_complete start[3]/work > {"item":"d"}
            task_complete start[1]/work > {"item":"b"}
            task_complete start[0]/work > {"item":"a"}""");
    assertThat(trace.data())
        .isEqualTo("{\"start\":[{\"item\":\"a\"},{\"item\":\"b\"},{\"item\":\"c\"},{\"item\":\"d\"}]}");
  }

  @Test
  void no_more_iterations_run_at_a_time_than_the_concurrency() {
    Trace trace = new World(doubling(2)).run();

    assertThat(trace.log())
        .startsWith(
            """
            execution_start
            step_start start
            loop_start start
            loop_iteration start[0]
            task_start start[0]/work
            loop_iteration start[1]
            task_start start[1]/work
            task_complete start[0]/work
            loop_iteration_complete start[0]
            loop_iteration start[2]
            task_start start[2]/work
            task_complete start[1]/work
            """);
  }

  @Test
  void bodies_have_scopes_of_their_own_and_what_they_arrive_with_is_that_of_the_last_item() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .step("start", step -> step.loop(List.of(1, 2, 3), "n").concurrency(3).to("body"))
                    .step("body", step -> step.calls("work").result("own", "{{ n }}").to("finish", "last", "{{ own }}"))
                    .step("finish", step -> step.endLoop("start").result("last", "{{ last }}", "all", "{{ start_results }}"))
                    .task("work"))
            .endingLastFirst()
            .run();

    assertThat(trace.data())
        .isEqualTo(
            "{\"start\":{\"items\":3,\"processed\":3,\"filtered\":0,\"failed\":0},"
                + "\"finish\":{\"last\":3,\"all\":"
                + "[{\"body\":{\"own\":1}},{\"body\":{\"own\":2}},{\"body\":{\"own\":3}}]}}");
  }

  @Test
  void an_item_that_fails_may_end_the_others() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .step(
                        "start",
                        step ->
                            step.calls("work")
                                .loop(List.of(1, 2, 3), "n")
                                .concurrency(2)
                                .onItemError(Loop.OnItemError.FAIL))
                    .task("work"))
            .task("work", TaskAnswer.failure("broken"), TaskAnswer.HANGS)
            .run();

    assertThat(trace.log())
        .isEqualTo(
            """
            execution_start
            step_start start
            loop_start start
            loop_iteration start[0]
            task_start start[0]/work
            loop_iteration start[1]
            task_start start[1]/work
            task_error start[0]/work: broken
            loop_iteration_complete start[0] error: broken
            task_error start[1]/work: item 0 of loop 'start' failed: broken
            loop_iteration_complete start[1] error: item 0 of loop 'start' failed: broken
            loop_complete start error: item 0 of loop 'start' failed: broken
            step_result start error: item 0 of loop 'start' failed: broken
            execution_error: step 'start' failed: item 0 of loop 'start' failed: broken
            execution_complete error""");
    assertThat(trace.failures()).isEqualTo("start[0]: broken (test.yaml:3:1)");
  }

  @Test
  void a_loop_stops_when_more_items_fail_than_it_allows() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .step(
                        "start",
                        step ->
                            step.calls("work")
                                .loop(List.of(1, 2, 3, 4, 5), "n")
                                .onItemError(Loop.OnItemError.CONTINUE)
                                .maxFailures(1))
                    .task("work"))
            .task("work", TaskAnswer.failure("broken"))
            .run();

    assertThat(trace.log())
        .contains("loop_complete start error: 2 items of loop 'start' failed, more than max_failures allows (1);"
            + " the last: broken");
    assertThat(trace.status()).isEqualTo("error");
  }

  @Test
  void as_many_failures_as_are_allowed_let_a_loop_go_on() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .step(
                        "start",
                        step ->
                            step.calls("work")
                                .loop(List.of(1, 2, 3), "n")
                                .onItemError(Loop.OnItemError.CONTINUE)
                                .maxFailures(2))
                    .task("work"))
            .task("work", TaskAnswer.failure("broken"), TaskAnswer.failure("broken"), TaskAnswer.success(3))
            .run();

    assertThat(trace.status()).isEqualTo("success");
    assertThat(trace.data()).isEqualTo("{\"start\":[null,null,3]}");
  }

  @Test
  void the_deadline_of_a_step_inside_an_iteration_leaves_the_others_alone() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .step("start", step -> step.loop(List.of(1, 2), "n").concurrency(2).to("body"))
                    .step("body", step -> step.calls("work").timeout(Duration.ofSeconds(1)).goesOnAfterErrors())
                    .step("finish", step -> step.endLoop("start").result("all", "{{ start_results }}"))
                    .task("work"))
            .task("work", (call, request) -> request.nodeId().equals("start[0].body/work") ? TaskAnswer.HANGS : TaskAnswer.success(7))
            .run();

    assertThat(trace.data()).contains("\"all\":[{\"body\":null},{\"body\":7}]");
    assertThat(trace.status()).isEqualTo("success");
  }

  @Test
  void loops_inside_parallel_loops_run_side_by_side_too() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .step("start", step -> step.loop(List.of("x", "y"), "a").concurrency(2).to("inner"))
                    .step("inner", step -> step.calls("work").loop(List.of(1, 2), "b").concurrency(2))
                    .step("finish", step -> step.endLoop("start").result("all", "{{ start_results }}"))
                    .task("work", task -> task.with("a", "{{ a }}", "b", "{{ b }}").parameters("a", "b")))
            .endingLastFirst()
            .run();

    assertThat(trace.data())
        .contains(
            "\"all\":[{\"inner\":[{\"a\":\"x\",\"b\":1},{\"a\":\"x\",\"b\":2}]},"
                + "{\"inner\":[{\"a\":\"y\",\"b\":1},{\"a\":\"y\",\"b\":2}]}]");
  }

  @Test
  void a_cancellation_ends_every_iteration_that_runs() {
    Trace trace = new World(doubling(2)).task("work", TaskAnswer.HANGS).cancelAfter(7).run();

    assertThat(trace.log())
        .endsWith(
            """
            task_start start[1]/work
            task_error start[0]/work: cancelled
            loop_iteration_complete start[0] error: cancelled
            task_error start[1]/work: cancelled
            loop_iteration_complete start[1] error: cancelled
            loop_complete start error: cancelled
            step_result start error: cancelled
            execution_complete cancelled""");
    assertThat(trace.failures()).isEmpty();
  }
}
