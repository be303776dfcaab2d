package io.noetl.testkit.core;

import static io.noetl.testkit.core.Goal.goals;
import static io.noetl.testkit.core.Values.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.EventType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rule 5 of control flow: loops inside loops. */
class NestedLoopTest {

  @Test
  void a_nested_loop_runs_whole_within_each_item_of_the_outer_one() {
    PlaybookScript script =
        new PlaybookScript()
            .workload("cities", json("[{\"name\":\"Bern\",\"parts\":[\"x\"]},{\"name\":\"Oslo\",\"parts\":[]}]"))
            .step("start", step -> step.to("cities_loop"))
            .step("cities_loop", step -> step.loop("{{ cities }}", "city").to("parts_loop"))
            .step("parts_loop", step -> step.loop("{{ city.parts }}", "part").to("visit"))
            .step("visit", step -> step.result("v", List.of("{{ city.name }}", "{{ part }}")).to("end_parts"))
            .step(
                "end_parts",
                step ->
                    step.endLoop("parts_loop").result("visited", "{{ parts_loop_results }}").to("end_cities", "c", "{{ city.name }}"))
            .step("end_cities", step -> step.endLoop("cities_loop").result("all", "{{ cities_loop_results }}", "last", "{{ c }}").to("end"))
            .step("end");

    Trace trace = new World(script).run();

    assertThat(trace.log())
        .isEqualTo(
            """
            execution_start
            step_start start
            step_result start
            step_transition start->cities_loop
            step_start cities_loop
            loop_start cities_loop
            loop_iteration cities_loop[0]
            step_transition cities_loop[0]->parts_loop
            step_start cities_loop[0].parts_loop
            loop_start cities_loop[0].parts_loop
            loop_iteration cities_loop[0].parts_loop[0]
            step_transition cities_loop[0].parts_loop[0]->visit
            step_start cities_loop[0].parts_loop[0].visit
            step_result cities_loop[0].parts_loop[0].visit
            step_transition cities_loop[0].parts_loop[0].visit->end_parts
            loop_iteration_complete cities_loop[0].parts_loop[0]
            loop_complete cities_loop[0].parts_loop
            step_result cities_loop[0].parts_loop
            step_transition cities_loop[0].parts_loop->end_parts
            step_start cities_loop[0].end_parts
            step_result cities_loop[0].end_parts
            step_transition cities_loop[0].end_parts->end_cities
            loop_iteration_complete cities_loop[0]
            loop_iteration cities_loop[1]
            step_transition cities_loop[1]->parts_loop
            step_start cities_loop[1].parts_loop
            loop_start cities_loop[1].parts_loop
            loop_complete cities_loop[1].parts_loop
            step_result cities_loop[1].parts_loop
            step_transition cities_loop[1].parts_loop->end_parts
            step_start cities_loop[1].end_parts
            step_result cities_loop[1].end_parts
            step_transition cities_loop[1].end_parts->end_cities
            loop_iteration_complete cities_loop[1]
            loop_complete cities_loop
            step_result cities_loop
            step_transition cities_loop->end_cities
            step_start end_cities
            step_result end_cities
            step_transition end_cities->end
            step_start end
            step_result end
            execution_complete success""");
    assertThat(Values.value(trace.event(EventType.STEP_RESULT, "end_cities").output()))
        .isEqualTo(
            json(
                """
                {"all": [
                   {"parts_loop": {"items":1,"processed":1,"filtered":0,"failed":0},
                    "end_parts": {"visited": [{"visit": {"v": ["Bern", "x"]}}]}},
                   {"parts_loop": {"items":0,"processed":0,"filtered":0,"failed":0},
                    "end_parts": {"visited": []}}],
                 "last": "Oslo"}"""));
  }

  @Test
  void three_loops_nest_and_every_node_has_its_path() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.to("a"))
            .step("a", step -> step.loop(List.of(1, 2), "i").to("b"))
            .step("b", step -> step.loop(List.of(1, 2), "j").filter("{{ keep }}").to("c"))
            .step("c", step -> step.loop(List.of(1, 2), "k").to("leaf").to("end_c", "from_c", "{{ k }}"))
            .step("leaf", step -> step.result("at", List.of("{{ i }}", "{{ j }}", "{{ k }}")))
            .step("end_c", step -> step.endLoop("c").result("c_is", "{{ from_c }}").to("end_b", "from_b", "{{ j }}"))
            .step("end_b", step -> step.endLoop("b").result("b_is", "{{ from_b }}").to("end_a", "from_a", "{{ i }}"))
            .step("end_a", step -> step.endLoop("a").result("a_is", "{{ from_a }}"));
    LiteralTemplates templates =
        new LiteralTemplates()
            .computing(
                "{{ keep }}",
                java.util.Set.of("i", "j"),
                context ->
                    Values.value(
                        context.variables().lookup("i").value().equals(context.variables().lookup("j").value())));

    Trace trace = new World(script).templates(templates).run();

    assertThat(trace.steps())
        .isEqualTo(
            """
            start a a[0].b a[0].b[0].c a[0].b[0].c[0].leaf a[0].b[0].c[1].leaf a[0].b[0].end_c a[0].end_b \
            a[1].b a[1].b[1].c a[1].b[1].c[0].leaf a[1].b[1].c[1].leaf a[1].b[1].end_c a[1].end_b end_a""");
    assertThat(trace.details(EventType.STEP_RESULT))
        .contains("step_result a[1].b[1].c[0].leaf > {\"at\":[2,2,1]}")
        .contains("step_result a[0].b[0].end_c > {\"c_is\":2}")
        .contains("step_result a[1].end_b > {\"b_is\":2}")
        .endsWith("step_result end_a > {\"a_is\":2}");
  }

  @Test
  void the_results_of_an_outer_loop_hold_no_steps_of_nested_bodies() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.loop(List.of(1), "i").to("before").to("inner"))
            .step("before", step -> step.result("b", "{{ i }}"))
            .step("inner", step -> step.loop(List.of(1, 2), "j").to("deep"))
            .step("deep", step -> step.result("d", "{{ j }}"))
            .step("end_inner", step -> step.endLoop("inner").to("after"))
            .step("after")
            .step("done", step -> step.endLoop("start").result("all", "{{ start_results }}"));

    assertThat(new World(script).run().data())
        .endsWith(
            """
            "done":{"all":[{"before":{"b":1},"inner":{"items":2,"processed":2,"filtered":0,"failed":0},\
            "end_inner":null,"after":null}]}}""");
  }

  @Test
  void end_or_no_next_in_a_nested_body_ends_only_that_branch() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.loop(List.of(1), "i").to("inner").to("second"))
            .step("inner", step -> step.loop(List.of(1), "j").to("deep"))
            .step("deep", step -> step.to("end"))
            .step("second")
            .step("end");

    assertThat(new World(script).run().steps()).isEqualTo("start start[0].inner start[0].inner[0].deep start[0].second");
  }

  @Test
  void a_loop_may_be_reached_again_from_its_own_body_as_a_loop_of_its_own() {
    PlaybookScript script =
        new PlaybookScript()
            .workload("nodes", json("[{\"name\":\"root\",\"children\":[{\"name\":\"leaf\",\"children\":[]}]}]"))
            .step("start", step -> step.to("walk", "nodes", "{{ nodes }}"))
            .step("walk", step -> step.loop("{{ nodes }}", "node").to("see"))
            .step(
                "see",
                step ->
                    step.result("name", "{{ node.name }}")
                        .when("{{ node.children }}", List.of(Goal.goal("walk", "nodes", "{{ node.children }}")), goals("end_walk")))
            .step("end_walk", step -> step.endLoop("walk").result("seen", "{{ walk_results }}").to("after"))
            .step("after");

    Trace trace = new World(script).run();

    assertThat(trace.steps())
        .isEqualTo(
            """
            start walk walk[0].see walk[0].walk walk[0].walk[0].see walk[0].end_walk walk[0].after end_walk after""");
    assertThat(trace.details(EventType.STEP_RESULT))
        .contains("step_result walk[0].end_walk > {\"seen\":[{\"see\":{\"name\":\"leaf\"}}]}");
  }
}
