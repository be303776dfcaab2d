package io.noetl.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.port.EventStore;
import io.noetl.application.port.ExecutionStart;
import io.noetl.application.port.ExecutionSummary;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Status;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every event store tells of its executions, each as a whole and as it began. */
abstract class ExecutionSummaryContract {

  protected EventStore store;

  /** A new store with nothing in it. */
  protected abstract EventStore open();

  @BeforeEach
  void open_the_store() {
    store = open();
  }

  @AfterEach
  void close_the_store() {
    store.close();
  }

  @Test
  void a_summary_counts_an_execution_from_its_events() {
    SampleExecution.events("e1").forEach(store::append);

    assertThat(store.execution("e1")).contains(
        new ExecutionSummary(
            "e1", "weather_example", "workflows/weather", "0.1.0", SampleExecution.SHA_256, "error",
            Instant.parse("2026-03-01T12:00:00Z"), Instant.parse("2026-03-01T12:00:27Z"), 27.0, 5, 1, 28));
  }

  @Test
  void an_execution_that_has_not_completed_is_in_progress() {
    SampleExecution.events("e1").subList(0, 10).forEach(store::append);

    assertThat(store.execution("e1")).contains(
        new ExecutionSummary(
            "e1", "weather_example", "workflows/weather", "0.1.0", SampleExecution.SHA_256, "in_progress",
            Instant.parse("2026-03-01T12:00:00Z"), null, null, 3, 1, 10));
  }

  @Test
  void a_summary_does_without_metadata() {
    SampleEvents events = new SampleEvents("e1");
    Event start = events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS).add();
    events.endOf(start, EventType.EXECUTION_COMPLETE).status(Status.CANCELLED).duration(1.0).add();
    events.all().forEach(store::append);

    assertThat(store.execution("e1")).contains(
        new ExecutionSummary(
            "e1", "p", "", "", "", "cancelled", Instant.parse("2026-03-01T12:00:00Z"),
            Instant.parse("2026-03-01T12:00:01Z"), 1.0, 0, 0, 2));
  }

  @Test
  void a_failure_counts_once_however_far_up_it_is_felt() {
    SampleEvents events = new SampleEvents("e1");
    events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS).add();
    failure(events, EventType.TASK_ERROR, "outer[0].inner[1].step/task");
    failure(events, EventType.STEP_RESULT, "outer[0].inner[1].step");
    failure(events, EventType.STEP_RESULT, "outer[0].inner");
    failure(events, EventType.STEP_RESULT, "outer");
    failure(events, EventType.STEP_RESULT, "outer#2");
    failure(events, EventType.STEP_RESULT, "out");
    failure(events, EventType.EXECUTION_ERROR, "p");
    events.all().forEach(store::append);

    assertThat(store.execution("e1").orElseThrow().errors()).isEqualTo(3);
  }

  @Test
  void an_execution_that_failed_has_at_least_one_error() {
    SampleEvents events = new SampleEvents("e1");
    Event start = events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS).add();
    events.endOf(start, EventType.EXECUTION_ERROR).status(Status.ERROR).error("failed").add();
    events.all().forEach(store::append);

    assertThat(store.execution("e1").orElseThrow().errors()).isEqualTo(1);
  }

  @Test
  void a_playbook_that_a_task_calls_is_a_part_of_the_execution_and_its_earlier_attempts_are_no_errors() {
    SampleEvents events = new SampleEvents("e1");
    Event start = events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS).add();
    Event first = events.of(EventType.TASK_START).node("s/t", "t", "task.playbook").attempt(1).add();
    Event called = events.of(EventType.EXECUTION_START).under(first).node("s/t/c", "c", "playbook").add();
    failure(events, EventType.STEP_RESULT, "s/t/c.step");
    events.endOf(called, EventType.EXECUTION_ERROR).status(Status.ERROR).error("failed").add();
    events.endOf(called, EventType.EXECUTION_COMPLETE).status(Status.ERROR).duration(1.0).add();
    events.endOf(first, EventType.TASK_ERROR).status(Status.ERROR).error("failed").add();
    Event second = events.of(EventType.TASK_START).node("s/t", "t", "task.playbook").attempt(2).add();
    Event again = events.of(EventType.EXECUTION_START).under(second).node("s/t/c#2", "c", "playbook").add();
    events.endOf(again, EventType.EXECUTION_COMPLETE).duration(2.0).add();
    events.endOf(second, EventType.TASK_COMPLETE).add();
    events.endOf(start, EventType.EXECUTION_COMPLETE).duration(9.0).add();
    events.all().forEach(store::append);

    assertThat(store.executions()).hasSize(1);
    assertThat(store.starts()).extracting(ExecutionStart::playbook).containsExactly("p");
    ExecutionSummary summary = store.execution("e1").orElseThrow();
    assertThat(summary.playbook()).isEqualTo("p");
    assertThat(summary.status()).isEqualTo("success");
    assertThat(summary.duration()).isEqualTo(9.0);
    assertThat(summary.errors()).isZero();
  }

  @Test
  void what_a_cancellation_ended_is_no_error() {
    SampleEvents events = new SampleEvents("e1");
    events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS).add();
    events.of(EventType.STEP_RESULT).node("s", "s", "step").status(Status.ERROR).error("cancelled")
        .metadata(Value.of(Map.of("cancelled", Value.TRUE))).add();
    events.all().forEach(store::append);

    assertThat(store.execution("e1").orElseThrow().errors()).isZero();
  }

  @Test
  void an_accepted_failure_is_no_error_nor_is_what_failed_in_the_task_it_comes_from() {
    SampleEvents events = new SampleEvents("e1");
    events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS).add();
    failure(events, EventType.TASK_ERROR, "goes_on/task");
    accepted(events, EventType.STEP_RESULT, "goes_on", "{\"on_error\": \"continue\"}");
    accepted(events, EventType.STEP_RESULT, "diverted", "{\"on_error\": \"step\"}");
    failure(events, EventType.TASK_ERROR, "each[0]/task");
    accepted(events, EventType.LOOP_ITERATION_COMPLETE, "each[0]", "{\"accepted\": true}");
    failure(events, EventType.TASK_ERROR, "calls/city/city.step/task");
    failure(events, EventType.STEP_RESULT, "calls/city/city.step");
    failure(events, EventType.TASK_ERROR, "calls/city");
    accepted(events, EventType.STEP_RESULT, "calls", "{\"on_error\": \"continue\"}");
    events.all().forEach(store::append);

    assertThat(store.execution("e1").orElseThrow().errors()).isZero();
  }

  @Test
  void beside_and_beneath_an_accepted_failure_one_that_is_not_counts() {
    SampleEvents events = new SampleEvents("e1");
    events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS).add();
    failure(events, EventType.TASK_ERROR, "outer[0].inner[0].body/task");
    failure(events, EventType.STEP_RESULT, "outer[0].inner[0].body");
    accepted(events, EventType.STEP_RESULT, "outer[0].after", "{\"accepted\": true}");
    accepted(events, EventType.LOOP_ITERATION_COMPLETE, "outer[0]", "{\"accepted\": true}");
    accepted(events, EventType.STEP_RESULT, "many[0].body", "{\"accepted\": true}");
    failure(events, EventType.STEP_RESULT, "many");
    accepted(events, EventType.STEP_RESULT, "step", "{\"accepted\": false}");
    events.all().forEach(store::append);

    assertThat(store.execution("e1").orElseThrow().errors()).isEqualTo(3);
  }

  @Test
  void executions_are_listed_the_latest_started_first() {
    started("a", "2026-03-01T12:00:00Z");
    started("c", "2026-03-02T12:00:00Z");
    started("b", "2026-03-02T12:00:00Z");

    assertThat(store.executions()).extracting(ExecutionSummary::executionId).containsExactly("b", "c", "a");
    assertThat(store.starts()).extracting(ExecutionStart::executionId).containsExactly("b", "c", "a");
  }

  @Test
  void a_start_tells_of_an_execution_by_its_first_event_alone() {
    SampleExecution.events("e1").subList(0, 1).forEach(store::append);
    append(new SampleEvents("e2", Instant.parse("2026-02-28T23:59:59.999999Z")));

    ExecutionStart first =
        new ExecutionStart(
            "e1", "weather_example", SampleExecution.SHA_256, Instant.parse("2026-03-01T12:00:00Z"));
    ExecutionStart second = new ExecutionStart("e2", "p", "", Instant.parse("2026-02-28T23:59:59.999999Z"));
    assertThat(store.starts()).containsExactly(first, second);
    assertThat(store.start("e1")).contains(first);
    assertThat(store.start("e2")).contains(second);
    assertThat(store.start("e3")).isEmpty();
  }

  final void append(SampleEvents events) {
    store.append(events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS).add());
  }

  final void started(String executionId, String instant) {
    append(new SampleEvents(executionId, Instant.parse(instant)));
  }

  final void finished(String executionId, String instant) {
    SampleEvents events = new SampleEvents(executionId, Instant.parse(instant));
    Event start = events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS).add();
    events.endOf(start, EventType.EXECUTION_COMPLETE).duration(1.0).add();
    events.all().forEach(store::append);
  }

  private static void failure(SampleEvents events, EventType type, String nodeId) {
    events.of(type).node(nodeId, nodeId, "step").status(Status.ERROR).error("failed").add();
  }

  private static void accepted(SampleEvents events, EventType type, String nodeId, String metadata) {
    events.of(type).node(nodeId, nodeId, "step").status(Status.ERROR).error("failed")
        .metadata(JsonReader.read(metadata)).add();
  }
}
