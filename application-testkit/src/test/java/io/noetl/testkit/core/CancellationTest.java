package io.noetl.testkit.core;

import static io.noetl.testkit.core.TaskAnswer.failure;
import static io.noetl.testkit.core.TaskAnswer.success;
import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.playbook.Loop.OnItemError;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An execution that is cancelled comes to its end with everything closed, at whatever point it was. */
class CancellationTest {

  private static final Set<EventType> BEGINNINGS =
      Set.of(EventType.STEP_START, EventType.TASK_START, EventType.LOOP_ITERATION, EventType.LOOP_START);

  /** Tasks, nested loops, a loop with a task, filters, joins. */
  private static PlaybookScript everything(OnItemError policy) {
    return new PlaybookScript()
        .workload("list", List.of(1, 0))
        .step("start", step -> step.calls("work").to("loop", "x", 1).to("end"))
        .step("loop", step -> step.loop("{{ list }}", "i").onItemError(policy).filter("{{ i }}").to("inner").to("work_more"))
        .step("inner", step -> step.loop("{{ list }}", "j").onItemError(policy).to("deep"))
        .step("deep", step -> step.calls("work").to("end_inner"))
        .step("end_inner", step -> step.endLoop("inner").to("each"))
        .step("each", step -> step.loop("{{ list }}", "k").onItemError(policy).calls("work", "k", "{{ k }}"))
        .step("work_more", step -> step.calls("work").to("end_loop"))
        .step("end_loop", step -> step.endLoop("loop").result("all", "{{ loop_results }}").to("end"))
        .step("end", step -> step.calls("work"))
        .task("work");
  }

  @ParameterizedTest
  @EnumSource(OnItemError.class)
  void at_every_point_the_execution_ends_cancelled_with_everything_closed(OnItemError policy) {
    int events = new World(everything(policy)).run().events().size();
    assertThat(events).isEqualTo(66);
    for (int after = 0; after < events; after++) {
      Trace trace = new World(everything(policy)).cancelAfter(after).run();

      assertThat(trace.status()).as("cancelled after %d events", after).isEqualTo("cancelled");
      assertThat(trace.state().failureCount()).as("cancelled after %d events", after).isZero();
      assertThat(trace.details(EventType.EXECUTION_ERROR)).as("cancelled after %d events", after).isEmpty();
      assertThat(trace.events().stream().skip(Math.max(1, after)).map(Event::type).toList())
          .as("cancelled after %d events: nothing begins any more", after)
          .doesNotContainAnyElementsOf(BEGINNINGS);
    }
  }

  @ParameterizedTest
  @EnumSource(OnItemError.class)
  void at_every_point_of_a_failing_execution_too(OnItemError policy) {
    World world = new World(everything(policy)).task("work", success(1), failure("no"));
    int events = world.run().events().size();
    for (int after = 0; after < events; after++) {
      assertThat(new World(everything(policy)).task("work", success(1), failure("no")).cancelAfter(after).run().status())
          .as("cancelled after %d events", after)
          .isEqualTo("cancelled");
    }
  }

  @Test
  void before_anything_happened() {
    assertThat(new World(new PlaybookScript().step("start")).cancelAfter(0).run().log())
        .isEqualTo(
            """
            execution_start
            execution_complete cancelled""");
  }

  @Test
  void between_two_steps() {
    PlaybookScript script = new PlaybookScript().step("start", step -> step.to("a").to("end")).step("a").step("end");

    assertThat(new World(script).cancelAfter(3).run().log())
        .isEqualTo(
            """
            execution_start
            step_start start
            step_result start
            execution_complete cancelled""");
    assertThat(new World(script).cancelAfter(4).run().log())
        .isEqualTo(
            """
            execution_start
            step_start start
            step_result start
            step_transition start->a
            execution_complete cancelled""");
    assertThat(new World(script).cancelAfter(7).run().log()).endsWith("step_transition start->end\nexecution_complete cancelled");
  }

  @Test
  void while_a_task_runs() {
    PlaybookScript script = new PlaybookScript().step("start", step -> step.calls("work").to("a")).step("a").task("work");

    Trace trace = new World(script).cancelAfter(3).run();

    assertThat(trace.log())
        .isEqualTo(
            """
            execution_start
            step_start start
            task_start start/work
            task_error start/work: cancelled
            step_result start error: cancelled
            execution_complete cancelled""");
    assertThat(NextTest.notes(trace, EventType.TASK_ERROR, "start/work"))
        .isEqualTo("{\"at\":\"test.yaml:4:1\",\"cancelled\":true}");
    assertThat(NextTest.notes(trace, EventType.STEP_RESULT, "start"))
        .isEqualTo("{\"task\":\"work\",\"at\":\"test.yaml:4:1\",\"cancelled\":true}");
  }

  @Test
  void before_the_task_of_a_step_that_has_begun() {
    PlaybookScript script = new PlaybookScript().step("start", step -> step.calls("work")).task("work");

    assertThat(new World(script).cancelAfter(2).run().log())
        .isEqualTo(
            """
            execution_start
            step_start start
            step_result start error: cancelled
            execution_complete cancelled""");
  }

  @Test
  void inside_nested_loops() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.loop(List.of(1, 2), "i").to("inner"))
            .step("inner", step -> step.loop(List.of(1, 2), "j").to("deep"))
            .step("deep", step -> step.calls("work"))
            .step("done", step -> step.endLoop("start"))
            .task("work");

    Trace trace = new World(script).cancelAfter(10).run();

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
            step_transition start[0].inner[0]->deep
            step_start start[0].inner[0].deep
            step_result start[0].inner[0].deep error: cancelled
            loop_iteration_complete start[0].inner[0] error: step 'deep' failed: cancelled
            loop_complete start[0].inner error: cancelled
            step_result start[0].inner error: cancelled
            loop_iteration_complete start[0] error: step 'inner' failed: cancelled
            loop_complete start error: cancelled
            step_result start error: cancelled
            execution_complete cancelled""");
  }

  @Test
  void a_failure_that_happened_before_the_cancellation_is_still_counted() {
    PlaybookScript script = new PlaybookScript().step("start", step -> step.calls("work")).task("work");

    Trace trace = new World(script).task("work", failure("no")).cancelAfter(4).run();

    assertThat(trace.log())
        .isEqualTo(
            """
            execution_start
            step_start start
            task_start start/work
            task_error start/work: no
            step_result start error: no
            execution_complete cancelled""");
    assertThat(trace.failures()).isEqualTo("start: no (test.yaml:3:1)");
  }

  @Test
  void an_item_that_failed_before_the_cancellation_is_still_counted() {
    PlaybookScript script =
        new PlaybookScript().step("start", step -> step.loop(List.of(1), "i").calls("work")).task("work");

    Trace trace = new World(script).task("work", failure("no")).cancelAfter(6).run();

    assertThat(trace.log())
        .endsWith(
            """
            task_error start[0]/work: no
            loop_iteration_complete start[0] error: no
            loop_complete start error: cancelled
            step_result start error: cancelled
            execution_complete cancelled""");
    assertThat(trace.failures()).isEqualTo("start[0]: no (test.yaml:3:1)");
  }

  @Test
  void a_task_that_ended_before_it_could_be_interrupted_keeps_its_result() {
    PlaybookScript script = new PlaybookScript().step("start", step -> step.calls("work").to("a")).step("a").task("work");

    assertThat(new World(script).task("work", success(5)).cancelAfter(4).run().details())
        .isEqualTo(
            """
            execution_start < {}
            step_start start
            task_start start/work < {}
            task_complete start/work > 5
            step_result start > 5
            execution_complete cancelled > {"steps":1,"errors":0}""");
  }
}
