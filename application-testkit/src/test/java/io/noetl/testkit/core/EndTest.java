package io.noetl.testkit.core;

import static io.noetl.testkit.core.Goal.goals;
import static io.noetl.testkit.core.NextTest.notes;
import static io.noetl.testkit.core.TaskAnswer.failure;
import static io.noetl.testkit.core.TaskAnswer.success;
import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.EventType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code end} as the join of an execution. */
class EndTest {

  @Test
  void end_runs_once_and_last_whoever_reached_it() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.to("end").to("a").to("b"))
            .step("a", step -> step.to("end"))
            .step("b", step -> step.to("end").to("c"))
            .step("c")
            .step("end");

    assertThat(new World(script).run().log())
        .isEqualTo(
            """
            execution_start
            step_start start
            step_result start
            step_transition start->end
            step_transition start->a
            step_start a
            step_result a
            step_transition a->end
            step_transition start->b
            step_start b
            step_result b
            step_transition b->end
            step_transition b->c
            step_start c
            step_result c
            step_start end
            step_result end
            execution_complete success""");
  }

  @Test
  void end_does_not_run_when_no_branch_reached_it() {
    PlaybookScript script = new PlaybookScript().step("start", step -> step.to("a")).step("a").step("end");

    assertThat(new World(script).run().steps()).isEqualTo("start a");
  }

  @Test
  void end_does_not_run_when_the_execution_failed() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.to("end").to("a"))
            .step("a", step -> step.calls("break"))
            .step("end")
            .task("break");

    Trace trace = new World(script).task("break", failure("broken")).run();

    assertThat(trace.log())
        .isEqualTo(
            """
            execution_start
            step_start start
            step_result start
            step_transition start->end
            step_transition start->a
            step_start a
            task_start a/break
            task_error a/break: broken
            step_result a error: broken
            execution_error: step 'a' failed: broken
            execution_complete error""");
  }

  @Test
  void end_need_not_be_defined() {
    PlaybookScript script =
        new PlaybookScript().step("start", step -> step.to("end", "x", 1).to("a")).step("a", step -> step.to("end"));

    assertThat(new World(script).run().details())
        .isEqualTo(
            """
            execution_start < {}
            step_start start
            step_result start
            step_transition start->end < {"x":1}
            step_transition start->a
            step_start a
            step_result a
            step_transition a->end
            execution_complete success > {"steps":2,"errors":0}""");
  }

  @Test
  void a_with_that_leads_to_end_is_rendered_where_the_branch_arrives_and_the_last_arrival_wins() {
    PlaybookScript script =
        new PlaybookScript()
            .workload("v", 1)
            .step("start", step -> step.to("end", "who", "start", "v_then", "{{ v }}").to("a"))
            .step("a", step -> step.result("v", Values.value(2)).to("end", "who", "a"))
            .step("end", step -> step.result("who_won", "{{ who }}", "then", "{{ v_then }}", "now", "{{ v }}"));

    Trace trace = new World(script).run();

    assertThat(trace.details(EventType.STEP_TRANSITION, EventType.STEP_START))
        .isEqualTo(
            """
            step_start start
            step_transition start->end < {"who":"start","v_then":1}
            step_transition start->a
            step_start a
            step_transition a->end < {"who":"a"}
            step_start end < {"who":"a","v_then":1}""");
    assertThat(trace.data())
        .isEqualTo("{\"start\":null,\"a\":{\"v\":2},\"end\":{\"who_won\":\"a\",\"then\":1,\"now\":2}}");
  }

  @Test
  void end_may_carry_a_task_and_a_result_and_leads_nowhere() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.to("end", "x", 5))
            .step(
                "end", step -> step.calls("sum", "n", "{{ x }}").result("total", "{{ sum.total }}").to("a"))
            .step("a")
            .task("sum");

    Trace trace = new World(script).task("sum", success(Values.map("total", 9))).run();

    assertThat(trace.details())
        .isEqualTo(
            """
            execution_start < {}
            step_start start
            step_result start
            step_transition start->end < {"x":5}
            step_start end < {"x":5,"n":5}
            task_start end/sum < {}
            task_complete end/sum > {"total":9}
            step_result end > {"total":9}
            execution_complete success > {"steps":2,"errors":0}""");
    assertThat(notes(trace, EventType.STEP_RESULT, "end")).isEqualTo("{\"task\":\"sum\",\"bound\":[\"total\"]}");
  }

  @Test
  void a_failing_end_fails_the_execution() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.to("end"))
            .step("end", step -> step.calls("break"))
            .task("break");

    Trace trace = new World(script).task("break", failure("broken")).run();

    assertThat(trace.status()).isEqualTo("error");
    assertThat(trace.failures()).isEqualTo("end: broken (test.yaml:4:1)");
  }

  @Test
  void end_runs_after_loops_whose_failed_items_were_passed_over() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.to("loop"))
            .step("loop", step -> step.loop(List.of(1, 2), "i").to("body"))
            .step("body", step -> step.calls("try"))
            .step("done", step -> step.endLoop("loop").to("end"))
            .step("end")
            .task("try");

    Trace trace = new World(script).task("try", failure("no"), success(1)).run();

    assertThat(trace.steps()).isEqualTo("start loop loop[0].body loop[1].body done end");
    assertThat(trace.status()).isEqualTo("error");
  }

  @Test
  void strictly_a_with_that_cannot_be_rendered_fails_the_end_it_leads_to() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.to("end", "x", "{{ missing }}").to("a"))
            .step("a", step -> step.to("end", "x", 1))
            .step("end");

    Trace trace = new World(script).strict().run();

    assertThat(trace.log())
        .isEqualTo(
            """
            execution_start
            step_start start
            step_result start
            step_transition start->end
            step_transition start->a
            step_start a
            step_result a
            step_transition a->end
            step_start end
            step_result end error: 'missing' is undefined
            execution_error: step 'end' failed: 'missing' is undefined
            execution_complete error""");
    assertThat(trace.failures()).isEqualTo("end: 'missing' is undefined (test.yaml:2:1)");
  }

  @Test
  void strictly_a_with_that_cannot_be_rendered_fails_the_execution_also_when_end_is_not_defined() {
    PlaybookScript script =
        new PlaybookScript().step("start", step -> step.to("end", "x", "{{ missing }}").to("a")).step("a");

    Trace trace = new World(script).strict().run();

    assertThat(trace.log())
        .isEqualTo(
            """
            execution_start
            step_start start
            step_result start
            step_transition start->end
            execution_error: the way from 'start' to 'end' failed: 'missing' is undefined
            execution_complete error""");
    assertThat(trace.failures()).isEqualTo("start->end: 'missing' is undefined (test.yaml:2:1)");
  }

  @Test
  void end_inside_a_body_ends_that_branch_only() {
    PlaybookScript script =
        new PlaybookScript()
            .workload("odd", false)
            .step("start", step -> step.to("loop"))
            .step("loop", step -> step.loop(List.of(1, 2), "i").to("a").to("b"))
            .step("a", step -> step.to("end", "from", "a"))
            .step("b", step -> step.when("{{ odd }}", goals("x")))
            .step("x")
            .step("done", step -> step.endLoop("loop"))
            .step("end");

    assertThat(new World(script).run().log())
        .isEqualTo(
            """
            execution_start
            step_start start
            step_result start
            step_transition start->loop
            step_start loop
            loop_start loop
            loop_iteration loop[0]
            step_transition loop[0]->a
            step_start loop[0].a
            step_result loop[0].a
            step_transition loop[0].a->end
            step_transition loop[0]->b
            step_start loop[0].b
            step_result loop[0].b
            loop_iteration_complete loop[0]
            loop_iteration loop[1]
            step_transition loop[1]->a
            step_start loop[1].a
            step_result loop[1].a
            step_transition loop[1].a->end
            step_transition loop[1]->b
            step_start loop[1].b
            step_result loop[1].b
            loop_iteration_complete loop[1]
            loop_complete loop
            step_result loop
            step_transition loop->done
            step_start done
            step_result done
            execution_complete success""");
  }
}
