package io.noetl.testkit.core;

import static io.noetl.testkit.core.NextTest.notes;
import static io.noetl.testkit.core.TaskAnswer.success;
import static io.noetl.testkit.core.Values.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.EventType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules 3 and 4 of control flow: what is bound where, and what a name stands for. */
class ScopeTest {

  @Test
  void with_values_are_rendered_on_entry_and_stay_visible_to_later_steps_of_the_scope() {
    PlaybookScript script =
        new PlaybookScript()
            .workload("v", "first")
            .step("start", step -> step.to("a", "x", "{{ v }}").to("b", "y", "{{ v }}"))
            .step("a", step -> step.result("v", "second", "seen", "{{ x }}"))
            .step("b", step -> step.to("c"))
            .step("c", step -> step.result("x", "{{ x }}", "y", "{{ y }}"));

    Trace trace = new World(script).run();

    assertThat(trace.details(EventType.STEP_START, EventType.STEP_RESULT))
        .isEqualTo(
            """
            step_start start
            step_result start
            step_start a < {"x":"first"}
            step_result a > {"v":"second","seen":"first"}
            step_start b < {"y":"second"}
            step_result b
            step_start c
            step_result c > {"x":"first","y":"second"}""");
  }

  @Test
  void the_arguments_of_a_call_see_the_with_values_of_the_way_and_win_over_them() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.to("a", "x", 1, "y", 2))
            .step("a", step -> step.calls("echo", "y", "{{ x }}", "z", "{{ y }}"))
            .task("echo");

    assertThat(new World(script).run().details(EventType.STEP_START, EventType.TASK_COMPLETE))
        .isEqualTo(
            """
            step_start start
            step_start a < {"x":1,"y":1,"z":2}
            task_complete a/echo > {"y":1,"z":2}""");
  }

  @Test
  void what_an_iteration_binds_does_not_leak_out_of_it() {
    PlaybookScript script =
        new PlaybookScript()
            .workload("x", "outer")
            .step("start", step -> step.to("loop"))
            .step("loop", step -> step.loop(List.of(1, 2), "i").to("set", "w", "{{ i }}"))
            .step("set", step -> step.result("before", "{{ x }}", "x", "{{ i }}", "y", "{{ w }}"))
            .step(
                "done",
                step ->
                    step.endLoop("loop").result("x", "{{ x }}", "y", "{{ y }}", "w", "{{ w }}", "i", "{{ i }}"));

    Trace trace = new World(script).run();

    assertThat(trace.details(EventType.STEP_RESULT))
        .isEqualTo(
            """
            step_result start
            step_result loop[0].set > {"before":"outer","x":1,"y":1}
            step_result loop[1].set > {"before":"outer","x":2,"y":2}
            step_result loop > {"items":2,"processed":2,"filtered":0,"failed":0}
            step_result done > {"x":"outer","y":null,"w":null,"i":null}""");
    assertThat(notes(trace, EventType.STEP_RESULT, "done"))
        .isEqualTo(
            """
            {"bound":["x","y","w","i"],"warnings":["test.yaml:5:1: 'y' is undefined",\
            "test.yaml:5:1: 'w' is undefined","test.yaml:5:1: 'i' is undefined"]}""");
  }

  @Test
  void an_iteration_sees_what_surrounds_it() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.result("a", "A").to("outer"))
            .step("outer", step -> step.loop(List.of(1), "i").to("mid"))
            .step("mid", step -> step.result("b", "B").to("inner"))
            .step("inner", step -> step.loop(List.of(2), "j").to("see"))
            .step("see", step -> step.result("r", List.of("{{ a }}", "{{ b }}", "{{ i }}", "{{ j }}")));

    assertThat(new World(script).run().details(EventType.STEP_RESULT))
        .contains("step_result outer[0].inner[0].see > {\"r\":[\"A\",\"B\",1,2]}");
  }

  @Test
  void the_names_in_scope_are_those_of_the_iteration_and_of_what_surrounds_it() {
    LiteralTemplates templates =
        new LiteralTemplates()
            .computing(
                "{{ names }}",
                Set.of(),
                context -> Values.value(context.variables().names().stream().distinct().sorted().toList()));
    PlaybookScript script =
        new PlaybookScript()
            .workload("w", 1)
            .step("start", step -> step.result("a", "A").to("outer"))
            .step("outer", step -> step.loop(List.of(1), "i").to("see"))
            .step("see", step -> step.result("r", "{{ names }}"));

    assertThat(new World(script).templates(templates).run().details(EventType.STEP_RESULT))
        .contains("step_result outer[0].see > {\"r\":[\"a\",\"i\",\"job\",\"start\",\"w\",\"workload\"]}");
  }

  @Test
  void the_result_of_a_task_is_bound_under_step_and_task_name_and_as_result() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.to("fetch"))
            .step("fetch", step -> step.calls("get").to("see"))
            .step(
                "see",
                step ->
                    step.result(
                        "step", "{{ fetch }}",
                        "task", "{{ get }}",
                        "result_itself", "{{ result }}",
                        "data", "{{ fetch.data }}",
                        "result_of", "{{ get.result }}",
                        "status", "{{ result.status }}",
                        "error", "{{ fetch.error }}",
                        "k", "{{ fetch.k }}"))
            .task("get");

    Trace trace = new World(script).task("get", success(json("{\"k\":1}"))).run();

    assertThat(trace.details(EventType.STEP_RESULT))
        .endsWith(
            """
            step_result see > {"step":{"k":1},"task":{"k":1},"result_itself":{"k":1},"data":{"k":1},\
            "result_of":{"k":1},"status":"success","error":null,"k":1}""");
  }

  @Test
  void a_key_of_the_data_wins_over_an_attribute_of_the_outcome() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.calls("get").to("see"))
            .step("see", step -> step.result("data", "{{ start.data }}", "status", "{{ get.status }}"))
            .task("get");

    Trace trace = new World(script).task("get", success(json("{\"data\":5,\"status\":\"own\"}"))).run();

    assertThat(trace.details(EventType.STEP_RESULT))
        .endsWith("step_result see > {\"data\":5,\"status\":\"own\"}");
  }

  @Test
  void result_entries_are_evaluated_in_order_bound_and_become_the_data_of_the_step() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.to("fetch"))
            .step(
                "fetch",
                step -> step.calls("get").result("first", "{{ fetch.n }}", "again", "{{ first }}").to("see"))
            .step(
                "see",
                step -> step.result("reshaped", "{{ fetch }}", "task", "{{ get }}", "first_is", "{{ first }}"))
            .task("get");

    Trace trace = new World(script).task("get", success(json("{\"n\":7}"))).run();

    assertThat(trace.details(EventType.STEP_RESULT))
        .isEqualTo(
            """
            step_result start
            step_result fetch > {"first":7,"again":7}
            step_result see > {"reshaped":{"first":7,"again":7},"task":{"n":7},"first_is":7}""");
    assertThat(notes(trace, EventType.STEP_RESULT, "fetch"))
        .isEqualTo("{\"task\":\"get\",\"bound\":[\"first\",\"again\"],\"next\":[\"next[0]\"]}");
  }

  @Test
  void a_later_step_that_has_no_task_leaves_the_last_result_bound() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.calls("one").to("mid"))
            .step("mid", step -> step.to("see"))
            .step("see", step -> step.result("r", "{{ result }}"))
            .task("one");

    assertThat(new World(script).task("one", success(1)).run().data())
        .isEqualTo("{\"start\":1,\"mid\":null,\"see\":{\"r\":1}}");
  }

  @Test
  void a_task_that_yields_null_is_bound_all_the_same() {
    PlaybookScript script =
        new PlaybookScript()
            .workload("result", "old")
            .step("start", step -> step.calls("nothing").to("see"))
            .step("see", step -> step.result("r", "{{ result }}", "status", "{{ start.status }}"))
            .task("nothing");

    assertThat(new World(script).task("nothing", success(null)).run().data())
        .isEqualTo("{\"start\":null,\"see\":{\"r\":null,\"status\":\"success\"}}");
  }

  @Test
  void now_is_the_time_of_the_last_event() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.result("at", "{{ now() }}").to("a", "at", "{{ now() }}"))
            .step("a", step -> step.result("at", "{{ now() }}", "on_the_way", "{{ at }}"));

    Trace trace = new World(script).run();

    assertThat(trace.data())
        .isEqualTo(
            """
            {"start":{"at":"2026-01-01T00:00:00.001Z"},\
            "a":{"at":"2026-01-01T00:00:00.004Z","on_the_way":"2026-01-01T00:00:00.004Z"}}""");
  }

  @Test
  void chance_is_seeded_from_the_execution_id_and_the_place_of_the_event() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.result("r", "{{ random }}").to("a"))
            .step("a", step -> step.result("r", "{{ random }}"));
    LiteralTemplates templates =
        new LiteralTemplates().computing("{{ random }}", Set.of(), context -> Values.value(context.seed()));

    String data = new World(script).templates(templates).run().data();

    assertThat(data).isEqualTo(new World(script).templates(templates).run().data());
    assertThat(data).isNotEqualTo(new World(script).templates(templates).executionId("test-2").run().data());
    assertThat(data).matches("\\{\"start\":\\{\"r\":(-?\\d+)},\"a\":\\{\"r\":(?!\\1\\})-?\\d+}}");
  }
}
