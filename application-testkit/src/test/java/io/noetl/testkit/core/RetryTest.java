package io.noetl.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.EventType;
import io.noetl.domain.playbook.Loop;
import io.noetl.domain.playbook.Retry;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/** Tasks that are tried again: one start and one end per attempt, and the delays between them. */
class RetryTest {

  private static final Position AT = new Position(9, 9);

  private static Retry retry(int attempts) {
    return Retry.attempts(attempts, AT);
  }

  private static Retry retry(int attempts, @Nullable String when, @Nullable String stopWhen) {
    return new Retry(
        attempts, Duration.ofSeconds(1), 2, Duration.ofSeconds(60), 0, template(when), template(stopWhen), AT);
  }

  private static @Nullable TemplateText template(@Nullable String source) {
    return source == null ? null : TemplateText.of(source);
  }

  private static World fetching(Retry policy) {
    return new World(
        new PlaybookScript()
            .step("start", step -> step.calls("fetch").retry(policy).to("end"))
            .step("end")
            .task("fetch"));
  }

  @Test
  void each_attempt_has_its_start_and_its_end() {
    Trace trace =
        fetching(retry(3))
            .task("fetch", TaskAnswer.failure("refused"), TaskAnswer.failure("reset"), TaskAnswer.success(7))
            .run();

    assertThat(trace.log())
        .isEqualTo(
            """
            execution_start
            step_start start
            task_start start/fetch
            task_error start/fetch: refused
            task_start start/fetch
            task_error start/fetch: reset
            task_start start/fetch
            task_complete start/fetch
            step_result start
            step_transition start->end
            step_start end
            step_result end
            execution_complete success""");
    assertThat(trace.events().stream().filter(event -> event.attempt() != null).map(event -> event.attempt()).toList())
        .containsExactly(1, 1, 2, 2, 3, 3);
    assertThat(trace.data()).isEqualTo("{\"start\":7,\"end\":null}");
    assertThat(trace.failures()).isEmpty();
  }

  @Test
  void delays_grow_by_the_backoff_up_to_the_longest() {
    Retry policy = new Retry(5, Duration.ofSeconds(2), 3, Duration.ofSeconds(10), 0, null, null, AT);
    Trace trace = fetching(policy).task("fetch", TaskAnswer.failure("down")).run();

    assertThat(retries(trace))
        .containsExactly(
            "{\"attempt\":2,\"delay\":2.0}",
            "{\"attempt\":3,\"delay\":6.0}",
            "{\"attempt\":4,\"delay\":10.0}",
            "{\"attempt\":5,\"delay\":10.0}");
    List<Long> seconds =
        trace.events().stream()
            .filter(event -> event.type() == EventType.TASK_START)
            .map(event -> Duration.between(World.BEGIN, event.timestamp()).toSeconds())
            .toList();
    assertThat(seconds).containsExactly(0L, 2L, 8L, 18L, 28L);
    assertThat(trace.status()).isEqualTo("error");
    assertThat(trace.failures()).isEqualTo("start: down (test.yaml:4:1)");
  }

  @Test
  void jitter_varies_a_delay_by_its_fraction_and_the_same_way_again() {
    Retry policy = new Retry(40, Duration.ofSeconds(10), 1, Duration.ofSeconds(60), 0.5, null, null, AT);
    Trace trace = fetching(policy).task("fetch", TaskAnswer.failure("down")).run();

    List<Double> delays =
        retries(trace).stream().map(text -> Double.parseDouble(text.replaceAll(".*\"delay\":|}", ""))).toList();
    assertThat(delays).hasSize(39).allMatch(delay -> delay >= 5 && delay <= 15);
    assertThat(delays.stream().distinct().count()).isGreaterThan(30);
  }

  @Test
  void a_server_that_asks_for_a_longer_wait_gets_it() {
    TaskOutcome busy = new TaskOutcome.Failure("503", null, null, Value.of(Map.of("retry_after", Value.of(90))));
    Trace trace = fetching(retry(2)).task("fetch", busy, TaskAnswer.success(1)).run();

    assertThat(retries(trace)).containsExactly("{\"attempt\":2,\"delay\":90.0}");
    assertThat(trace.status()).isEqualTo("success");
  }

  @Test
  void only_failures_for_which_when_is_true_are_tried_again() {
    LiteralTemplates templates =
        new LiteralTemplates()
            .computing(
                "{{ status_code == 503 }}",
                Set.of("status_code"),
                context -> Value.of(String.valueOf(context.variables().lookup("status_code")).contains("503")));
    TaskOutcome busy =
        new TaskOutcome.Failure("busy", Value.of(Map.of("status_code", Value.of(503))), null, Value.EMPTY_MAP);
    TaskOutcome gone =
        new TaskOutcome.Failure("gone", Value.of(Map.of("status_code", Value.of(404))), null, Value.EMPTY_MAP);
    Trace trace =
        fetching(retry(9, "{{ status_code == 503 }}", null)).templates(templates).task("fetch", busy, gone).run();

    assertThat(trace.details(EventType.TASK_ERROR))
        .isEqualTo(
            """
            task_error start/fetch > {"status_code":503}: busy
            task_error start/fetch > {"status_code":404}: gone""");
    assertThat(trace.status()).isEqualTo("error");
  }

  @Test
  void a_success_is_tried_again_until_stop_when_is_true() {
    Trace trace =
        fetching(retry(5, null, "{{ result.ready }}"))
            .task("fetch", ready(false), ready(false), ready(true))
            .run();

    assertThat(trace.log()).containsSubsequence("task_complete", "task_complete", "task_complete", "step_result");
    assertThat(trace.data()).isEqualTo("{\"start\":{\"ready\":true},\"end\":null}");
  }

  @Test
  void attempts_that_are_used_up_before_stop_when_is_true_are_a_failure() {
    Trace trace = fetching(retry(2, null, "{{ result.ready }}")).task("fetch", ready(false)).run();

    assertThat(trace.details(EventType.TASK_COMPLETE, EventType.TASK_ERROR))
        .isEqualTo(
            """
            task_complete start/fetch > {"ready":false}
            task_error start/fetch > {"ready":false}: 'stop_when' was still false after 2 attempts""");
    assertThat(trace.status()).isEqualTo("error");
  }

  private static TaskOutcome ready(boolean ready) {
    return TaskAnswer.success(Map.of("ready", ready));
  }

  @Test
  void stop_when_ends_the_attempts_of_a_failure() {
    Trace trace = fetching(retry(5, null, "{{ error }}")).task("fetch", TaskAnswer.failure("fatal")).run();

    assertThat(trace.log()).containsOnlyOnce("task_start");
    assertThat(trace.failures()).isEqualTo("start: fatal (test.yaml:4:1)");
  }

  @Test
  void the_retry_of_a_step_wins_over_that_of_its_task() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .step("start", step -> step.calls("fetch").retry(retry(1)))
                    .task("fetch", task -> task.retry(retry(5))))
            .task("fetch", TaskAnswer.failure("down"))
            .run();

    assertThat(trace.log()).containsOnlyOnce("task_error");
  }

  @Test
  void each_item_of_a_loop_has_its_own_attempts() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .step("start", step -> step.calls("fetch").loop(List.of(1, 2), "n").retry(retry(2)))
                    .task("fetch"))
            .task("fetch", TaskAnswer.failure("a"), TaskAnswer.success("x"), TaskAnswer.failure("b"), TaskAnswer.success("y"))
            .run();

    assertThat(trace.data()).isEqualTo("{\"start\":[\"x\",\"y\"]}");
    assertThat(trace.status()).isEqualTo("success");
  }

  @Test
  void a_cancellation_ends_the_wait_for_the_next_attempt() {
    Trace trace = fetching(retry(9)).task("fetch", TaskAnswer.failure("down")).cancelAfter(4).run();

    assertThat(trace.log())
        .isEqualTo(
            """
            execution_start
            step_start start
            task_start start/fetch
            task_error start/fetch: down
            step_result start error: cancelled
            execution_complete cancelled""");
    assertThat(trace.failures()).isEmpty();
  }

  @Test
  void what_a_task_returns_is_made_of_the_last_attempt_alone() {
    Trace trace =
        new World(
                new PlaybookScript()
                    .step("start", step -> step.calls("fetch").loop(List.of(1), "n").onItemError(Loop.OnItemError.FAIL))
                    .task("fetch", task -> task.retry(retry(3, null, "{{ result.ready }}")).returning("{{ result.ready }}")))
            .task("fetch", ready(false), ready(true))
            .run();

    assertThat(trace.details(EventType.TASK_COMPLETE))
        .isEqualTo(
            """
            task_complete start[0]/fetch > {"ready":false}
            task_complete start[0]/fetch > true""");
    assertThat(trace.data()).isEqualTo("{\"start\":[true]}");
  }

  private static List<String> retries(Trace trace) {
    return trace.events().stream()
        .map(event -> event.metadata() instanceof MapValue notes ? notes.valueOf("retry") : Value.NULL)
        .filter(retry -> !retry.equals(Value.NULL))
        .map(JsonWriter::write)
        .toList();
  }
}
