package io.noetl.adapters.cli.progress;

import static io.noetl.domain.event.EventType.LOOP_ITERATION;
import static io.noetl.domain.event.EventType.LOOP_ITERATION_COMPLETE;
import static io.noetl.domain.event.EventType.LOOP_ITERATION_FILTERED;
import static io.noetl.domain.event.EventType.LOOP_START;
import static io.noetl.domain.event.EventType.STEP_RESULT;
import static io.noetl.domain.event.EventType.STEP_START;
import static io.noetl.domain.event.EventType.TASK_COMPLETE;
import static io.noetl.domain.event.EventType.TASK_ERROR;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Node;
import io.noetl.domain.event.Status;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import io.noetl.testkit.history.RecordedEvents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunProgressTest {

  private static final Playbook WEATHER =
      new Playbook(
          "w.yaml", "ab12", "", Value.EMPTY_MAP, "weather", "examples/weather", "0.1.0",
          new Fields(Map.of(), Position.START), Map.of(), Map.of());

  private static final String ERASE = "\r\u001b[2K";

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final RecordedEvents events = new RecordedEvents("e1");
  private Instant now = Instant.parse("2026-01-31T09:05:00Z");
  private RunProgress progress = progress(false, false, 60);

  @Test
  void elsewhere_a_step_that_ends_gets_a_line() {
    events.begins("weather");
    ends(events.step("start"), 0.001, Status.SUCCESS, null);
    ends(events.step("fetch"), 12.345, Status.ERROR, "GET answered 503");

    assertThat(shown())
        .isEqualTo(
            """
            start  success  0.001 s
            fetch  error  12.3 s
            """);
  }

  @Test
  void a_loop_gets_one_line_with_its_counts_and_nothing_for_what_is_nested_in_it() {
    int execution = events.begins("weather");
    int step = events.begins(STEP_START, execution, "city_loop", "city_loop", "step.loop");
    int loop = loop(step, "city_loop", 4);
    iteration(loop, "city_loop", 0, Status.SUCCESS, null);
    iteration(loop, "city_loop", 1, Status.ERROR, "no forecast");
    int outer = events.begins(LOOP_ITERATION, loop, "city_loop[2]", "city_loop", "iteration");
    int inner = loop(outer, "city_loop[2].district_loop", 1);
    iteration(inner, "city_loop[2].district_loop", 0, Status.SUCCESS, null);
    event(LOOP_ITERATION_FILTERED, "city_loop[3]", Status.FILTERED, null, null);
    events.ends(STEP_RESULT, step, Status.ERROR, 2, null);
    tellAll();

    assertThat(shown())
        .isEqualTo(
            """
            error: no forecast (city_loop[1])
            city_loop  error  2.000 s  2 items, 1 failed, 1 filtered out
            """);
  }

  @Test
  void a_hundred_thousand_failing_iterations_are_a_line_for_each_text() {
    int execution = events.begins("weather");
    int step = events.begins(STEP_START, execution, "city_loop", "city_loop", "step.loop");
    int loop = loop(step, "city_loop", 100_000);
    for (int i = 0; i < 100_000; i++) {
      iteration(loop, "city_loop", i, Status.ERROR, i % 2 == 0 ? "even" : "odd");
    }
    tellAll();

    assertThat(shown())
        .isEqualTo(
            """
            error: even (city_loop[0])
            error: odd (city_loop[1])
            error: even (50000 times)
            error: odd (50000 times)
            """);
  }

  @Test
  void of_many_different_failures_the_first_are_shown() {
    int execution = events.begins("weather");
    int loop = loop(execution, "city_loop", 1_000);
    for (int i = 0; i < 1_000; i++) {
      iteration(loop, "city_loop", i, Status.ERROR, "failure " + i);
    }
    tellAll();

    assertThat(shown().lines()).hasSize(500).endsWith("error: failure 499 (city_loop[499])");
  }

  @Test
  void a_failure_in_a_loop_is_shown_with_its_place() {
    events.begins("weather");
    event(
        STEP_RESULT, "city_loop[0].judge", Status.ERROR, JsonReader.read("{\"at\": \"w.yaml:7:9\"}"), "no forecast\n…");
    tellAll();

    assertThat(shown()).isEqualTo("error: w.yaml:7:9: no forecast\\n… (city_loop[0].judge)\n");
  }

  @Test
  void what_failed_and_is_accepted_is_told_as_accepted() {
    events.begins("weather");
    Value byLoop = JsonReader.read("{\"at\": \"w.yaml:7:9\", \"accepted\": true}");
    Value byStep = JsonReader.read("{\"at\": \"w.yaml:8:9\", \"on_error\": \"continue\"}");
    event(STEP_RESULT, "city_loop[0].judge", Status.ERROR, byLoop, "no forecast");
    event(STEP_RESULT, "city_loop[1].judge", Status.ERROR, byLoop, "no forecast");
    event(STEP_RESULT, "city_loop[1].tell", Status.ERROR, byStep, "nobody there");
    event(STEP_RESULT, "tell", Status.ERROR, byStep, "nobody there");
    tellAll();
    progress.close();

    assertThat(shown())
        .isEqualTo(
            """
            accepted: w.yaml:7:9: no forecast (city_loop[0].judge)
            accepted: w.yaml:8:9: nobody there (city_loop[1].tell)
            tell  error  accepted: w.yaml:8:9: nobody there
            accepted: w.yaml:7:9: no forecast (2 times)
            """);
    assertThat(progress.failuresShown()).isZero();
    assertThat(progress.hasShownFailure("city_loop[0].judge")).isFalse();
  }

  @Test
  void what_failed_in_a_playbook_that_a_task_calls_is_no_error_until_the_calling_step_says_so() {
    events.begins("weather");
    Value accepted = JsonReader.read("{\"on_error\": \"continue\"}");
    event(STEP_RESULT, "load/get/city.district[0].judge", Status.ERROR, Value.EMPTY_MAP, "no forecast");
    event(STEP_RESULT, "load/get/city.district[1].judge", Status.ERROR, Value.EMPTY_MAP, "no forecast");
    event(STEP_RESULT, "load/get/city.district[2].tell", Status.ERROR, accepted, "nobody there");
    event(STEP_RESULT, "load", Status.ERROR, accepted, "playbook 'city' failed: no forecast");
    event(STEP_RESULT, "loop[0].load/get/city.start", Status.ERROR, Value.EMPTY_MAP, "no district");
    event(STEP_RESULT, "loop[0].load", Status.ERROR, Value.EMPTY_MAP, "playbook 'city' failed: no district");
    tellAll();
    progress.close();

    assertThat(shown())
        .isEqualTo(
            """
            failed: no forecast (load/get/city.district[0].judge)
            accepted: nobody there (load/get/city.district[2].tell)
            load  error  accepted: playbook 'city' failed: no forecast
            failed: no district (loop[0].load/get/city.start)
            error: playbook 'city' failed: no district (loop[0].load)
            failed: no forecast (2 times)
            """);
    assertThat(progress.failuresShown()).isEqualTo(1);
    assertThat(progress.hasShownFailure("loop[0].load")).isTrue();
  }

  @Test
  void a_failure_in_a_loop_that_was_shown_is_known() {
    events.begins("weather");
    event(STEP_RESULT, "city_loop[0].judge", Status.ERROR, Value.EMPTY_MAP, "no forecast");
    event(STEP_RESULT, "city_loop[1].judge", Status.ERROR, Value.EMPTY_MAP, "no forecast");
    event(STEP_RESULT, "judge", Status.ERROR, Value.EMPTY_MAP, "no forecast");
    tellAll();
    progress.close();

    assertThat(shown())
        .isEqualTo(
            """
            error: no forecast (city_loop[0].judge)
            judge  error
            error: no forecast (2 times)
            """);
    assertThat(progress.failuresShown()).isEqualTo(2);
    assertThat(progress.hasShownFailure("city_loop[1].judge")).isTrue();
    assertThat(progress.hasShownFailure("judge")).isFalse();
  }

  @Test
  void what_a_cancellation_ended_is_no_failure() {
    events.begins("weather");
    event(STEP_RESULT, "city_loop[0].judge", Status.ERROR, JsonReader.read("{\"cancelled\": true}"), "cancelled");
    tellAll();

    assertThat(shown()).isEmpty();
  }

  @Test
  void warnings_of_reader_and_templates_are_shown_once_and_counted() {
    progress.started(WEATHER, List.of(new Problem("unknown key 'descr'", new Position(3, 5))));
    Value warning = JsonReader.read("{\"warnings\": [\"w.yaml:9:2: 'a' is undefined\"]}");
    int execution = events.begins("weather");
    for (int i = 0; i < 3; i++) {
      events.ends(STEP_RESULT, events.step("s" + i), Status.SUCCESS, 1, null, warning);
    }
    assertThat(execution).isZero();
    tellAll();

    assertThat(shown())
        .isEqualTo(
            """
            warning: w.yaml:3:5: unknown key 'descr'
            warning: w.yaml:9:2: 'a' is undefined
            s0  success  1.000 s
            s1  success  1.000 s
            s2  success  1.000 s
            warning: w.yaml:9:2: 'a' is undefined (3 times)
            """);
  }

  @Test
  void on_a_terminal_the_line_shows_nested_loops_counters_and_time() {
    progress = progress(true, false, 80);
    progress.started(WEATHER, List.of());
    int execution = events.begins("weather");
    int loop = loop(execution, "city_loop", 3);
    int city = events.begins(LOOP_ITERATION, loop, "city_loop[1]", "city_loop", "iteration");
    int nested = loop(city, "city_loop[1].district_loop", 4);
    int district =
        events.begins(LOOP_ITERATION, nested, "city_loop[1].district_loop[0]", "district_loop", "iteration");
    events.begins(
        STEP_START, district, "city_loop[1].district_loop[0].judge_district", "judge_district", "step");
    events.all().subList(0, events.all().size() - 1).forEach(progress::happened);
    now = now.plusMillis(12_345);
    progress.happened(events.last());

    assertThat(err.toString(UTF_8))
        .isEqualTo(
            ERASE + "weather  0.0 s" + ERASE + "city_loop 2/3 › district_loop 1/4 › judge_district  12.3 s");
  }

  @Test
  void the_line_is_drawn_ten_times_a_second_at_most() {
    progress = progress(true, false, 80);
    progress.started(WEATHER, List.of());
    events.begins("weather");
    for (int i = 0; i < 1_000; i++) {
      events.step("s" + i);
    }
    for (int i = 0; i < 1_000; i++) {
      now = now.plusMillis(1);
      progress.happened(events.all().get(i));
    }

    assertThat(err.toString(UTF_8).split("\r", -1)).hasSize(1 + 1 + 10);
  }

  @Test
  void a_tick_moves_the_time_and_nothing_else() {
    progress = progress(true, false, 80);
    progress.started(WEATHER, List.of());
    progress.tick();
    now = now.plusSeconds(75);
    progress.tick();
    progress.close();
    progress.tick();

    assertThat(err.toString(UTF_8)).isEqualTo(ERASE + "weather  0.0 s" + ERASE + "weather  1 min 15 s" + ERASE);
  }

  @Test
  void a_line_never_gets_wider_than_the_terminal() {
    progress = progress(true, false, 30);
    progress.started(WEATHER, List.of());
    now = now.plusSeconds(1);
    events.begins("weather");
    events.step("a_step_whose_name_is_longer_than_the_line");
    progress.happened(events.last());

    assertThat(err.toString(UTF_8)).endsWith(ERASE + "a_step_whose_name_is_…  1.0 s");
  }

  @Test
  void messages_stand_above_the_line() {
    progress = progress(true, false, 80);
    progress.started(WEATHER, List.of());
    events.begins("weather");
    event(STEP_RESULT, "city_loop[0].judge", Status.ERROR, null, "no forecast");
    progress.happened(events.last());

    assertThat(err.toString(UTF_8))
        .isEqualTo(
            ERASE + "weather  0.0 s" + ERASE + "error: no forecast (city_loop[0].judge)\n" + ERASE + "weather  0.0 s");
  }

  @Test
  void what_a_task_printed_is_shown_with_the_name_of_the_task() {
    events.begins("weather");
    prints(TASK_COMPLETE, "{\"stdout\": \"31.5 degrees\\n\\nhot\\u001b[31m\\n\", \"stderr\": \"no wind\"}");
    prints(TASK_ERROR, "{\"stdout\": \"before it failed\", \"traceback\": \"not shown\"}");
    tellAll();

    assertThat(shown())
        .isEqualTo(
            """
            judge_city | 31.5 degrees
            judge_city |\s
            judge_city | hot\\u001b[31m
            judge_city | no wind
            judge_city | before it failed
            """);
  }

  @Test
  void of_a_task_that_prints_much_the_beginning_is_shown() {
    events.begins("weather");
    prints(TASK_COMPLETE, "{\"stdout\": \"" + "x\\n".repeat(51) + "\"}");
    tellAll();

    assertThat(shown()).isEqualTo("judge_city | x\n".repeat(50) + "judge_city | … (more in the event)\n");
  }

  @Test
  void of_a_run_that_prints_much_the_beginning_is_shown() {
    events.begins("weather");
    for (int i = 0; i < 2_000; i++) {
      prints(TASK_COMPLETE, "{\"stdout\": \"x\"}");
    }
    tellAll();

    assertThat(shown())
        .isEqualTo(
            "judge_city | x\n".repeat(1_000) + "judge_city | … (tasks printed more; their events have it all)\n");
  }

  @Test
  void what_a_task_printed_stands_above_the_line() {
    progress = progress(true, false, 80);
    progress.started(WEATHER, List.of());
    events.begins("weather");
    prints(TASK_COMPLETE, "{\"stdout\": \"hot\"}");
    progress.happened(events.last());

    assertThat(err.toString(UTF_8))
        .isEqualTo(ERASE + "weather  0.0 s" + ERASE + "judge_city | hot\n" + ERASE + "weather  0.0 s");
  }

  @Test
  void labels_are_coloured_where_colours_are_welcome() {
    progress = progress(true, true, 80);
    progress.started(WEATHER, List.of(new Problem("odd", new Position(1, 2))));

    assertThat(err.toString(UTF_8))
        .isEqualTo("\u001b[33mwarning:\u001b[0m w.yaml:1:2: odd\n" + ERASE + "weather\u001b[2m  0.0 s\u001b[0m");
  }

  private void ends(int start, double duration, Status status, @Nullable String error) {
    events.ends(STEP_RESULT, start, status, duration, error);
    progress.happened(events.last());
  }

  private int loop(int parent, String id, int items) {
    Node node = new Node(id, id, "step.loop");
    Value count = JsonReader.read("{\"items\": " + items + "}");
    return events.happens(LOOP_START, parent, node, Status.IN_PROGRESS, count, null);
  }

  private void iteration(int loop, String id, int index, Status status, @Nullable String error) {
    int start = events.begins(LOOP_ITERATION, loop, id + "[" + index + "]", id, "iteration");
    events.ends(LOOP_ITERATION_COMPLETE, start, status, 0.1, error);
  }

  private void event(
      EventType type, String nodeId, Status status, @Nullable Value metadata, @Nullable String error) {
    events.happens(type, 0, new Node(nodeId, "judge", "step"), status, metadata, error);
  }

  private void prints(EventType type, String metadata) {
    Status status = type == TASK_ERROR ? Status.ERROR : Status.SUCCESS;
    events.happens(
        type, 0, new Node("city_loop[0].judge/judge_city", "judge_city", "task"), status, JsonReader.read(metadata), null);
  }

  private void tellAll() {
    events.all().forEach(progress::happened);
  }

  private String shown() {
    progress.close();
    return err.toString(UTF_8);
  }

  private RunProgress progress(boolean interactive, boolean colours, int width) {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    PrintStream stream = new PrintStream(err, true, UTF_8);
    return new RunProgress(
        new Terminal(
            new ByteArrayInputStream(new byte[0]), out, stream, interactive, interactive, colours, width, () -> now));
  }
}
