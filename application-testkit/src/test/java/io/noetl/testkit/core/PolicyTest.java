package io.noetl.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.EventType;
import io.noetl.domain.playbook.Loop;
import io.noetl.domain.playbook.OnError;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Steps that are skipped, reshape what they yield, take too long, or whose failures are accepted; and final steps. */
class PolicyTest {

  @Test
  void a_step_that_is_passed_does_nothing_and_goes_on() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .workload("skip", true)
                    .step("start", step -> step.calls("work").pass("{{ skip }}").result("a", "x").to("next"))
                    .step("next", step -> step.result("status", "{{ start.status }}", "data", "{{ start.data }}"))
                    .task("work"))
            .run();

    assertThat(trace.log())
        .isEqualTo(
            """
            execution_start
            step_start start
            step_result start skipped
            step_transition start->next
            step_start next
            step_result next
            execution_complete success""");
    assertThat(trace.data()).isEqualTo("{\"start\":null,\"next\":{\"status\":\"skipped\",\"data\":null}}");
  }

  @Test
  void a_step_whose_pass_is_false_runs() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .step("start", step -> step.calls("work", "n", 1).pass(false))
                    .task("work", task -> task.parameters("n")))
            .run();

    assertThat(trace.data()).isEqualTo("{\"start\":{\"n\":1}}");
  }

  @Test
  void a_loop_that_is_passed_has_no_items_and_comes_to_its_end() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .step("start", step -> step.loop(List.of(1, 2), "n").pass(true).to("body"))
                    .step("body", step -> step.to("finish"))
                    .step("finish", step -> step.endLoop("start").result("done", "yes")))
            .run();

    assertThat(trace.steps()).isEqualTo("start finish");
    assertThat(trace.data()).isEqualTo("{\"start\":null,\"finish\":{\"done\":\"yes\"}}");
  }

  @Test
  void what_a_step_returns_becomes_its_data() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .step("start", step -> step.calls("work", "n", 5).returning("{{ work.n }}").to("next"))
                    .step("next", step -> step.result("seen", "{{ start }}", "raw", "{{ result.n }}"))
                    .task("work", task -> task.parameters("n")))
            .run();

    assertThat(trace.data()).isEqualTo("{\"start\":5,\"next\":{\"seen\":5,\"raw\":5}}");
  }

  @Test
  void what_a_task_returns_becomes_its_result_wherever_it_is_called() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .step("start", step -> step.calls("work", "n", 5).to("next"))
                    .step("next", step -> step.calls("work", "n", 6).result("again", "{{ work }}", "first", "{{ start }}"))
                    .task("work", task -> task.parameters("n").returning("{{ result.n }}")))
            .run();

    assertThat(trace.details(EventType.TASK_COMPLETE))
        .isEqualTo("task_complete start/work > 5\ntask_complete next/work > 6");
    assertThat(trace.data()).isEqualTo("{\"start\":5,\"next\":{\"again\":6,\"first\":5}}");
  }

  @Test
  void a_return_that_cannot_be_rendered_fails_the_task() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .step("start", step -> step.calls("work"))
                    .task("work", task -> task.returning("{{ nobody }}")))
            .strict()
            .run();

    assertThat(trace.details(EventType.TASK_ERROR)).isEqualTo("task_error start/work: 'nobody' is undefined");
    assertThat(trace.status()).isEqualTo("error");
  }

  @Test
  void a_failure_that_is_passed_over_is_bound_and_goes_on() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .step("start", step -> step.calls("work").goesOnAfterErrors().to("next"))
                    .step("next", step -> step.result("error", "{{ start.error }}", "status", "{{ work.status }}"))
                    .task("work"))
            .task("work", TaskAnswer.failure("no such host"))
            .run();

    assertThat(trace.log())
        .isEqualTo(
            """
            execution_start
            step_start start
            task_start start/work
            task_error start/work: no such host
            step_result start error: no such host
            step_transition start->next
            step_start next
            step_result next
            execution_complete success""");
    assertThat(trace.data())
        .isEqualTo("{\"start\":null,\"next\":{\"error\":\"no such host\",\"status\":\"error\"}}");
    assertThat(trace.failures()).isEmpty();
  }

  @Test
  void a_failure_may_lead_to_another_step_instead_of_next() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .step("start", step -> step.calls("work").onError("mend", "why", "{{ start.error }}").to("next"))
                    .step("next")
                    .step("mend", step -> step.result("because", "{{ why }}"))
                    .task("work"))
            .task("work", TaskAnswer.failure("broken"))
            .run();

    assertThat(trace.steps()).isEqualTo("start mend");
    assertThat(trace.data()).isEqualTo("{\"start\":null,\"mend\":{\"because\":\"broken\"}}");
    assertThat(trace.status()).isEqualTo("success");
  }

  @Test
  void what_a_task_says_about_errors_holds_for_the_steps_that_call_it() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .step("start", step -> step.calls("work").to("next"))
                    .step("next")
                    .task("work", task -> task.onError(new OnError.Continue())))
            .task("work", TaskAnswer.failure("broken"))
            .run();

    assertThat(trace.steps()).isEqualTo("start next");
    assertThat(trace.status()).isEqualTo("success");
  }

  @Test
  void a_loop_whose_failure_is_passed_over_comes_to_its_end() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .step(
                        "start",
                        step ->
                            step.loop(List.of(1, 2), "n")
                                .onItemError(Loop.OnItemError.FAIL)
                                .goesOnAfterErrors()
                                .to("body"))
                    .step("body", step -> step.calls("work").to("finish"))
                    .step("finish", step -> step.endLoop("start").result("error", "{{ start.error }}"))
                    .task("work"))
            .task("work", TaskAnswer.failure("broken"))
            .run();

    assertThat(trace.steps()).isEqualTo("start start[0].body finish");
    assertThat(trace.data())
        .isEqualTo(
            "{\"start\":null,\"finish\":{\"error\":\"item 0 of loop 'start' failed: step 'body' failed: broken\"}}");
    assertThat(trace.status()).isEqualTo("success");
  }

  @Test
  void a_step_that_takes_too_long_is_ended_and_fails() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .step("start", step -> step.calls("work").timeout(Duration.ofMillis(2500)).to("next"))
                    .step("next")
                    .task("work"))
            .task("work", TaskAnswer.HANGS)
            .run();

    assertThat(trace.log())
        .isEqualTo(
            """
            execution_start
            step_start start
            task_start start/work
            task_error start/work: timed out after 2.5 s
            step_result start error: timed out after 2.5 s
            execution_error: step 'start' failed: timed out after 2.5 s
            execution_complete error""");
    assertThat(trace.failures()).isEqualTo("start: timed out after 2.5 s (test.yaml:4:1)");
  }

  @Test
  void the_deadline_of_a_loop_ends_its_items_which_do_not_fail_themselves() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .step(
                        "start",
                        step ->
                            step.calls("work")
                                .loop(List.of(1, 2, 3), "n")
                                .timeout(Duration.ofSeconds(5))
                                .goesOnAfterErrors()
                                .to("next"))
                    .step("next")
                    .task("work"))
            .task("work", TaskAnswer.success(1), TaskAnswer.HANGS)
            .run();

    assertThat(trace.log())
        .endsWith(
            """
            task_start start[1]/work
            task_error start[1]/work: timed out after 5 s
            loop_iteration_complete start[1] error: timed out after 5 s
            loop_complete start error: timed out after 5 s
            step_result start error: timed out after 5 s
            step_transition start->next
            step_start next
            step_result next
            execution_complete success""");
    assertThat(trace.failures()).isEmpty();
  }

  @Test
  void the_deadline_of_a_loop_that_nobody_accepts_is_one_failure() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .step("start", step -> step.calls("work").loop(List.of(1, 2), "n").timeout(Duration.ofSeconds(5)))
                    .task("work"))
            .task("work", TaskAnswer.HANGS)
            .run();

    assertThat(trace.failures()).isEqualTo("start: timed out after 5 s (test.yaml:2:1)");
    assertThat(trace.status()).isEqualTo("error");
  }

  @Test
  void an_execution_that_takes_too_long_is_ended_and_fails() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .timeout(Duration.ofSeconds(60))
                    .step("start", step -> step.calls("work").goesOnAfterErrors())
                    .task("work"))
            .task("work", TaskAnswer.HANGS)
            .run();

    assertThat(trace.log())
        .isEqualTo(
            """
            execution_start
            step_start start
            task_start start/work
            task_error start/work: the execution timed out after 60 s
            step_result start error: the execution timed out after 60 s
            execution_error: the execution timed out after 60 s
            execution_complete error""");
    assertThat(trace.failures()).isEqualTo("test: the execution timed out after 60 s (test.yaml:1:1)");
  }

  private static PlaybookScript cleaning() {
    return new PlaybookScript()
        .step("start", step -> step.calls("work").to("end"))
        .step("end")
        .step("clean", step -> step.result("after", "{{ execution.status }}", "error", "{{ execution.error }}"))
        .step("tell", step -> step.calls("mail"))
        .task("work")
        .task("mail")
        .finallyTo("clean")
        .finallyTo("tell");
  }

  @Test
  void final_steps_run_after_success() {
    Trace trace = new World(cleaning()).run();

    assertThat(trace.log())
        .endsWith(
            """
            step_start end
            step_result end
            step_transition finally->clean
            step_start clean
            step_result clean
            step_transition finally->tell
            step_start tell
            task_start tell/mail
            task_complete tell/mail
            step_result tell
            execution_complete success""");
    assertThat(trace.data()).contains("\"clean\":{\"after\":\"success\",\"error\":null}");
  }

  @Test
  void final_steps_run_after_a_failure() {
    Trace trace = new World(cleaning()).task("work", TaskAnswer.failure("broken")).run();

    assertThat(trace.log())
        .endsWith(
            """
            step_result start error: broken
            execution_error: step 'start' failed: broken
            step_transition finally->clean
            step_start clean
            step_result clean
            step_transition finally->tell
            step_start tell
            task_start tell/mail
            task_complete tell/mail
            step_result tell
            execution_complete error""");
    assertThat(trace.data()).contains("\"clean\":{\"after\":\"error\",\"error\":\"broken\"}");
    assertThat(trace.failures()).isEqualTo("start: broken (test.yaml:6:1)");
  }

  @Test
  void final_steps_run_after_a_cancellation() {
    Trace trace = new World(cleaning()).task("work", TaskAnswer.HANGS).cancelAfter(3).run();

    assertThat(trace.steps()).isEqualTo("start clean tell");
    assertThat(trace.status()).isEqualTo("cancelled");
    assertThat(trace.data()).contains("\"clean\":{\"after\":\"cancelled\",\"error\":null}");
  }

  @Test
  void a_final_step_that_fails_lets_the_next_one_run_and_fails_the_execution() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .step("start")
                    .step("clean", step -> step.calls("work"))
                    .step("tell")
                    .task("work")
                    .finallyTo("clean")
                    .finallyTo("tell"))
            .task("work", TaskAnswer.failure("disk full"))
            .run();

    assertThat(trace.steps()).isEqualTo("start clean tell");
    assertThat(trace.log())
        .endsWith(
            """
            step_result tell
            execution_error: a final step failed: clean: disk full
            execution_complete error""");
    assertThat(trace.failures()).isEqualTo("clean: disk full (test.yaml:5:1)");
  }
}
