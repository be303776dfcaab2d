package io.noetl.testkit.core;

import static io.noetl.testkit.core.TaskAnswer.failure;
import static io.noetl.testkit.core.TaskAnswer.success;
import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.EventType;
import io.noetl.domain.playbook.Loop.OnItemError;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 6 of control flow inside loop bodies. */
class ItemFailureTest {

  private static PlaybookScript loop(OnItemError policy) {
    return new PlaybookScript()
        .step("start", step -> step.to("loop"))
        .step("loop", step -> step.loop(List.of(1, 2), "i").onItemError(policy).to("before").to("never_if_failed"))
        .step("before", step -> step.to("body"))
        .step("body", step -> step.calls("try").to("after"))
        .step("after")
        .step("never_if_failed")
        .step("done", step -> step.endLoop("loop").result("all", "{{ loop_results }}").to("end"))
        .step("end")
        .task("try");
  }

  private static World world(OnItemError policy) {
    return new World(loop(policy)).task("try", failure("no"), success("yes"));
  }

  @Test
  void finish_skips_the_rest_of_the_iteration_goes_on_and_ends_in_error() {
    Trace trace = world(OnItemError.FINISH).run();

    assertThat(trace.log())
        .isEqualTo(
            """
            execution_start
            step_start start
            step_result start
            step_transition start->loop
            step_start loop
            loop_start loop
            loop_iteration loop[0]
            step_transition loop[0]->before
            step_start loop[0].before
            step_result loop[0].before
            step_transition loop[0].before->body
            step_start loop[0].body
            task_start loop[0].body/try
            task_error loop[0].body/try: no
            step_result loop[0].body error: no
            loop_iteration_complete loop[0] error: step 'body' failed: no
            loop_iteration loop[1]
            step_transition loop[1]->before
            step_start loop[1].before
            step_result loop[1].before
            step_transition loop[1].before->body
            step_start loop[1].body
            task_start loop[1].body/try
            task_complete loop[1].body/try
            step_result loop[1].body
            step_transition loop[1].body->after
            step_start loop[1].after
            step_result loop[1].after
            step_transition loop[1]->never_if_failed
            step_start loop[1].never_if_failed
            step_result loop[1].never_if_failed
            loop_iteration_complete loop[1]
            loop_complete loop error
            step_result loop
            step_transition loop->done
            step_start done
            step_result done
            step_transition done->end
            step_start end
            step_result end
            execution_error: a loop item failed: loop[0]: step 'body' failed: no
            execution_complete error""");
    assertThat(trace.details(EventType.STEP_RESULT))
        .contains(
            """
            step_result done > {"all":[{"before":null,"body":null},\
            {"before":null,"body":"yes","after":null,"never_if_failed":null}]}""");
    assertThat(trace.failures()).isEqualTo("loop[0].body: no (test.yaml:10:1)");
  }

  @Test
  void continue_does_the_same_and_accepts_the_failures() {
    Trace trace = world(OnItemError.CONTINUE).run();

    assertThat(trace.status()).isEqualTo("success");
    assertThat(trace.steps()).isEqualTo(world(OnItemError.FINISH).run().steps());
    assertThat(trace.log()).contains("\nloop_iteration_complete loop[0] error: step 'body' failed: no\n");
    assertThat(trace.log()).contains("\nloop_complete loop\n").doesNotContain("execution_error");
    assertThat(trace.details(EventType.EXECUTION_COMPLETE))
        .isEqualTo("execution_complete success > {\"steps\":10,\"errors\":0}");
  }

  @Test
  void fail_stops_at_once() {
    Trace trace = world(OnItemError.FAIL).run();

    assertThat(trace.log())
        .endsWith(
            """
            task_error loop[0].body/try: no
            step_result loop[0].body error: no
            loop_iteration_complete loop[0] error: step 'body' failed: no
            loop_complete loop error: item 0 of loop 'loop' failed: step 'body' failed: no
            step_result loop error: item 0 of loop 'loop' failed: step 'body' failed: no
            execution_error: step 'loop' failed: item 0 of loop 'loop' failed: step 'body' failed: no
            execution_complete error""");
    assertThat(trace.failures()).isEqualTo("loop[0].body: no (test.yaml:10:1)");
  }

  private static Trace nested(OnItemError outer, OnItemError inner) {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.loop(List.of(1, 2), "i").onItemError(outer).to("inner"))
            .step("inner", step -> step.loop(List.of(1, 2), "j").onItemError(inner).to("body"))
            .step("body", step -> step.calls("try"))
            .step("end_inner", step -> step.endLoop("inner").to("after"))
            .step("after")
            .step("done", step -> step.endLoop("start").result("all", "{{ start_results }}"))
            .task("try");
    return new World(script).task("try", failure("no"), success(1)).run();
  }

  @Test
  void an_inner_failure_that_stops_its_loop_fails_the_item_of_the_outer_loop() {
    Trace trace = nested(OnItemError.FINISH, OnItemError.FAIL);

    assertThat(trace.log())
        .isEqualTo(
            """
            execution_start
            step_start start
            loop_start start
            loop_iteration start[0]
            step_transition start[0]->inner
            step_start start[0].inner
            loop_start start[0].inner
            loop_iteration start[0].inner[0]
            step_transition start[0].inner[0]->body
            step_start start[0].inner[0].body
            task_start start[0].inner[0].body/try
            task_error start[0].inner[0].body/try: no
            step_result start[0].inner[0].body error: no
            loop_iteration_complete start[0].inner[0] error: step 'body' failed: no
            loop_complete start[0].inner error: item 0 of loop 'inner' failed: step 'body' failed: no
            step_result start[0].inner error: item 0 of loop 'inner' failed: step 'body' failed: no
            loop_iteration_complete start[0] error: step 'inner' failed: item 0 of loop 'inner' failed: step 'body' failed: no
            loop_iteration start[1]
            step_transition start[1]->inner
            step_start start[1].inner
            loop_start start[1].inner
            loop_iteration start[1].inner[0]
            step_transition start[1].inner[0]->body
            step_start start[1].inner[0].body
            task_start start[1].inner[0].body/try
            task_complete start[1].inner[0].body/try
            step_result start[1].inner[0].body
            loop_iteration_complete start[1].inner[0]
            loop_iteration start[1].inner[1]
            step_transition start[1].inner[1]->body
            step_start start[1].inner[1].body
            task_start start[1].inner[1].body/try
            task_complete start[1].inner[1].body/try
            step_result start[1].inner[1].body
            loop_iteration_complete start[1].inner[1]
            loop_complete start[1].inner
            step_result start[1].inner
            step_transition start[1].inner->end_inner
            step_start start[1].end_inner
            step_result start[1].end_inner
            step_transition start[1].end_inner->after
            step_start start[1].after
            step_result start[1].after
            loop_iteration_complete start[1]
            loop_complete start error
            step_result start
            step_transition start->done
            step_start done
            step_result done
            execution_error: a loop item failed: start[0]: step 'inner' failed: item 0 of loop 'inner' failed: step 'body' failed: no
            execution_complete error""");
    assertThat(trace.failures()).isEqualTo("start[0].inner[0].body: no (test.yaml:8:1)");
    assertThat(trace.data())
        .endsWith(
            """
            "done":{"all":[{"inner":null},{"inner":{"items":2,"processed":2,"filtered":0,"failed":0},\
            "end_inner":null,"after":null}]}}""");
  }

  @Test
  void the_outer_loop_judges_only_what_the_inner_one_does_not_pass_over() {
    assertThat(nested(OnItemError.CONTINUE, OnItemError.CONTINUE).status()).isEqualTo("success");
    assertThat(nested(OnItemError.FAIL, OnItemError.CONTINUE).status()).isEqualTo("success");
    assertThat(nested(OnItemError.FINISH, OnItemError.CONTINUE).status()).isEqualTo("success");
    assertThat(nested(OnItemError.CONTINUE, OnItemError.FAIL).status()).isEqualTo("success");
    assertThat(nested(OnItemError.CONTINUE, OnItemError.FINISH).status()).isEqualTo("error");
    assertThat(nested(OnItemError.FAIL, OnItemError.FINISH).steps()).endsWith("done");
    assertThat(nested(OnItemError.FAIL, OnItemError.FAIL).steps()).isEqualTo("start start[0].inner start[0].inner[0].body");
  }

  @Test
  void the_error_of_the_execution_counts_and_names_only_items_that_were_not_accepted() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.to("accepting").to("minding"))
            .step("accepting", step -> step.loop(List.of(1, 2), "i").onItemError(OnItemError.CONTINUE).calls("try"))
            .step("minding", step -> step.loop(List.of(1, 2, 3), "i").calls("try"))
            .task("try");

    Trace trace =
        new World(script).task("try", failure("a"), failure("b"), success(1), failure("c"), failure("d")).run();

    assertThat(trace.details(EventType.EXECUTION_ERROR, EventType.EXECUTION_COMPLETE))
        .isEqualTo(
            """
            execution_error: 2 loop items failed; the first: minding[1]: c
            execution_complete error > {"steps":3,"errors":2}""");
  }

  @Test
  void strictly_a_filter_or_a_way_that_cannot_be_rendered_fails_the_item() {
    PlaybookScript script =
        new PlaybookScript()
            .workload("list", Values.json("[{\"keep\":1,\"go\":1},{\"go\":1},{\"keep\":1},{\"keep\":0}]"))
            .step(
                "start",
                step -> step.loop("{{ list }}", "i").filter("{{ i.keep }}").when("{{ i.go }}", Goal.goals("a")))
            .step("a")
            .step("done", step -> step.endLoop("start").result("all", "{{ start_results }}"));

    Trace trace = new World(script).strict().run();

    assertThat(trace.log())
        .isEqualTo(
            """
            execution_start
            step_start start
            loop_start start
            loop_iteration start[0]
            step_transition start[0]->a
            step_start start[0].a
            step_result start[0].a
            loop_iteration_complete start[0]
            loop_iteration start[1]
            loop_iteration_complete start[1] error: 'i.keep' is undefined
            loop_iteration start[2]
            loop_iteration_complete start[2] error: 'i.go' is undefined
            loop_iteration_filtered start[3]
            loop_complete start error
            step_result start
            step_transition start->done
            step_start done
            step_result done
            execution_error: 2 loop items failed; the first: start[1]: 'i.keep' is undefined
            execution_complete error""");
    assertThat(trace.data()).endsWith("\"done\":{\"all\":[{\"a\":null},{},{}]}}");
    assertThat(trace.failures())
        .isEqualTo(
            """
            start[1]: 'i.keep' is undefined (test.yaml:2:1)
            start[2]: 'i.go' is undefined (test.yaml:2:1)""");
  }

  @Test
  void strictly_a_way_to_end_that_cannot_be_rendered_fails_the_item() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.loop(List.of(1), "i").to("end", "x", "{{ missing }}").to("a"))
            .step("a")
            .step("end");

    Trace trace = new World(script).strict().run();

    assertThat(trace.log())
        .isEqualTo(
            """
            execution_start
            step_start start
            loop_start start
            loop_iteration start[0]
            step_transition start[0]->end
            loop_iteration_complete start[0] error: the way from 'start' to 'end' failed: 'missing' is undefined
            loop_complete start error
            step_result start
            execution_error: a loop item failed: start[0]: the way from 'start' to 'end' failed: 'missing' is undefined
            execution_complete error""");
    assertThat(trace.failures()).isEqualTo("start[0]->end: 'missing' is undefined (test.yaml:2:1)");
  }

  @Test
  void strictly_a_way_to_the_end_of_a_loop_that_cannot_be_rendered_fails_that_end() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.loop(List.of(1, 2), "i").to("done", "x", "{{ i.a }}"))
            .step("done", step -> step.endLoop("start"));

    Trace trace = new World(script).strict().run();

    assertThat(trace.log())
        .endsWith(
            """
            step_transition start->done
            step_start done
            step_result done error: 'i.a' is undefined
            execution_error: step 'done' failed: 'i.a' is undefined
            execution_complete error""");
    assertThat(trace.failures()).isEqualTo("done: 'i.a' is undefined (test.yaml:2:1)");
  }
}
