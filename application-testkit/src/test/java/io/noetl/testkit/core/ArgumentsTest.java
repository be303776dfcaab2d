package io.noetl.testkit.core;

import static io.noetl.testkit.core.NextTest.notes;
import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.EventType;
import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.value.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a task is given: its own arguments over those of the call, and what its parameters take of them. */
class ArgumentsTest {

  @Test
  void the_tasks_own_arguments_win_over_those_of_the_call() {
    assertThat(argumentsOf(task -> task.parameters("x", "y").with("x", "own")))
        .isEqualTo("{\"x\":\"own\",\"y\":\"called\"}");
  }

  @Test
  void a_key_of_the_call_that_is_no_parameter_is_dropped() {
    assertThat(argumentsOf(task -> task.parameters("y"))).isEqualTo("{\"y\":\"called\"}");
  }

  @Test
  void a_task_that_takes_others_gets_every_key_of_the_call() {
    assertThat(argumentsOf(task -> task.parameters("y", "**"))).isEqualTo("{\"x\":\"called\",\"y\":\"called\"}");
  }

  @Test
  void an_unknown_key_of_the_tasks_own_arguments_is_kept_so_that_its_runner_refuses_it() {
    assertThat(argumentsOf(task -> task.parameters("y").with("z", 1))).isEqualTo("{\"y\":\"called\",\"z\":1}");
  }

  @Test
  void a_required_parameter_that_nobody_gives_is_the_variable_of_its_name() {
    assertThat(argumentsOf(task -> task.parameters("in_scope"))).isEqualTo("{\"in_scope\":\"workload\"}");
  }

  @Test
  void a_parameter_with_a_default_is_not_taken_from_scope() {
    assertThat(argumentsOf(task -> task.parameters("in_scope?"))).isEqualTo("{}");
  }

  @Test
  void a_required_parameter_that_is_nowhere_is_left_to_the_runner() {
    assertThat(argumentsOf(task -> task.parameters("nowhere"))).isEqualTo("{}");
  }

  @Test
  void the_outcome_of_a_step_is_given_as_its_data() {
    assertThat(argumentsOf(task -> task.parameters("start"))).isEqualTo("{\"start\":{\"n\":1}}");
  }

  @Test
  void the_tasks_own_arguments_see_those_of_the_call_but_not_each_other() {
    assertThat(argumentsOf(task -> task.parameters("a", "b").with("a", "{{ x }}", "b", "{{ a }}")))
        .isEqualTo("{\"a\":\"called\",\"b\":null}");
  }

  @Test
  void settings_see_the_tasks_own_arguments() {
    List<TaskRequest> requests = new ArrayList<>();
    run(task -> task.type("http").with("x", "own").settings("endpoint", List.of("{{ x }}", "{{ y }}")), requests);

    assertThat(JsonWriter.write(requests.getFirst().settings())).isEqualTo("{\"endpoint\":[\"own\",\"called\"]}");
    assertThat(JsonWriter.write(requests.getFirst().arguments())).isEqualTo("{\"x\":\"own\",\"y\":\"called\"}");
    assertThat(requests.getFirst().nodeId()).isEqualTo("call/t");
  }

  @Test
  void a_tasks_own_arguments_are_not_bound_in_the_scope() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.calls("t").to("see"))
            .step("see", step -> step.result("own", "{{ own }}"))
            .task("t", task -> task.with("own", 1));

    Trace trace = new World(script).run();

    assertThat(notes(trace, EventType.STEP_RESULT, "see")).contains("'own' is undefined");
  }

  @Test
  void a_task_on_a_step_bears_the_name_of_the_step() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.runs(task -> task.type("python").parameters("x"), "x", 1).to("see"))
            .step("see", step -> step.result("r", "{{ start }}"));

    assertThat(new World(script).run().details(EventType.TASK_START, EventType.STEP_RESULT))
        .isEqualTo(
            """
            task_start start/start < {"x":1}
            step_result start > {"x":1}
            step_result see > {"r":{"x":1}}""");
  }

  /** The arguments of a task that is called with x and y, as JSON. */
  private static String argumentsOf(UnaryOperator<TaskScript> task) {
    List<TaskRequest> requests = new ArrayList<>();
    run(task, requests);
    return JsonWriter.write(requests.getFirst().arguments());
  }

  private static void run(UnaryOperator<TaskScript> task, List<TaskRequest> requests) {
    PlaybookScript script =
        new PlaybookScript()
            .workload("in_scope", "workload", "v", "called")
            .step("start", step -> step.result("n", Values.value(1)).to("call"))
            .step("call", step -> step.calls("t", "x", "{{ v }}", "y", "{{ v }}"))
            .task("t", task);
    new World(script)
        .task(
            "t",
            (call, request) -> {
              requests.add(request);
              return TaskAnswer.success(null);
            })
        .run();
  }
}
