package io.noetl.adapters.tasks.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.testkit.task.SampleTasks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of calls whose worker dies, hangs or is closed. */
@Timeout(60)
class WorkerLossTest {

  /** Connects to a port from a child process, which then waits for ever. */
  private static final String CHILD =
      """
      import subprocess, sys, time
      CODE = "import socket,sys,time; c=socket.create_connection(('127.0.0.1',int(sys.argv[1]))); time.sleep(600)"
      def main(port):
        subprocess.Popen([sys.executable, '-c', CODE, str(port)])
        time.sleep(600)
      """;

  private final PythonTaskRunner runner = new PythonTaskRunner(Python.interpreter(), 1);

  @AfterEach
  void closeRunner() {
    runner.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          os._exit(7)                         | ended with status 7
          os.kill(os.getpid(), 9)             | was ended by signal 9 (kill)
          os.kill(os.getpid(), 11)            | was ended by signal 11 (segmentation fault)
          os.abort()                          | was ended by signal 6 (abort)
          """)
  void names_how_the_worker_ended_and_goes_on_with_another(String statement, String how) throws InterruptedException {
    assertThat(error(Python.call("import os\ndef main():\n  " + statement, "{}")))
        .isEqualTo("python task 'judge': the worker process " + how + " during the call");
    assertThat(two()).isEqualTo("2");
  }

  @Test
  void notices_the_end_of_a_worker_whose_child_holds_the_pipe() throws InterruptedException {
    String code = "import os, time\ndef main():\n  if os.fork() == 0:\n    time.sleep(20)\n    os._exit(0)\n  os._exit(7)";

    assertThat(error(Python.call(code, "{}")))
        .isEqualTo("python task 'judge': the worker process ended with status 7 during the call");
    assertThat(two()).isEqualTo("2");
  }

  @Test
  void lets_a_forked_child_return_without_answering() throws InterruptedException {
    String code = "import os\ndef main():\n  child = os.fork()\n  if child:\n    os.waitpid(child, 0)\n  return 5 if child else 6";

    TaskOutcome outcome = runner.run(Python.call(code, "{}"));

    assertThat(outcome).isEqualTo(new TaskOutcome.Success(Value.of(5), Value.EMPTY_MAP));
    assertThat(two()).isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource({"time.sleep(60)", "exec('while True: pass')", "signal.pause()"})
  void ends_a_task_at_its_timeout_and_goes_on_with_another_worker(String statement) throws InterruptedException {
    assertThat(error(limited("import time, signal\ndef main():\n  " + statement, 0.3)))
        .isEqualTo("python task 'judge': ran longer than its timeout of 0.3 s and was ended");
    assertThat(two()).isEqualTo("2");
  }

  @Test
  void ends_the_children_of_a_task_with_it() throws Exception {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      TaskRequest request = Python.call(CHILD, "{\"port\": " + door.getLocalPort() + "}");
      Thread call = Thread.ofPlatform().start(new FutureTask<>(() -> runner.run(request)));
      try (Socket child = door.accept()) {
        call.interrupt();
        assertEnds(child);
      }
    }
  }

  @Test
  void ends_busy_workers_and_their_children_when_it_is_closed() throws Exception {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      TaskRequest request = Python.call(CHILD, "{\"port\": " + door.getLocalPort() + "}");
      FutureTask<TaskOutcome> call = new FutureTask<>(() -> runner.run(request));
      Thread.ofPlatform().start(call);
      try (Socket child = door.accept()) {
        runner.close();
        assertEnds(child);
        assertThat(call.get(30, TimeUnit.SECONDS)).isInstanceOf(TaskOutcome.Failure.class);
      }
    }
  }

  @Test
  void replaces_an_idle_worker_that_was_killed() throws Exception {
    TaskOutcome pid = runner.run(Python.call("import os\ndef main():\n  return os.getpid()", "{}"));
    ProcessHandle worker =
        ProcessHandle.of(((IntValue) ((TaskOutcome.Success) pid).data()).value()).orElseThrow();

    worker.destroyForcibly();
    worker.onExit().get(10, TimeUnit.SECONDS);

    assertThat(two()).isEqualTo("2");
  }

  @Test
  void keeps_idle_workers_for_the_next_call() throws InterruptedException {
    TaskRequest pid = Python.call("import os\ndef main():\n  return os.getpid()", "{}");

    assertThat(runner.run(pid)).isEqualTo(runner.run(pid));
  }

  private String two() throws InterruptedException {
    TaskOutcome outcome = runner.run(Python.call("def main():\n  return 2", "{}"));
    assertThat(outcome).isInstanceOf(TaskOutcome.Success.class);
    return JsonWriter.write(((TaskOutcome.Success) outcome).data());
  }

  private String error(TaskRequest request) throws InterruptedException {
    TaskOutcome outcome = runner.run(request);
    assertThat(outcome).isInstanceOf(TaskOutcome.Failure.class);
    return ((TaskOutcome.Failure) outcome).error();
  }

  private static TaskRequest limited(String code, double seconds) {
    Value.MapValue settings = Value.of(Map.of("code", Value.of(code), "timeout", Value.of(seconds)));
    return SampleTasks.request("python", "judge", settings, Value.EMPTY_MAP);
  }

  private static void assertEnds(Socket child) throws IOException {
    child.setSoTimeout(10_000);
    assertThat(child.getInputStream().read()).isEqualTo(-1);
  }
}
