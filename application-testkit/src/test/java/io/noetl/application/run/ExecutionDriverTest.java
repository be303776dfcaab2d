package io.noetl.application.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.StoreException;
import io.noetl.application.port.ItemFiles;
import io.noetl.application.port.TaskRunner;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.Status;
import io.noetl.domain.execution.ExecutionState;
import io.noetl.domain.execution.Plan;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.Value;
import io.noetl.testkit.core.LiteralTemplates;
import io.noetl.testkit.core.PlaybookScript;
import io.noetl.testkit.core.TaskAnswer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ExecutionDriverTest {

  private final Journal journal = new Journal();
  private final JournalStore store = new JournalStore(journal);
  private final JournalRunner runner = new JournalRunner(journal);
  private final Cancellation cancellation = new Cancellation();
  private InstantSource clock = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
  private ExecutionListener listener = ExecutionListener.NONE;
  private RunRequest.Durability durability = RunRequest.Durability.RELAXED;
  private Map<String, TaskRunner> runners = Map.of("test", runner);

  private ExecutionState run() {
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.calls("one", "n", 1).to("next"))
            .step("next", step -> step.calls("two", "n", 2))
            .task("one")
            .task("two");
    return new Drivers(store, runners, listener, cancellation, clock, durability)
        .driver(() -> new OpenItemFiles(ItemFiles.NONE, null))
        .run(new Plan(script.playbook(), new LiteralTemplates(), false));
  }

  @Test
  void strictly_a_tasks_start_is_committed_before_it_runs_and_its_result_before_the_next_one_starts() {
    durability = RunRequest.Durability.STRICT;

    assertThat(run().status()).isEqualTo(Status.SUCCESS);
    assertThat(journal.text())
        .isEqualTo(
            """
            keep test
            append execution_start test
            append step_start start
            append task_start start/one
            commit
            run start/one
            append task_complete start/one
            commit
            append step_result start
            append step_transition start->next
            append step_start next
            append task_start next/two
            commit
            run next/two
            append task_complete next/two
            commit
            append step_result next
            append execution_complete test
            commit""");
  }

  @Test
  void otherwise_the_store_commits_as_it_likes_and_once_more_at_the_end() {
    run();

    assertThat(journal.count("commit")).isEqualTo(1);
    assertThat(journal.text()).endsWith("append execution_complete test\ncommit");
  }

  @Test
  void events_are_stamped_with_whole_microseconds_and_never_go_back_in_time() {
    List<Instant> times =
        List.of(
            Instant.parse("2026-01-01T00:00:01.123456789Z"),
            Instant.parse("2025-12-31T00:00:00Z"),
            Instant.parse("2026-01-01T00:00:02Z"));
    clock = () -> times.get(Math.min(store.events.size(), 2));

    ExecutionState state = run();

    assertThat(store.events.stream().map(event -> event.timestamp().toString()).distinct())
        .containsExactly("2026-01-01T00:00:01.123456Z", "2026-01-01T00:00:02Z");
    assertThat(store.events.getFirst().eventId()).isEqualTo("test-1:0");
    assertThat(store.events).allSatisfy(event -> assertThat(event.workerId()).isEqualTo("worker-1"));
    assertThat(store.events.getLast().duration()).isEqualTo(0.876544);
    assertThat(state.startedAt()).isEqualTo(Instant.parse("2026-01-01T00:00:01.123456Z"));
    assertThat(state.time()).isEqualTo(Instant.parse("2026-01-01T00:00:02Z"));
  }

  @Test
  void the_listener_is_told_every_event_after_the_store() {
    listener =
        new ExecutionListener() {
          @Override
          public void started(Playbook playbook, List<Problem> warnings) {}

          @Override
          public void happened(Event event) {
            journal.add("told " + event.type().text() + " " + event.node().id());
          }
        };

    run();

    assertThat(journal.text())
        .startsWith(
            """
            keep test
            append execution_start test
            told execution_start test
            append step_start start
            told step_start start
            append task_start start/one
            told task_start start/one
            """);
  }

  @Test
  void a_store_that_fails_ends_the_run() {
    store.failingAtAppend(4);

    assertThatThrownBy(this::run).isInstanceOf(StoreException.class).hasMessage("the store is full");
    assertThat(journal.text()).doesNotContain("run next/two").doesNotContain("commit");
  }

  @Test
  void strictly_no_task_runs_when_its_start_could_not_be_committed() {
    durability = RunRequest.Durability.STRICT;
    store.failingAtCommit(1);

    assertThatThrownBy(this::run).isInstanceOf(StoreException.class).hasMessage("the store is gone");
    assertThat(journal.text()).endsWith("append task_start start/one");
  }

  @Test
  void a_store_that_fails_at_the_last_commit_fails_the_run() {
    store.failingAtCommit(1);

    assertThatThrownBy(this::run).isInstanceOf(StoreException.class).hasMessage("the store is gone");
    assertThat(journal.text()).endsWith("append execution_complete test");
  }

  @Test
  void what_no_runner_may_throw_ends_the_run_with_its_cause() {
    runner.doing(
        request -> {
          throw new UnsupportedOperationException("a defect");
        });

    assertThatThrownBy(this::run)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("task 'start/one' broke its runner")
        .hasRootCauseInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void the_record_of_a_run_that_a_defect_ended_is_complete_and_durable() {
    runner.doing(
        request -> {
          throw new UnsupportedOperationException("a\ndefect");
        });

    assertThatThrownBy(this::run).hasMessage("task 'start/one' broke its runner");
    assertThat(journal.text())
        .isEqualTo(
            """
            keep test
            append execution_start test
            append step_start start
            append task_start start/one
            run start/one
            append task_error start/one
            append step_result start
            append execution_error test
            append execution_complete test
            commit""");
    assertThat(store.events.get(3).error())
        .isEqualTo("the runner failed: java.lang.UnsupportedOperationException: a defect");
    assertThat(store.events.getLast().status()).isEqualTo(Status.ERROR);
  }

  @Test
  void a_store_that_fails_after_a_defect_does_not_hide_it() {
    store.failingAtAppend(4);
    runner.doing(
        request -> {
          throw new UnsupportedOperationException("a defect");
        });

    assertThatThrownBy(this::run)
        .isInstanceOf(StoreException.class)
        .satisfies(
            problem ->
                assertThat(problem.getSuppressed())
                    .singleElement()
                    .extracting(Throwable::getMessage)
                    .isEqualTo("task 'start/one' broke its runner"));
  }

  @Test
  void an_error_of_the_machine_ends_the_run_too() {
    runner.doing(
        request -> {
          throw new StackOverflowError();
        });

    assertThatThrownBy(this::run).hasRootCauseInstanceOf(StackOverflowError.class);
  }

  @Test
  void a_task_without_a_runner_is_named() {
    runners = Map.of();

    assertThatThrownBy(this::run).hasMessage("no runner for tasks of type 'test'");
  }

  @Test
  void a_cancellation_by_another_thread_interrupts_the_running_task() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    AtomicReference<Boolean> interrupted = new AtomicReference<>(false);
    runner.doing(
        request -> {
          running.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.set(true);
            throw e;
          }
          return TaskAnswer.success(null);
        });
    Thread canceller =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    running.await();
                  } catch (InterruptedException e) {
                    throw new AssertionError(e);
                  }
                  cancellation.request();
                });

    ExecutionState state = run();
    canceller.join();

    assertThat(state.status()).isEqualTo(Status.CANCELLED);
    assertThat(interrupted.get()).isTrue();
    assertThat(journal.text())
        .isEqualTo(
            """
            keep test
            append execution_start test
            append step_start start
            append task_start start/one
            run start/one
            append task_error start/one
            append step_result start
            append execution_complete test
            commit""");
    assertThat(store.events.get(3).error()).isEqualTo("cancelled");
  }

  @Test
  void an_interrupt_of_the_calling_thread_cancels() {
    Thread caller = Thread.currentThread();
    runner.doing(
        request -> {
          caller.interrupt();
          new CountDownLatch(1).await();
          return TaskAnswer.success(null);
        });

    assertThat(run().status()).isEqualTo(Status.CANCELLED);
    assertThat(cancellation.requested()).isTrue();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void a_task_that_ends_on_its_own_after_a_cancellation_keeps_its_result() {
    runner.doing(
        request -> {
          cancellation.request();
          return TaskAnswer.success("kept");
        });

    ExecutionState state = run();

    assertThat(state.status()).isEqualTo(Status.CANCELLED);
    assertThat(journal.text()).contains("append task_complete start/one").doesNotContain("next");
    assertThat(state.stepData().entries().get("start")).isEqualTo(Value.of("kept"));
  }

  @Test
  void a_cancellation_before_the_start_runs_nothing_and_is_recorded() {
    cancellation.request();

    assertThat(run().status()).isEqualTo(Status.CANCELLED);
    assertThat(journal.text())
        .isEqualTo(
            """
            keep test
            append execution_start test
            append execution_complete test
            commit""");
  }

  @Test
  void a_failed_task_is_no_exception() {
    runner.doing(request -> TaskAnswer.failure("no"));

    ExecutionState state = run();

    assertThat(state.status()).isEqualTo(Status.ERROR);
    assertThat(journal.text()).endsWith("append execution_error test\nappend execution_complete test\ncommit");
  }
}
