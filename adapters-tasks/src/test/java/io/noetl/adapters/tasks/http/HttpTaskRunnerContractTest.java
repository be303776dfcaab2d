package io.noetl.adapters.tasks.http;

import io.noetl.application.port.TaskRunner;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import io.noetl.testkit.task.SampleTasks;
import io.noetl.testkit.task.TaskRunnerContract;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;

class HttpTaskRunnerContractTest extends TaskRunnerContract {

  private final LocalServer server = new LocalServer().echo("/echo").answer("/busy", 503, "text/plain", "later");

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Override
  protected TaskRunner newRunner() {
    return new HttpTaskRunner(new LiveExchange(InstantSource.system()), InstantSource.system());
  }

  @Override
  protected String type() {
    return "http";
  }

  @Override
  protected TaskRequest echo(String text) {
    return request("""
        {"method": "POST", "endpoint": "%s", "payload": {"text": "%s"}}""".formatted(server.url("/echo"), text));
  }

  @Override
  protected String echoed(Value data) {
    MapValue body = (MapValue) ((MapValue) data).valueOf("data");
    return ((TextValue) body.valueOf("text")).value();
  }

  @Override
  protected TaskRequest failing() {
    return request("{\"endpoint\": \"" + server.url("/busy") + "\"}");
  }

  @Override
  protected String expectedError() {
    return "GET " + server.url("/busy") + ": status 503 Service Unavailable; it says: later";
  }

  @Override
  protected TaskRequest endless(int port) {
    return request("{\"endpoint\": \"http://127.0.0.1:" + port + "/\"}");
  }

  @Override
  protected Task mistaken() {
    return SampleTasks.task("http", "fetch", SampleTasks.map("{\"endpoint\": \"ftp://host/file\"}"));
  }

  @Override
  protected Problem expectedProblem() {
    return new Problem(
        "http task 'fetch': endpoint must be a URL that begins with http:// or https://, not 'ftp://host/file'",
        new Position(11, 7));
  }

  private static TaskRequest request(String settings) {
    return SampleTasks.request("http", "fetch", SampleTasks.map(settings), Value.EMPTY_MAP);
  }
}
