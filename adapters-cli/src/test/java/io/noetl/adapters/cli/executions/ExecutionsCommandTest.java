package io.noetl.adapters.cli.executions;

import static io.noetl.domain.event.EventType.EXECUTION_COMPLETE;
import static io.noetl.domain.event.EventType.LOOP_ITERATION;
import static io.noetl.domain.event.EventType.LOOP_ITERATION_COMPLETE;
import static io.noetl.domain.event.EventType.LOOP_ITERATION_FILTERED;
import static io.noetl.domain.event.EventType.LOOP_START;
import static io.noetl.domain.event.EventType.STEP_RESULT;
import static io.noetl.domain.event.EventType.STEP_START;
import static io.noetl.domain.event.EventType.TASK_COMPLETE;
import static io.noetl.domain.event.EventType.TASK_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.cli.Console;
import io.noetl.adapters.cli.Console.Outcome;
import io.noetl.application.port.ExecutionSummary;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.Node;
import io.noetl.domain.event.Status;
import io.noetl.testkit.history.RecordedEvents;
import io.noetl.testkit.history.RecordedStores;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutionsCommandTest {

  private final RecordedStores stores =
      new RecordedStores("data/noetl.duckdb")
          .with(
              new ExecutionSummary(
                  "0190-a", "weather", "examples/weather", "0.1.0", "ab12", "error",
                  Instant.parse("2026-01-30T09:05:00.000001Z"), Instant.parse("2026-01-30T09:07:03Z"), 123.0, 12, 3, 60),
              List.of())
          .with(
              new ExecutionSummary(
                  "0190-b", "rain", "examples/rain", "0.2.0", "cd34", "in_progress",
                  Instant.parse("2026-01-31T09:05:00Z"), null, null, 4, 0, 26),
              recorded());

  @Test
  void the_list_is_a_table() {
    assertThat(run("executions"))
        .isEqualTo(
            new Outcome(
                0,
                """
                id      playbook  status       started                 duration  steps  errors
                ──────  ────────  ───────────  ────────────────────  ──────────  ─────  ──────
                0190-b  rain      in_progress  2026-01-31 09:05:00Z           -      4       0
                0190-a  weather   error        2026-01-30 09:05:00Z  2 min 03 s     12       3
                """,
                ""));
  }

  @Test
  void an_empty_store_is_an_empty_table() {
    assertThat(new Console().over(new RecordedStores("data/noetl.duckdb")).run("executions").out())
        .isEqualTo(
            """
            id  playbook  status  started  duration  steps  errors
            ──  ────────  ──────  ───────  ────────  ─────  ──────
            """);
  }

  @Test
  void the_list_is_a_json_array() {
    assertThat(run("executions", "-o", "json").out())
        .startsWith(
            """
            [
              {
                "execution_id": "0190-b",
                "playbook": "rain",
                "path": "examples/rain",
                "version": "0.2.0",
                "status": "in_progress",
                "started_at": "2026-01-31T09:05:00.000000Z",
                "completed_at": null,
                "duration": null,
                "steps": 4,
                "errors": 0,
                "events": 26
              },
              {
                "execution_id": "0190-a",
            """)
        .contains("\"started_at\": \"2026-01-30T09:05:00.000001Z\"", "\"duration\": 123.0");
  }

  @Test
  void an_execution_is_shown_as_a_tree() {
    assertThat(run("executions", "show", "last", "--iterations", "2"))
        .isEqualTo(
            new Outcome(
                0,
                """
                execution 0190-b of rain, started 2026-01-31 09:05:00Z, 4 steps, 0 errors, 26 events
                rain  error  1.500 s
                ├─ start  success  0.001 s
                ├─ fetch  success  0.400 s
                │  ├─ http get_forecast  error  0.100 s  GET answered 503
                │  └─ http get_forecast attempt 2  success  0.200 s
                ├─ city_loop  error  1.000 s  1 filtered out
                │  ├─ city_loop[0]  success  0.200 s
                │  │  └─ judge  success  0.100 s  python judge_city
                │  ├─ city_loop[1]  success  0.200 s
                │  │  └─ judge  success  0.100 s  python judge_city
                │  ├─ city_loop[3]  error  0.200 s  no forecast
                │  │  └─ judge  error  0.100 s  python judge_city  no forecast
                │  └─ … 1 more, none failed
                └─ report  in_progress
                """,
                ""));
  }

  @Test
  void an_execution_is_shown_as_json() {
    String json = run("executions", "show", "0190-b", "-o", "json", "--iterations", "0").out();

    assertThat(json)
        .startsWith("{\n  \"execution_id\": \"0190-b\",\n  \"playbook\": \"rain\",\n")
        .contains(
            """
                  {
                    "node_id": "fetch/get_forecast",
                    "name": "get_forecast",
                    "type": "task.http",
                    "status": "error",
                    "started_at": "2026-01-31T09:05:00.004000Z",
                    "duration": 0.1,
                    "error": "GET answered 503",
                    "attempt": 1,
                    "children": []
                  },
            """
                .indent(4)
                .stripTrailing())
        .contains("\"filtered\": 1,")
        .contains("\"omitted\": 3,\n        \"omitted_failed\": 0\n");
  }

  @Test
  void an_unknown_execution_exits_2() {
    assertThat(run("executions", "show", "0190-c"))
        .isEqualTo(
            new Outcome(
                2, "", "noetl: no execution '0190-c' in the store data/noetl.duckdb; did you mean '0190-b'?\n"));
  }

  @Test
  void all_is_no_execution_to_show() {
    assertThat(run("executions", "show", "all").status()).isEqualTo(2);
  }

  @Test
  void a_missing_store_exits_4() {
    for (String command : List.of("executions", "executions show last", "executions prune --older-than 1d")) {
      assertThat(run((command + " --duckdb x.duckdb").split(" ")))
          .isEqualTo(
              new Outcome(
                  4, "", "noetl: there is no store x.duckdb; run a playbook first, or name another with --duckdb PATH\n"));
    }
  }

  @Test
  void pruning_prints_what_it_deleted() {
    assertThat(at("2026-01-31T12:00:00Z", "executions", "prune", "--older-than", "1d"))
        .isEqualTo(
            new Outcome(
                0,
                """
                deleted 0190-a  weather  error  started 2026-01-30 09:05:00Z
                deleted 1 execution
                """,
                ""));
    assertThat(run("executions").out()).doesNotContain("0190-a");
  }

  @Test
  void a_dry_run_prints_what_would_be_deleted() {
    assertThat(at("2026-01-31T12:00:00Z", "executions", "prune", "--older-than", "60m", "--dry-run").out())
        .isEqualTo(
            """
            would delete 0190-b  rain  in_progress  started 2026-01-31 09:05:00Z
            would delete 0190-a  weather  error  started 2026-01-30 09:05:00Z
            would delete 2 executions
            """);
    assertThat(run("executions").out()).contains("0190-a", "0190-b");
  }

  @Test
  void the_units_of_an_age_are_seconds_minutes_hours_days_and_weeks() {
    assertThat(at("2026-01-30T09:07:33Z", "executions", "prune", "--older-than", "31s").out())
        .isEqualTo("deleted 0 executions\n");
    assertThat(at("2026-01-30T09:07:34Z", "executions", "prune", "--older-than", "30s", "--dry-run").out())
        .endsWith("would delete 1 execution\n");
    assertThat(at("2026-01-30T21:07:04Z", "executions", "prune", "--older-than", "12h", "--dry-run").out())
        .endsWith("would delete 1 execution\n");
    assertThat(at("2026-02-13T09:07:03Z", "executions", "prune", "--older-than", "2w").out())
        .endsWith("deleted 0 executions\n");
  }

  @Test
  void pruning_answers_in_json() {
    assertThat(at("2026-01-31T12:00:00Z", "executions", "prune", "--older-than", "1d", "-o", "json").out())
        .isEqualTo(
            """
            {
              "dry_run": false,
              "deleted": [
                "0190-a"
              ]
            }
            """);
  }

  private Outcome run(String... arguments) {
    return new Console().over(stores).run(arguments);
  }

  private Outcome at(String instant, String... arguments) {
    return new Console().over(stores).at(instant).run(arguments);
  }

  private static List<Event> recorded() {
    RecordedEvents events = new RecordedEvents("0190-b");
    int execution = events.begins("rain");
    events.ends(STEP_RESULT, events.step("start"), Status.SUCCESS, 0.001, null);
    int fetch = events.step("fetch");
    int first = events.attempt(1, fetch, "fetch/get_forecast", "get_forecast", "task.http");
    events.ends(TASK_ERROR, first, Status.ERROR, 0.1, "GET answered 503");
    int second = events.attempt(2, fetch, "fetch/get_forecast", "get_forecast", "task.http");
    events.ends(TASK_COMPLETE, second, Status.SUCCESS, 0.2, null);
    events.ends(STEP_RESULT, fetch, Status.SUCCESS, 0.4, null);
    int step = events.begins(STEP_START, execution, "city_loop", "city_loop", "step.loop");
    int loop = events.begins(LOOP_START, step, "city_loop", "city_loop", "step.loop");
    for (int index = 0; index < 4; index++) {
      item(events, loop, index);
    }
    events.happens(
        LOOP_ITERATION_FILTERED, loop, new Node("city_loop[4]", "city_loop", "iteration"), Status.FILTERED, null, null);
    events.ends(STEP_RESULT, step, Status.ERROR, 1, null);
    events.step("report");
    events.ends(EXECUTION_COMPLETE, execution, Status.ERROR, 1.5, null);
    return events.all();
  }

  private static void item(RecordedEvents events, int loop, int index) {
    String id = "city_loop[" + index + "]";
    Status status = index == 3 ? Status.ERROR : Status.SUCCESS;
    String error = index == 3 ? "no forecast" : null;
    int iteration = events.begins(LOOP_ITERATION, loop, id, "city_loop", "iteration");
    int judge = events.begins(STEP_START, iteration, id + ".judge", "judge", "step");
    int task = events.attempt(1, judge, id + ".judge/judge_city", "judge_city", "task.python");
    events.ends(status == Status.ERROR ? TASK_ERROR : TASK_COMPLETE, task, status, 0.05, error);
    events.ends(STEP_RESULT, judge, status, 0.1, error);
    events.ends(LOOP_ITERATION_COMPLETE, iteration, status, 0.2, error);
  }
}
