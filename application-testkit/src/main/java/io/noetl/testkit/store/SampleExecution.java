package io.noetl.testkit.store;

import static io.noetl.domain.event.EventType.EXECUTION_COMPLETE;
import static io.noetl.domain.event.EventType.EXECUTION_ERROR;
import static io.noetl.domain.event.EventType.EXECUTION_START;
import static io.noetl.domain.event.EventType.LOOP_COMPLETE;
import static io.noetl.domain.event.EventType.LOOP_ITERATION;
import static io.noetl.domain.event.EventType.LOOP_ITERATION_COMPLETE;
import static io.noetl.domain.event.EventType.LOOP_ITERATION_FILTERED;
import static io.noetl.domain.event.EventType.LOOP_START;
import static io.noetl.domain.event.EventType.STEP_RESULT;
import static io.noetl.domain.event.EventType.STEP_START;
import static io.noetl.domain.event.EventType.STEP_TRANSITION;
import static io.noetl.domain.event.EventType.TASK_COMPLETE;
import static io.noetl.domain.event.EventType.TASK_ERROR;
import static io.noetl.domain.event.EventType.TASK_START;

import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Status;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.List;
import java.util.Map;

/**
 * A small execution made by hand, with one of each thing: a loop over three cities, of which Paris succeeds at the
 * second attempt, Oslo is filtered and Rome fails; then a step that binds results. It ends in error, with 28 events.
 */
public final class SampleExecution {

  /** The SHA-256 that the playbook goes by. */
  public static final String SHA_256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  private final SampleEvents events;

  private SampleExecution(String executionId) {
    events = new SampleEvents(executionId);
  }

  /** The events of the execution, a second apart from {@link SampleEvents#BEGINNING}. */
  public static List<Event> events(String executionId) {
    SampleExecution execution = new SampleExecution(executionId);
    execution.run();
    return execution.events.all();
  }

  /** The playbook that it ran, without parsed steps and tasks. */
  public static Playbook playbook() {
    String source = "name: weather_example\n";
    MapValue document =
        map(
            """
            {"name": "weather_example",
             "workflow": [
               {"step": "start", "desc": "Begin", "next": "city_loop"},
               {"step": "city_loop", "loop": {"in": "{{ cities }}", "iterator": "city"}, "next": "fetch"},
               {"step": "fetch", "call": {"task": "get_forecast"}},
               {"step": "report", "end_loop": "city_loop"}],
             "workbook": [
               {"task": "get_forecast", "type": "http"},
               {"name": "judge", "type": "python"}]}
            """);
    return new Playbook(
        "catalog/weather.yaml", SHA_256, source, document, "weather_example", "workflows/weather", "0.1.0", Fields.NONE,
        Map.of(), Map.of());
  }

  /** The value that a JSON text holds. */
  public static MapValue map(String json) {
    return (MapValue) JsonReader.read(json);
  }

  private void run() {
    Event execution = begin();
    Event start = step(execution, "start", "start", "step").add();
    end(start, STEP_RESULT).duration(0.25).metadata(map("{\"next\": [\"city_loop\"]}")).add();
    events.of(STEP_TRANSITION).under(execution).node("start->city_loop", "start->city_loop", "transition")
        .metadata(map("{\"from\": \"start\", \"to\": \"city_loop\"}")).add();
    loop(execution);
    events.of(STEP_TRANSITION).under(execution).node("city_loop->report", "city_loop->report", "transition")
        .input(map("{\"level\": \"high\"}"))
        .metadata(map("{\"from\": \"city_loop\", \"to\": \"report\", \"condition\": \"{{ hot }}\"}")).add();
    Event report = step(execution, "report", "report", "step.end_loop").input(map("{\"level\": \"high\"}")).add();
    end(report, STEP_RESULT).duration(0.5).output(map("{\"alert\": true, \"limit\": 7}"))
        .metadata(map("{\"bound\": [\"alert\", \"limit\"], \"task\": \"judge\"}")).add();
    end(execution, EXECUTION_ERROR).status(Status.ERROR).error("1 of 3 items failed in 'city_loop'").add();
    end(execution, EXECUTION_COMPLETE).status(Status.ERROR).duration(27.0)
        .output(map("{\"steps\": 5, \"errors\": 1}")).add();
  }

  private Event begin() {
    return events.of(EXECUTION_START).node("weather_example", "weather_example", "playbook")
        .status(Status.IN_PROGRESS)
        .input(map("{\"cities\": [\"Paris\", \"Oslo\", \"Rome\"], \"limit\": 5}"))
        .metadata(
            map(
                """
                {"playbook": "weather_example", "path": "workflows/weather", "version": "0.1.0",
                 "playbook_sha256": "%s", "file": "catalog/weather.yaml"}
                """
                    .formatted(SHA_256)))
        .add();
  }

  private void loop(Event execution) {
    Event step = step(execution, "city_loop", "city_loop", "step.loop").input(map("{\"unit\": \"celsius\"}")).add();
    Event loop = events.of(LOOP_START).under(step).node(step.node()).status(Status.IN_PROGRESS)
        .loop("city_loop", null)
        .metadata(map("{\"iterator\": \"city\", \"items\": 3}")).add();
    paris(item(loop, LOOP_ITERATION, 0, "Paris").add());
    item(loop, LOOP_ITERATION_FILTERED, 1, "Oslo").status(Status.FILTERED).add();
    rome(item(loop, LOOP_ITERATION, 2, "Rome").add());
    MapValue counts = map("{\"items\": 3, \"processed\": 2, \"filtered\": 1, \"failed\": 1}");
    end(loop, LOOP_COMPLETE).status(Status.ERROR).duration(16.0).output(counts).add();
    end(step, STEP_RESULT).status(Status.ERROR).duration(18.0).output(counts).error("1 of 3 items failed").add();
  }

  private void paris(Event item) {
    Event fetch = step(item, "city_loop[0].fetch", "fetch", "step").loop("city_loop", 0L).add();
    end(task(fetch, 1), TASK_ERROR).status(Status.ERROR).duration(1.0).error("HTTP 503").add();
    end(task(fetch, 2), TASK_COMPLETE).duration(1.5).output(map("{\"temperature\": 21.5}")).add();
    end(fetch, STEP_RESULT).duration(5.0).output(map("{\"temperature\": 21.5}"))
        .metadata(map("{\"task\": \"get_forecast\"}")).add();
    end(item, LOOP_ITERATION_COMPLETE).duration(7.0).add();
  }

  private void rome(Event item) {
    Event fetch = step(item, "city_loop[2].fetch", "fetch", "step").loop("city_loop", 2L).add();
    end(task(fetch, 1), TASK_ERROR).status(Status.ERROR).duration(1.0).error("HTTP 500").add();
    end(fetch, STEP_RESULT).status(Status.ERROR).duration(3.0).error("HTTP 500").add();
    end(item, LOOP_ITERATION_COMPLETE).status(Status.ERROR).duration(5.0).error("HTTP 500").add();
  }

  private SampleEvents.Draft step(Event scope, String id, String name, String type) {
    return events.of(STEP_START).under(scope).node(id, name, type).status(Status.IN_PROGRESS);
  }

  private Event task(Event step, int attempt) {
    return events.of(TASK_START).under(step).node(step.node().id() + "/get_forecast", "get_forecast", "task.http")
        .status(Status.IN_PROGRESS).attempt(attempt).loop(step.loopName(), step.currentIndex())
        .input(map("{\"method\": \"GET\"}")).worker("worker-1").add();
  }

  private SampleEvents.Draft item(Event loop, EventType type, long index, String city) {
    return events.of(type).under(loop).node("city_loop[" + index + "]", "city_loop", "iteration")
        .status(Status.IN_PROGRESS).loop("city_loop", index).input(Value.of(Map.of("city", Value.of(city))));
  }

  private SampleEvents.Draft end(Event start, EventType type) {
    return events.endOf(start, type);
  }
}
