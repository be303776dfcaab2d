package io.noetl.adapters.duckdb.task;

import io.noetl.application.port.TaskRunner;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import io.noetl.testkit.task.SampleTasks;
import io.noetl.testkit.task.TaskRunnerContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class DuckDbTaskRunnerContractTest extends TaskRunnerContract {

  private static final String ENDLESS =
      "SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range + b.range = ";

  @TempDir private Path folder;

  @Override
  protected TaskRunner newRunner() {
    return new Connecting(Duck.in(folder).runner());
  }

  @Override
  protected String type() {
    return "duckdb";
  }

  @Override
  protected TaskRequest echo(String text) {
    return Duck.call("SELECT '" + text + "' AS text");
  }

  @Override
  protected String echoed(Value data) {
    MapValue command = (MapValue) ((MapValue) data).valueOf("command_0");
    MapValue row = (MapValue) ((ListValue) command.valueOf("rows")).items().getFirst();
    return ((TextValue) row.valueOf("text")).value();
  }

  @Override
  protected TaskRequest failing() {
    return Duck.call("SELECT 1;\nSELECT nothing");
  }

  @Override
  protected String expectedError() {
    return "command_1: Binder Error: Referenced column \"nothing\" was not found because the FROM clause is missing";
  }

  @Override
  protected TaskRequest endless(int port) {
    return Duck.call(ENDLESS + port);
  }

  @Override
  protected Task mistaken() {
    return SampleTasks.task("duckdb", "load", (MapValue) JsonReader.read("{\"commands\": \" -- nothing\"}"));
  }

  @Override
  protected Problem expectedProblem() {
    return new Problem("duckdb task 'load': commands hold no SQL statement", new Position(11, 7));
  }

  /** SQL makes no connections, so that this holds one for as long as the runner is at an endless query. */
  private record Connecting(TaskRunner runner) implements TaskRunner {

    @Override
    public String type() {
      return runner.type();
    }

    @Override
    public List<Preparation> prepare(List<Task> tasks) {
      return runner.prepare(tasks);
    }

    @Override
    public TaskOutcome run(TaskRequest request) throws InterruptedException {
      String sql = ((TextValue) request.settings().valueOf("commands")).value();
      if (!sql.startsWith(ENDLESS)) {
        return runner.run(request);
      }
      int port = Integer.parseInt(sql.substring(ENDLESS.length()));
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return runner.run(request);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      runner.close();
    }
  }
}
