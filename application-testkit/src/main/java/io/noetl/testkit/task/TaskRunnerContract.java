package io.noetl.testkit.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.port.TaskRunner;
import io.noetl.application.port.TaskRunner.Preparation;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.Value;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every task runner does, whatever the type of its tasks. */
@Timeout(60)
public abstract class TaskRunnerContract {

  private TaskRunner runner;

  /** A runner of its own for one test. */
  protected abstract TaskRunner newRunner();

  /** The type that the runner is to name. */
  protected abstract String type();

  /** A call that succeeds with data that holds {@code text}. */
  protected abstract TaskRequest echo(String text);

  /** The text that the data of an {@link #echo} holds. */
  protected abstract String echoed(Value data);

  /** A call that fails. */
  protected abstract TaskRequest failing();

  /** The error of {@link #failing}. */
  protected abstract String expectedError();

  /** A call that connects to this port of the loopback address, and then waits for ever. */
  protected abstract TaskRequest endless(int port);

  /** A task that shows a mistake before it runs. */
  protected abstract Task mistaken();

  /** What {@link TaskRunner#prepare} says of {@link #mistaken}. */
  protected abstract Problem expectedProblem();

  @BeforeEach
  final void createRunner() {
    runner = newRunner();
  }

  @AfterEach
  final void closeRunner() {
    runner.close();
  }

  @Test
  final void names_its_type() {
    assertThat(runner.type()).isEqualTo(type());
  }

  @Test
  final void prepares_no_tasks() {
    assertThat(runner.prepare(List.of())).isEmpty();
  }

  @Test
  final void answers_one_preparation_per_task_in_their_order() {
    Task sound = echo("x").task();

    List<Preparation> preparations = runner.prepare(List.of(sound, mistaken(), sound));

    assertThat(preparations).hasSize(3);
    assertThat(preparations.get(0)).isInstanceOf(Preparation.Ready.class);
    assertThat(preparations.get(1)).isEqualTo(new Preparation.Rejected(expectedProblem()));
    assertThat(preparations.get(2)).isEqualTo(preparations.get(0));
  }

  @Test
  final void returns_the_data_of_a_task() throws InterruptedException {
    assertThat(run(echo("Zürich 🌧"))).isEqualTo("Zürich 🌧");
  }

  @Test
  final void returns_a_failed_task_as_an_outcome_and_goes_on() throws InterruptedException {
    TaskOutcome outcome = runner.run(failing());

    assertThat(outcome).isInstanceOf(TaskOutcome.Failure.class);
    assertThat(((TaskOutcome.Failure) outcome).error()).isEqualTo(expectedError()).doesNotContain("\n");
    assertThat(run(echo("after"))).isEqualTo("after");
  }

  @Test
  final void gives_each_of_many_threads_its_own_answer() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String text = "call " + i;
        answers.add(threads.submit((Callable<String>) () -> run(echo(text))));
      }
      for (int i = 0; i < 40; i++) {
        assertThat(answers.get(i).get()).isEqualTo("call " + i);
      }
    }
  }

  @Test
  final void ends_the_task_when_its_thread_is_interrupted() throws Exception {
    try (ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      TaskRequest request = endless(door.getLocalPort());
      FutureTask<TaskOutcome> call = new FutureTask<>(() -> runner.run(request));
      Thread thread = Thread.ofPlatform().start(call);
      try (Socket task = door.accept()) {
        thread.interrupt();
        assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
        awaitEnd(task);
      }
    }
    assertThat(run(echo("after"))).isEqualTo("after");
  }

  @Test
  final void does_not_begin_on_an_interrupted_thread() throws InterruptedException {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> runner.run(echo("never"))).isInstanceOf(InterruptedException.class);
    assertThat(run(echo("after"))).isEqualTo("after");
  }

  @Test
  final void may_be_closed_twice() {
    runner.close();
    runner.close();

    assertThat(runner.type()).isEqualTo(type());
  }

  private String run(TaskRequest request) throws InterruptedException {
    TaskOutcome outcome = runner.run(request);
    assertThat(outcome).isInstanceOf(TaskOutcome.Success.class);
    return echoed(((TaskOutcome.Success) outcome).data());
  }

  /** Reads what the task sent until it is gone; a connection that stays open runs into the time limit. */
  private static void awaitEnd(Socket task) throws IOException {
    task.setSoTimeout(10_000);
    try {
      while (task.getInputStream().read() >= 0) {
        // a request's own bytes
      }
    } catch (SocketException reset) {
      assertThat(reset).hasMessageContaining("reset");
    }
  }
}
