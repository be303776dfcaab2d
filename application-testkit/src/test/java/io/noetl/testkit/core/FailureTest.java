package io.noetl.testkit.core;

import static io.noetl.testkit.core.Goal.goals;
import static io.noetl.testkit.core.NextTest.notes;
import static io.noetl.testkit.core.TaskAnswer.failure;
import static io.noetl.testkit.core.TaskAnswer.success;
import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.EventType;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.template.Position;
import io.noetl.domain.value.Value;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Rule 6 of control flow outside loops, strict mode, and the warnings of lenient mode. */
class FailureTest {

  @Test
  void a_failed_task_fails_its_step_and_the_execution_at_once() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.to("a").to("b"))
            .step("a", step -> step.calls("get").result("x", 1).to("c"))
            .step("b")
            .step("c")
            .step("end")
            .task("get", task -> task.type("http").settings("url", "u"));
    TaskOutcome refused =
        new TaskOutcome.Failure(
            "refused", Values.json("{\"status_code\":500}"), new Position(9, 7), Values.map("elapsed", 1.5));

    Trace trace = new World(script).task("get", refused).run();

    assertThat(trace.details())
        .isEqualTo(
            """
            execution_start < {}
            step_start start
            step_result start
            step_transition start->a
            step_start a
            task_start a/get < {"url":"u"}
            task_error a/get > {"status_code":500}: refused
            step_result a error > {"status_code":500}: refused
            execution_error: step 'a' failed: refused
            execution_complete error > {"steps":2,"errors":1}""");
    assertThat(notes(trace, EventType.TASK_ERROR, "a/get")).isEqualTo("{\"elapsed\":1.5,\"at\":\"test.yaml:9:7\"}");
    assertThat(notes(trace, EventType.STEP_RESULT, "a")).isEqualTo("{\"task\":\"get\",\"at\":\"test.yaml:9:7\"}");
    assertThat(notes(trace, EventType.EXECUTION_ERROR, "test")).isEqualTo("{\"at\":\"test.yaml:9:7\"}");
    assertThat(trace.failures()).isEqualTo("a: refused (test.yaml:9:7)");
    assertThat(trace.data()).isEqualTo("{\"start\":null,\"a\":null}");
  }

  @Test
  void a_failure_without_a_place_of_its_own_lies_where_its_task_begins() {
    PlaybookScript script = new PlaybookScript().step("start", step -> step.calls("get")).task("get");

    assertThat(new World(script).task("get", failure("no")).run().failures()).isEqualTo("start: no (test.yaml:3:1)");
  }

  @Test
  void what_a_task_tells_beside_its_data_is_kept_in_the_event() {
    PlaybookScript script = new PlaybookScript().step("start", step -> step.calls("say")).task("say");
    TaskOutcome outcome = new TaskOutcome.Success(Value.NULL, Values.map("stdout", "hello\n"));

    Trace trace = new World(script).task("say", outcome).run();

    assertThat(notes(trace, EventType.TASK_COMPLETE, "start/say")).isEqualTo("{\"stdout\":\"hello\\n\"}");
    assertThat(trace.event(EventType.TASK_COMPLETE, "start/say").attempt()).isEqualTo(1);
    assertThat(trace.event(EventType.TASK_START, "start/say").attempt()).isEqualTo(1);
    assertThat(trace.event(EventType.TASK_START, "start/say").node().type()).isEqualTo("task.test");
  }

  private static Trace strictly(UnaryOperator<StepScript> content) {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.to("a"))
            .step("a", content)
            .step("b")
            .task("echo")
            .task("set", task -> task.settings("s", "{{ missing }}"))
            .task("own", task -> task.with("w", "{{ missing }}"));
    return new World(script).strict().run();
  }

  private static final String FAILED =
      """
      step_result a error: 'missing' is undefined
      execution_error: step 'a' failed: 'missing' is undefined
      execution_complete error""";

  @Test
  void strictly_arguments_that_cannot_be_rendered_fail_the_step() {
    Trace trace = strictly(step -> step.calls("echo", "x", "{{ missing }}"));

    assertThat(trace.log()).endsWith("step_start a\n" + FAILED);
    assertThat(notes(trace, EventType.STEP_START, "a"))
        .isEqualTo("{\"failure\":{\"error\":\"'missing' is undefined\",\"at\":\"test.yaml:3:1\"}}");
    assertThat(trace.failures()).isEqualTo("a: 'missing' is undefined (test.yaml:3:1)");
  }

  @Test
  void strictly_settings_that_cannot_be_rendered_fail_the_step() {
    Trace trace = strictly(step -> step.calls("set"));

    assertThat(trace.log()).endsWith("step_start a\n" + FAILED);
    assertThat(trace.failures()).isEqualTo("a: 'missing' is undefined (test.yaml:6:1)");
  }

  @Test
  void strictly_a_tasks_own_arguments_that_cannot_be_rendered_fail_the_step() {
    assertThat(strictly(step -> step.calls("own")).log()).endsWith("step_start a\n" + FAILED);
  }

  @Test
  void strictly_a_result_that_cannot_be_rendered_fails_the_step_after_its_task() {
    assertThat(strictly(step -> step.calls("echo").result("r", "{{ missing }}").to("b")).log())
        .endsWith("task_complete a/echo\n" + FAILED);
  }

  @Test
  void strictly_a_condition_that_cannot_be_rendered_fails_the_step() {
    assertThat(strictly(step -> step.when("{{ missing }}", goals("b")).otherwise(goals("b"))).log())
        .endsWith("step_start a\n" + FAILED);
  }

  @Test
  void strictly_items_that_cannot_be_rendered_fail_the_loop() {
    assertThat(strictly(step -> step.loop("{{ missing }}", "i").to("b")).log()).endsWith("step_start a\n" + FAILED);
  }

  @Test
  void strictly_a_with_that_cannot_be_rendered_fails_the_step_it_leads_to() {
    Trace trace = strictly(step -> step.to("b", "x", "{{ missing }}"));

    assertThat(trace.log())
        .endsWith(
            """
            step_transition a->b
            step_start b
            step_result b error: 'missing' is undefined
            execution_error: step 'b' failed: 'missing' is undefined
            execution_complete error""");
    assertThat(trace.failures()).isEqualTo("b: 'missing' is undefined (test.yaml:3:1)");
  }

  @Test
  void leniently_every_warning_is_kept_in_the_event_that_met_it() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.to("a", "w", "{{ m1 }}"))
            .step(
                "a",
                step ->
                    step.calls("get", "x", "{{ m2 }}").result("r", "{{ m4 }}").when("{{ m5 }}", goals("b")))
            .step("b")
            .task("get", task -> task.settings("s", "{{ m3 }}", "broken", "{{ 1/0 }}"));
    LiteralTemplates templates = new LiteralTemplates().failing("{{ 1/0 }}", "division by zero");

    Trace trace = new World(script).templates(templates).task("get", success(1)).run();

    assertThat(trace.status()).isEqualTo("success");
    assertThat(notes(trace, EventType.STEP_TRANSITION, "start->a"))
        .isEqualTo("{\"from\":\"start\",\"to\":\"a\",\"warnings\":[\"test.yaml:2:1: 'm1' is undefined\"]}");
    assertThat(notes(trace, EventType.STEP_START, "a"))
        .isEqualTo("{\"warnings\":[\"test.yaml:3:1: 'm2' is undefined\"]}");
    assertThat(notes(trace, EventType.TASK_START, "a/get"))
        .isEqualTo("{\"warnings\":[\"test.yaml:5:1: 'm3' is undefined\",\"test.yaml:5:1: division by zero\"]}");
    assertThat(notes(trace, EventType.STEP_RESULT, "a"))
        .isEqualTo(
            """
            {"task":"get","bound":["r"],"warnings":["test.yaml:3:1: 'm4' is undefined",\
            "test.yaml:3:1: 'm5' is undefined"]}""");
    assertThat(trace.details(EventType.STEP_TRANSITION, EventType.TASK_START, EventType.STEP_RESULT))
        .isEqualTo(
            """
            step_result start
            step_transition start->a < {"w":null}
            task_start a/get < {"s":null,"broken":null}
            step_result a > {"r":null}""");
  }
}
