package io.noetl.testkit.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.port.TaskRunner;
import io.noetl.application.port.TaskRunner.Preparation;
import io.noetl.domain.playbook.Parameters;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.TextValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptedTaskRunnerTest extends TaskRunnerContract {

  private static final Problem PROBLEM = new Problem("no such method 'GTE'", new Position(11, 7));

  @Override
  protected TaskRunner newRunner() {
    return new ScriptedTaskRunner("http")
        .answer("echo", request -> ScriptedTaskRunner.success(request.arguments().valueOf("text")))
        .answer("failing", request -> ScriptedTaskRunner.failure("the service is down"))
        .answer("endless", ScriptedTaskRunnerTest::waitForEver)
        .reject("mistaken", PROBLEM);
  }

  @Override
  protected String type() {
    return "http";
  }

  @Override
  protected TaskRequest echo(String text) {
    return SampleTasks.request("http", "echo", Value.EMPTY_MAP, SampleTasks.map("{\"text\": \"" + text + "\"}"));
  }

  @Override
  protected String echoed(Value data) {
    return ((TextValue) data).value();
  }

  @Override
  protected TaskRequest failing() {
    return SampleTasks.request("http", "failing", Value.EMPTY_MAP, Value.EMPTY_MAP);
  }

  @Override
  protected String expectedError() {
    return "the service is down";
  }

  @Override
  protected TaskRequest endless(int port) {
    return SampleTasks.request("http", "endless", Value.EMPTY_MAP, SampleTasks.map("{\"port\": " + port + "}"));
  }

  @Override
  protected Task mistaken() {
    return SampleTasks.task("http", "mistaken", Value.EMPTY_MAP);
  }

  @Override
  protected Problem expectedProblem() {
    return PROBLEM;
  }

  @Test
  void answers_in_the_order_of_the_script_and_refuses_a_call_too_many() throws InterruptedException {
    ScriptedTaskRunner runner = new ScriptedTaskRunner("http");
    runner.answer("fetch", ScriptedTaskRunner.failure("busy"), ScriptedTaskRunner.success(Value.of(7)));
    TaskRequest fetch = SampleTasks.request("http", "fetch", Value.EMPTY_MAP, Value.EMPTY_MAP);

    assertThat(runner.run(fetch)).isEqualTo(new TaskOutcome.Failure("busy", null, null, Value.EMPTY_MAP));
    assertThat(runner.run(fetch)).isEqualTo(new TaskOutcome.Success(Value.of(7), Value.EMPTY_MAP));
    assertThatThrownBy(() -> runner.run(fetch))
        .isInstanceOf(AssertionError.class)
        .hasMessage("task 'fetch' was called more than the 2 times of its script");
  }

  @Test
  void refuses_a_task_that_the_script_does_not_name() {
    TaskRequest fetch = SampleTasks.request("http", "fetch", Value.EMPTY_MAP, Value.EMPTY_MAP);

    assertThatThrownBy(() -> new ScriptedTaskRunner("http").run(fetch))
        .isInstanceOf(AssertionError.class)
        .hasMessage("the script has no answer for task 'fetch'");
  }

  @Test
  void remembers_what_it_was_asked() throws InterruptedException {
    ScriptedTaskRunner runner = new ScriptedTaskRunner("python").answer("judge", Value.TRUE);
    TaskRequest first = SampleTasks.request("python", "judge", Value.EMPTY_MAP, SampleTasks.map("{\"a\": 1}"));
    TaskRequest second = SampleTasks.request("python", "judge", Value.EMPTY_MAP, SampleTasks.map("{\"a\": 2}"));

    runner.run(first);
    runner.run(second);

    assertThat(runner.requests()).containsExactly(first, second);
  }

  @Test
  void prepares_tasks_with_the_parameters_it_was_told() {
    Parameters named = new Parameters.Named(List.of(new Parameters.Parameter("city", true)), false);
    Task judge = SampleTasks.task("python", "judge", Value.EMPTY_MAP);
    Task other = SampleTasks.task("python", "other", Value.EMPTY_MAP);

    List<Preparation> preparations =
        new ScriptedTaskRunner("python").accept("judge", named).prepare(List.of(judge, other));

    assertThat(preparations)
        .containsExactly(
            new Preparation.Ready(named), new Preparation.Ready(new Parameters.Named(List.of(), true)));
  }

  @Test
  void tells_whether_it_was_closed() {
    ScriptedTaskRunner runner = new ScriptedTaskRunner("http");
    assertThat(runner.closed()).isFalse();

    runner.close();

    assertThat(runner.closed()).isTrue();
  }

  private static TaskOutcome waitForEver(TaskRequest request) throws InterruptedException {
    int port = (int) ((IntValue) request.arguments().valueOf("port")).value();
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try (SocketChannel channel = SocketChannel.open(address)) {
      channel.read(ByteBuffer.allocate(1));
      return ScriptedTaskRunner.failure("nobody was to answer");
    } catch (ClosedByInterruptException e) {
      Thread.interrupted();
      throw new InterruptedException();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
