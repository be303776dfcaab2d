package io.noetl.adapters.tasks.python;

import io.noetl.application.port.TaskRunner;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.TextValue;
import io.noetl.testkit.task.SampleTasks;
import io.noetl.testkit.task.TaskRunnerContract;

class PythonTaskRunnerContractTest extends TaskRunnerContract {

  @Override
  protected TaskRunner newRunner() {
    return new PythonTaskRunner(Python.interpreter(), 2);
  }

  @Override
  protected String type() {
    return "python";
  }

  @Override
  protected TaskRequest echo(String text) {
    return Python.call("def main(text):\n  return text", "{\"text\": \"" + text + "\"}");
  }

  @Override
  protected String echoed(Value data) {
    return ((TextValue) data).value();
  }

  @Override
  protected TaskRequest failing() {
    return Python.call("def main():\n  raise ValueError('bad city\\nsecond line')", "{}");
  }

  @Override
  protected String expectedError() {
    return "ValueError: bad city";
  }

  @Override
  protected TaskRequest endless(int port) {
    return Python.call(
        """
        import socket, time
        def main(port):
          connection = socket.create_connection(('127.0.0.1', port))
          while True:
            time.sleep(60)
        """,
        "{\"port\": " + port + "}");
  }

  @Override
  protected Task mistaken() {
    return SampleTasks.task("python", "judge", Python.settings("def man():\n  pass"));
  }

  @Override
  protected Problem expectedProblem() {
    return new Problem("python task 'judge': the code defines no function 'main'", new Position(11, 7));
  }
}
