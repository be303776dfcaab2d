package io.noetl.testkit.core;

import static io.noetl.testkit.core.NextTest.notes;
import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.EventType;
import io.noetl.domain.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The workload: rendered once, in order, before anything runs. */
class WorkloadTest {

  @Test
  void values_are_rendered_in_order_and_bound_at_the_top_level_and_under_workload() {
    PlaybookScript script =
        new PlaybookScript()
            .workload("a", 1, "b", "{{ a }}", "c", List.of("{{ workload.b }}", Map.of("deep", "{{ b }}")))
            .step("start", step -> step.result("a", "{{ workload.a }}", "c", "{{ c }}"));

    Trace trace = new World(script).run();

    assertThat(trace.details(EventType.EXECUTION_START, EventType.STEP_RESULT))
        .isEqualTo(
            """
            execution_start < {"a":1,"b":1,"c":[1,{"deep":1}]}
            step_result start > {"a":1,"c":[1,{"deep":1}]}""");
  }

  @Test
  void a_value_does_not_see_those_after_it() {
    PlaybookScript script =
        new PlaybookScript().workload("a", "{{ b }}", "b", 1, "c", "{{ workload.d }}", "d", 2).step("start");

    Trace trace = new World(script).run();

    assertThat(trace.details(EventType.EXECUTION_START))
        .isEqualTo("execution_start < {\"a\":null,\"b\":1,\"c\":null,\"d\":2}");
    assertThat(notes(trace, EventType.EXECUTION_START, "test"))
        .endsWith(
            """
            "file":"test.yaml","warnings":["test.yaml:1:1: 'b' is undefined",\
            "test.yaml:1:1: 'workload.d' is undefined"]}""");
  }

  @Test
  void payload_is_data_and_never_rendered() {
    PlaybookScript script =
        new PlaybookScript()
            .workload("payload", Value.of("{{ secret }}"), "copy", "{{ payload }}")
            .step("start", step -> step.result("r", "{{ copy }}").to("next", "x", "{{ payload }}"))
            .step("next", step -> step.result("r", "{{ x }}"));

    assertThat(new World(script).run().data())
        .isEqualTo("{\"start\":{\"r\":\"{{ secret }}\"},\"next\":{\"r\":\"{{ secret }}\"}}");
  }

  @Test
  void job_uuid_and_job_id_are_the_execution_id_everywhere() {
    PlaybookScript script =
        new PlaybookScript()
            .workload("id", "{{ job.uuid }}")
            .step("start", step -> step.result("uuid", "{{ job.uuid }}", "id_of", "{{ job.id }}"));

    Trace trace = new World(script).executionId("abc-1").run();

    assertThat(trace.details(EventType.EXECUTION_START, EventType.STEP_RESULT))
        .isEqualTo(
            """
            execution_start < {"id":"abc-1"}
            step_result start > {"uuid":"abc-1","id_of":"abc-1"}""");
  }

  @Test
  void keys_called_job_or_workload_hide_neither() {
    PlaybookScript script =
        new PlaybookScript()
            .workload("job", "mine", "workload", "mine too", "id", "{{ job.id }}", "own", "{{ workload.job }}")
            .step("start", step -> step.result("id", "{{ job.id }}", "own", "{{ workload.workload }}"));

    assertThat(new World(script).executionId("abc-1").run().details(EventType.EXECUTION_START, EventType.STEP_RESULT))
        .isEqualTo(
            """
            execution_start < {"job":"mine","workload":"mine too","id":"abc-1","own":"mine"}
            step_result start > {"id":"abc-1","own":"mine too"}""");
  }

  @Test
  void strictly_a_workload_that_cannot_be_rendered_fails_the_execution_before_its_first_step() {
    PlaybookScript script = new PlaybookScript().workload("a", "{{ missing }}").step("start");

    Trace trace = new World(script).strict().run();

    assertThat(trace.log())
        .isEqualTo(
            """
            execution_start
            execution_error: 'missing' is undefined
            execution_complete error""");
    assertThat(trace.failures()).isEqualTo("test: 'missing' is undefined (test.yaml:1:1)");
    assertThat(trace.event(EventType.EXECUTION_ERROR, "test").metadata())
        .isEqualTo(Values.map("at", "test.yaml:1:1"));
  }

  @Test
  void the_first_event_names_the_playbook() {
    Trace trace = new World(new PlaybookScript().step("start")).run();

    assertThat(notes(trace, EventType.EXECUTION_START, "test"))
        .isEqualTo(
            "{\"playbook\":\"test\",\"path\":\"tests/test\",\"version\":\"1\",\"playbook_sha256\":\""
                + "0".repeat(64)
                + "\",\"file\":\"test.yaml\"}");
  }
}
