package io.noetl.testkit.core;

import static io.noetl.testkit.core.Goal.goal;
import static io.noetl.testkit.core.Goal.goals;
import static io.noetl.testkit.core.NextTest.notes;
import static io.noetl.testkit.core.TaskAnswer.success;
import static io.noetl.testkit.core.Values.json;
import static io.noetl.testkit.core.Values.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.EventType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 5 of control flow: loops with a body. */
class BodyLoopTest {

  @Test
  void the_body_runs_once_per_item_and_then_the_end_of_the_loop_once_in_the_enclosing_scope() {
    PlaybookScript script =
        new PlaybookScript()
            .workload("cities", List.of("Bern", "Oslo"))
            .step("start", step -> step.to("loop"))
            .step("loop", step -> step.loop("{{ cities }}", "city").to("a"))
            .step("a", step -> step.calls("echo", "c", "{{ city }}").to("done"))
            .step("done", step -> step.endLoop("loop").result("all", "{{ loop_results }}").to("end"))
            .step("end")
            .task("echo");

    Trace trace = new World(script).run();

    assertThat(trace.details())
        .isEqualTo(
            """
            execution_start < {"cities":["Bern","Oslo"]}
            step_start start
            step_result start
            step_transition start->loop
            step_start loop
            loop_start loop
            loop_iteration loop[0] < {"city":"Bern"}
            step_transition loop[0]->a
            step_start loop[0].a < {"c":"Bern"}
            task_start loop[0].a/echo < {}
            task_complete loop[0].a/echo > {"c":"Bern"}
            step_result loop[0].a > {"c":"Bern"}
            step_transition loop[0].a->done
            loop_iteration_complete loop[0]
            loop_iteration loop[1] < {"city":"Oslo"}
            step_transition loop[1]->a
            step_start loop[1].a < {"c":"Oslo"}
            task_start loop[1].a/echo < {}
            task_complete loop[1].a/echo > {"c":"Oslo"}
            step_result loop[1].a > {"c":"Oslo"}
            step_transition loop[1].a->done
            loop_iteration_complete loop[1]
            loop_complete loop > {"items":2,"processed":2,"filtered":0,"failed":0}
            step_result loop > {"items":2,"processed":2,"filtered":0,"failed":0}
            step_transition loop->done
            step_start done
            step_result done > {"all":[{"a":{"c":"Bern"}},{"a":{"c":"Oslo"}}]}
            step_transition done->end
            step_start end
            step_result end
            execution_complete success > {"steps":6,"errors":0}""");
    assertThat(notes(trace, EventType.LOOP_START, "loop")).isEqualTo("{\"iterator\":\"city\",\"items\":2}");
    assertThat(notes(trace, EventType.LOOP_ITERATION, "loop[0]")).isEqualTo("{\"next\":[\"next[0]\"]}");
    assertThat(notes(trace, EventType.STEP_RESULT, "loop"))
        .isEqualTo("{\"counts\":{\"items\":2,\"processed\":2,\"filtered\":0,\"failed\":0}}");
  }

  @Test
  void an_empty_list_runs_the_end_of_the_loop_all_the_same() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.to("loop"))
            .step("loop", step -> step.loop(List.of(), "i").to("a"))
            .step("a")
            .step("done", step -> step.endLoop("loop").result("all", "{{ loop_results }}").to("end"))
            .step("end");

    assertThat(new World(script).run().details())
        .isEqualTo(
            """
            execution_start < {}
            step_start start
            step_result start
            step_transition start->loop
            step_start loop
            loop_start loop
            loop_complete loop > {"items":0,"processed":0,"filtered":0,"failed":0}
            step_result loop > {"items":0,"processed":0,"filtered":0,"failed":0}
            step_transition loop->done
            step_start done
            step_result done > {"all":[]}
            step_transition done->end
            step_start end
            step_result end
            execution_complete success > {"steps":4,"errors":0}""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"ab\"", "{\"a\":1}", "3", "true"})
  void items_that_are_no_list_fail_the_loop(String items) {
    String kind =
        switch (items) {
          case "null" -> "null";
          case "\"ab\"" -> "text";
          case "3" -> "integer";
          case "true" -> "boolean";
          default -> "map";
        };
    PlaybookScript script =
        new PlaybookScript()
            .workload("items", json(items))
            .step("start", step -> step.to("loop"))
            .step("loop", step -> step.loop("{{ items }}", "i").to("a"))
            .step("a");

    Trace trace = new World(script).run();

    assertThat(trace.log())
        .endsWith(
            """
            step_start loop
            step_result loop error: loop 'loop': 'in' must be a list, but it is KIND; check its template
            execution_error: step 'loop' failed: loop 'loop': 'in' must be a list, but it is KIND; check its template
            execution_complete error"""
                .replace("KIND", kind));
    assertThat(trace.failures())
        .isEqualTo(
            "loop: loop 'loop': 'in' must be a list, but it is " + kind + "; check its template (test.yaml:3:1)");
  }

  @Test
  void a_loop_over_an_undefined_name_keeps_the_warning_that_explains_its_failure() {
    PlaybookScript script =
        new PlaybookScript().step("start", step -> step.loop("{{ citys }}", "i").to("a")).step("a");

    Trace trace = new World(script).run();

    assertThat(notes(trace, EventType.STEP_RESULT, "start"))
        .isEqualTo("{\"at\":\"test.yaml:2:1\",\"warnings\":[\"test.yaml:2:1: 'citys' is undefined\"]}");
  }

  @Test
  void a_filter_skips_items_for_which_it_is_false_and_results_name_only_the_processed() {
    PlaybookScript script =
        new PlaybookScript()
            .workload("items", json("[{\"n\":1,\"keep\":true},{\"n\":2,\"keep\":0},{\"n\":3,\"keep\":\"x\"}]"))
            .step("start", step -> step.to("loop"))
            .step("loop", step -> step.loop("{{ items }}", "i").filter("{{ i.keep }}").to("a"))
            .step("a", step -> step.result("n", "{{ i.n }}"))
            .step("done", step -> step.endLoop("loop").result("all", "{{ loop_results }}"));

    Trace trace = new World(script).run();

    assertThat(
            trace.details(
                EventType.LOOP_ITERATION, EventType.LOOP_ITERATION_FILTERED, EventType.LOOP_COMPLETE, EventType.STEP_RESULT))
        .isEqualTo(
            """
            step_result start
            loop_iteration loop[0] < {"i":{"n":1,"keep":true}}
            step_result loop[0].a > {"n":1}
            loop_iteration_filtered loop[1] < {"i":{"n":2,"keep":0}}
            loop_iteration loop[2] < {"i":{"n":3,"keep":"x"}}
            step_result loop[2].a > {"n":3}
            loop_complete loop > {"items":3,"processed":2,"filtered":1,"failed":0}
            step_result loop > {"items":3,"processed":2,"filtered":1,"failed":0}
            step_result done > {"all":[{"a":{"n":1}},{"a":{"n":3}}]}""");
  }

  @Test
  void a_loop_whose_items_are_all_filtered_out_still_ends() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.loop(List.of(1, 2), "i").filter("{{ never }}").to("a"))
            .step("a")
            .step("done", step -> step.endLoop("start").result("all", "{{ start_results }}"));

    Trace trace = new World(script).templates(new LiteralTemplates().yielding("{{ never }}", false)).run();

    assertThat(trace.log())
        .isEqualTo(
            """
            execution_start
            step_start start
            loop_start start
            loop_iteration_filtered start[0]
            loop_iteration_filtered start[1]
            loop_complete start
            step_result start
            step_transition start->done
            step_start done
            step_result done
            execution_complete success""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "{{}}", "{{ }}", " {{  }} "})
  void a_blank_filter_keeps_all(String filter) {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.loop(List.of(0, 0), "i").filter(filter).to("a"))
            .step("a");

    assertThat(new World(script).run().steps()).isEqualTo("start start[0].a start[1].a");
  }

  @Test
  void the_filter_sees_the_item_and_what_surrounds_the_loop() {
    PlaybookScript script =
        new PlaybookScript()
            .workload("wanted", 2)
            .step("start", step -> step.loop(List.of(1, 2, 3), "i").filter("{{ i == wanted }}").to("a"))
            .step("a");
    LiteralTemplates templates =
        new LiteralTemplates()
            .computing(
                "{{ i == wanted }}",
                Set.of("i", "wanted"),
                context ->
                    Values.value(
                        context.variables().lookup("i").value().equals(context.variables().lookup("wanted").value())));

    assertThat(new World(script).templates(templates).run().steps()).isEqualTo("start start[1].a");
  }

  @Test
  void of_several_arrivals_at_the_end_of_a_loop_the_last_in_item_order_wins() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.loop(List.of(1, 2), "i").to("a").to("b"))
            .step("a", step -> step.to("done", "who", "{{ i }}", "a", "{{ i }}"))
            .step("b", step -> step.to("done", "who", List.of("b", "{{ i }}")))
            .step("done", step -> step.endLoop("start").result("won", "{{ who }}", "of_a", "{{ a }}"));

    Trace trace = new World(script).run();

    assertThat(trace.details(EventType.STEP_TRANSITION, EventType.STEP_START))
        .isEqualTo(
            """
            step_start start
            step_transition start[0]->a
            step_start start[0].a
            step_transition start[0].a->done < {"who":1,"a":1}
            step_transition start[0]->b
            step_start start[0].b
            step_transition start[0].b->done < {"who":["b",1]}
            step_transition start[1]->a
            step_start start[1].a
            step_transition start[1].a->done < {"who":2,"a":2}
            step_transition start[1]->b
            step_start start[1].b
            step_transition start[1].b->done < {"who":["b",2]}
            step_transition start->done < {"who":["b",2],"a":2}
            step_start done < {"who":["b",2],"a":2}""");
    assertThat(trace.data())
        .isEqualTo(
            """
            {"start":{"items":2,"processed":2,"filtered":0,"failed":0},"done":{"won":["b",2],"of_a":2}}""");
  }

  @Test
  void a_value_that_looks_like_a_template_is_not_rendered_again_on_its_way_to_the_end_of_a_loop() {
    PlaybookScript script =
        new PlaybookScript()
            .workload("v", Values.value("{{ job.id }}"))
            .step("start", step -> step.loop(List.of(1), "i").to("done", "x", "{{ v }}"))
            .step("done", step -> step.endLoop("start").result("r", "{{ x }}"));

    assertThat(new World(script).run().data()).endsWith("\"done\":{\"r\":\"{{ job.id }}\"}}");
  }

  @Test
  void a_loop_without_an_end_leads_nowhere() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.to("loop").to("after"))
            .step("loop", step -> step.loop(List.of(1), "i").to("a"))
            .step("a")
            .step("after");

    assertThat(new World(script).run().steps()).isEqualTo("start loop loop[0].a after");
  }

  @Test
  void the_entries_of_a_loop_are_judged_per_item() {
    PlaybookScript script =
        new PlaybookScript()
            .step(
                "start",
                step ->
                    step.loop(json("[{\"hot\":true},{\"hot\":false}]"), "i")
                        .when("{{ i.hot }}", List.of(goal("a", "why", "hot"), goal("b")))
                        .otherwise(goals("c")))
            .step("a")
            .step("b")
            .step("c");

    assertThat(new World(script).run().steps()).isEqualTo("start start[0].a start[0].b start[1].c");
  }

  @Test
  void a_loop_that_is_visited_twice_runs_twice_with_its_own_results() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.to("loop", "list", List.of(1)).to("loop", "list", List.of(2, 3)))
            .step("loop", step -> step.loop("{{ list }}", "i").to("a").to("done", "last", "{{ i }}"))
            .step("a", step -> step.result("n", "{{ i }}"))
            .step("done", step -> step.endLoop("loop").result("all", "{{ loop_results }}", "l", "{{ last }}"));

    Trace trace = new World(script).run();

    assertThat(trace.steps()).isEqualTo("start loop loop[0].a done loop#2 loop#2[0].a loop#2[1].a done#2");
    assertThat(trace.details(EventType.STEP_RESULT))
        .contains("step_result done > {\"all\":[{\"a\":{\"n\":1}}],\"l\":1}")
        .contains("step_result done#2 > {\"all\":[{\"a\":{\"n\":2}},{\"a\":{\"n\":3}}],\"l\":3}");
  }

  @Test
  void a_cycle_around_a_loop_runs_the_loop_again() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.to("loop"))
            .step("loop", step -> step.loop(List.of(1), "i").to("a"))
            .step("a")
            .step("done", step -> step.endLoop("loop").to("ask"))
            .step("ask", step -> step.calls("again").when("{{ ask }}", goals("loop")))
            .task("again");

    assertThat(new World(script).task("again", success(true), success(false)).run().steps())
        .isEqualTo("start loop loop[0].a done ask loop#2 loop#2[0].a done#2 ask#2");
  }

  @Test
  void steps_visited_twice_in_an_iteration_are_counted_there() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.loop(List.of(1, 2), "i").to("a", "k", 1).to("a", "k", 2))
            .step("a", step -> step.result("n", "{{ k }}"))
            .step("done", step -> step.endLoop("start").result("all", "{{ start_results }}"));

    Trace trace = new World(script).run();

    assertThat(trace.steps()).isEqualTo("start start[0].a start[0].a#2 start[1].a start[1].a#2 done");
    assertThat(trace.data()).endsWith("\"done\":{\"all\":[{\"a\":{\"n\":2}},{\"a\":{\"n\":2}}]}}");
  }

  @Test
  void items_see_what_was_bound_before_the_loop_and_every_branch_of_an_iteration_what_came_before_in_it() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.calls("get").to("loop"))
            .step("loop", step -> step.loop("{{ start.list }}", "i").to("a").to("b"))
            .step("a", step -> step.result("from_a", "{{ i }}"))
            .step("b", step -> step.result("seen", "{{ from_a }}"))
            .task("get");

    assertThat(
            new World(script)
                .task("get", success(map("list", List.of("p", "q"))))
                .run()
                .details(EventType.STEP_RESULT))
        .isEqualTo(
            """
            step_result start > {"list":["p","q"]}
            step_result loop[0].a > {"from_a":"p"}
            step_result loop[0].b > {"seen":"p"}
            step_result loop[1].a > {"from_a":"q"}
            step_result loop[1].b > {"seen":"q"}
            step_result loop > {"items":2,"processed":2,"filtered":0,"failed":0}""");
  }

  @Test
  void the_counts_of_a_loop_are_its_data() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.loop(List.of(1), "i").to("a"))
            .step("a")
            .step("done", step -> step.endLoop("start").result("n", "{{ start.processed }}", "s", "{{ start.status }}"));

    assertThat(new World(script).run().data()).endsWith("\"done\":{\"n\":1,\"s\":\"success\"}}");
  }
}
