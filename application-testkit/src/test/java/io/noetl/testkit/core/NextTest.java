package io.noetl.testkit.core;

import static io.noetl.testkit.core.Goal.goal;
import static io.noetl.testkit.core.Goal.goals;
import static io.noetl.testkit.core.TaskAnswer.success;
import static io.noetl.testkit.core.Values.map;
import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.EventType;
import io.noetl.domain.value.JsonWriter;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 1 and 2 of control flow: which targets are taken, and in which order they run. */
class NextTest {

  @Test
  void an_execution_begins_at_start_and_ends_where_nothing_follows() {
    Trace trace = new World(new PlaybookScript().step("start")).run();

    assertThat(trace.details())
        .isEqualTo(
            """
            execution_start < {}
            step_start start
            step_result start
            execution_complete success > {"steps":1,"errors":0}""");
  }

  @Test
  void plain_entries_are_always_taken_in_order_each_branch_to_its_end() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.to("a").to("b").to("end"))
            .step("a", step -> step.to("c").to("d"))
            .step("b", step -> step.to("d"))
            .step("c", step -> step.to("e"))
            .step("d", step -> step.to("end"))
            .step("e")
            .step("end");

    assertThat(new World(script).run().log())
        .isEqualTo(
            """
            execution_start
            step_start start
            step_result start
            step_transition start->a
            step_start a
            step_result a
            step_transition a->c
            step_start c
            step_result c
            step_transition c->e
            step_start e
            step_result e
            step_transition a->d
            step_start d
            step_result d
            step_transition d->end
            step_transition start->b
            step_start b
            step_result b
            step_transition b->d#2
            step_start d#2
            step_result d#2
            step_transition d#2->end
            step_transition start->end
            step_start end
            step_result end
            execution_complete success""");
  }

  @Test
  void a_when_that_is_true_takes_its_then_list_whole() {
    assertThat(stepsOf(true, step -> step.when("{{ go }}", goals("a", "b"), goals("c")))).isEqualTo("start a b");
  }

  @Test
  void a_when_that_is_false_takes_its_own_else() {
    assertThat(stepsOf(false, step -> step.when("{{ go }}", goals("a", "b"), goals("c", "d")))).isEqualTo("start c d");
  }

  @Test
  void a_when_that_is_false_without_else_takes_nothing() {
    assertThat(stepsOf(false, step -> step.when("{{ go }}", goals("a")))).isEqualTo("start");
  }

  @Test
  void a_stand_alone_else_applies_when_no_when_was_true() {
    UnaryOperator<StepScript> next = step -> step.when("{{ go }}", goals("a")).otherwise(goals("b", "c"));

    assertThat(stepsOf(false, next)).isEqualTo("start b c");
    assertThat(stepsOf(true, next)).isEqualTo("start a");
  }

  @Test
  void a_stand_alone_else_heeds_a_when_that_stands_after_it() {
    UnaryOperator<StepScript> next = step -> step.otherwise(goals("b")).when("{{ go }}", goals("a"));

    assertThat(stepsOf(true, next)).isEqualTo("start a");
    assertThat(stepsOf(false, next)).isEqualTo("start b");
  }

  @Test
  void a_stand_alone_else_in_a_list_without_any_when_applies() {
    assertThat(stepsOf(true, step -> step.to("a").otherwise(goals("b")))).isEqualTo("start a b");
  }

  @Test
  void a_stand_alone_else_applies_beside_the_own_else_of_a_false_when() {
    UnaryOperator<StepScript> next = step -> step.when("{{ go }}", goals("a"), goals("c")).otherwise(goals("b"));

    assertThat(stepsOf(false, next)).isEqualTo("start c b");
    assertThat(stepsOf(true, next)).isEqualTo("start a");
  }

  @Test
  void entries_of_all_kinds_are_taken_in_their_order() {
    UnaryOperator<StepScript> next =
        step ->
            step.to("a")
                .when("{{ go }}", goals("b"))
                .when("{{ never }}", goals("x"), goals("c"))
                .otherwise(goals("x"))
                .to("d");

    assertThat(stepsOf(true, next)).isEqualTo("start a b c d");
  }

  private static String stepsOf(boolean go, UnaryOperator<StepScript> next) {
    PlaybookScript script =
        new PlaybookScript()
            .workload("go", go, "never", false)
            .step("start", next)
            .step("a")
            .step("b")
            .step("c")
            .step("d")
            .step("x");
    return new World(script).run().steps();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "false", "0", "0.0", "-0.0", "\"\"", "[]", "{}"})
  void these_values_are_false(String value) {
    assertThat(stepsAfter(value)).isEqualTo("start no");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"true", "1", "-1", "0.5", "\"false\"", "\"0\"", "\" \"", "[0]", "{\"a\":null}", "99999999999999999999"})
  void these_values_are_true(String value) {
    assertThat(stepsAfter(value)).isEqualTo("start yes");
  }

  private static String stepsAfter(String value) {
    PlaybookScript script =
        new PlaybookScript()
            .workload("go", Values.json(value))
            .step("start", step -> step.when("{{ go }}", goals("yes"), goals("no")))
            .step("yes")
            .step("no");
    return new World(script).run().steps();
  }

  @Test
  void a_text_around_a_false_value_is_true_because_it_is_text() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.when("{{ false }} ", goals("yes"), goals("no")))
            .step("yes")
            .step("no");
    LiteralTemplates templates = new LiteralTemplates().yielding("{{ false }} ", "False ");

    assertThat(new World(script).templates(templates).run().steps()).isEqualTo("start yes");
  }

  @Test
  void all_whens_are_judged_before_the_first_target_runs() {
    PlaybookScript script =
        new PlaybookScript()
            .workload("seen", false)
            .step(
                "start",
                step -> step.when("{{ seen }}", goals("x"), goals("set")).when("{{ seen }}", goals("x"), goals("set")))
            .step("set", step -> step.result("seen", Values.value(true)))
            .step("x");

    assertThat(new World(script).run().steps()).isEqualTo("start set set#2");
  }

  @Test
  void a_condition_sees_the_result_of_its_own_step() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.calls("ask").when("{{ start.answer }}", goals("yes"), goals("no")))
            .step("yes")
            .step("no")
            .task("ask");

    assertThat(new World(script).task("ask", success(map("answer", true))).run().steps()).isEqualTo("start yes");
    assertThat(new World(script).task("ask", success(map("answer", false))).run().steps()).isEqualTo("start no");
  }

  @Test
  void the_same_target_twice_in_a_list_runs_twice() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.to("a", "n", 1).to("a", "n", 2))
            .step("a", step -> step.calls("echo", "m", "{{ n }}"))
            .task("echo");

    Trace trace = new World(script).run();

    assertThat(trace.details())
        .isEqualTo(
            """
            execution_start < {}
            step_start start
            step_result start
            step_transition start->a < {"n":1}
            step_start a < {"n":1,"m":1}
            task_start a/echo < {}
            task_complete a/echo > {"m":1}
            step_result a > {"m":1}
            step_transition start->a#2 < {"n":2}
            step_start a#2 < {"n":2,"m":2}
            task_start a#2/echo < {}
            task_complete a#2/echo > {"m":2}
            step_result a#2 > {"m":2}
            execution_complete success > {"steps":3,"errors":0}""");
    assertThat(trace.data()).isEqualTo("{\"start\":null,\"a\":{\"m\":2}}");
  }

  @Test
  void a_cycle_runs_until_its_condition_is_false() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.to("poll"))
            .step("poll", step -> step.calls("ask").when("{{ poll.pending }}", goals("poll"), goals("end")))
            .step("end")
            .task("ask");
    World world =
        new World(script)
            .task("ask", success(map("pending", true)), success(map("pending", true)), success(map("pending", false)));

    assertThat(world.run().log())
        .isEqualTo(
            """
            execution_start
            step_start start
            step_result start
            step_transition start->poll
            step_start poll
            task_start poll/ask
            task_complete poll/ask
            step_result poll
            step_transition poll->poll#2
            step_start poll#2
            task_start poll#2/ask
            task_complete poll#2/ask
            step_result poll#2
            step_transition poll#2->poll#3
            step_start poll#3
            task_start poll#3/ask
            task_complete poll#3/ask
            step_result poll#3
            step_transition poll#3->end
            step_start end
            step_result end
            execution_complete success""");
  }

  @Test
  void a_transition_notes_where_it_comes_from_and_the_condition_that_led_there() {
    PlaybookScript script =
        new PlaybookScript()
            .workload("go", true)
            .step(
                "start",
                step -> step.to("a").when("{{ go }}", List.of(goal("b"))).when("{{ no }}", List.of(), goals("c")))
            .step("a")
            .step("b", step -> step.otherwise(goals("d")))
            .step("c")
            .step("d");
    LiteralTemplates templates = new LiteralTemplates().yielding("{{ no }}", false);

    Trace trace = new World(script).templates(templates).run();

    assertThat(notes(trace, EventType.STEP_RESULT, "start"))
        .isEqualTo("{\"next\":[\"next[0]\",\"next[1].then[0]\",\"next[2].else[0]\"]}");
    assertThat(notes(trace, EventType.STEP_TRANSITION, "start->a")).isEqualTo("{\"from\":\"start\",\"to\":\"a\"}");
    assertThat(notes(trace, EventType.STEP_TRANSITION, "start->b"))
        .isEqualTo("{\"from\":\"start\",\"to\":\"b\",\"condition\":\"{{ go }}\"}");
    assertThat(notes(trace, EventType.STEP_TRANSITION, "start->c"))
        .isEqualTo("{\"from\":\"start\",\"to\":\"c\",\"condition\":\"not ({{ no }})\"}");
    assertThat(notes(trace, EventType.STEP_TRANSITION, "b->d"))
        .isEqualTo("{\"from\":\"b\",\"to\":\"d\",\"condition\":\"else\"}");
  }

  static String notes(Trace trace, EventType type, String nodeId) {
    return JsonWriter.write(Values.value(trace.event(type, nodeId).metadata()));
  }
}
