package io.noetl.adapters.tasks.har;

import io.noetl.application.port.Redaction;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.tasks.http.Http;
import io.noetl.adapters.tasks.http.HttpTaskRunner;
import io.noetl.adapters.tasks.http.LiveExchange;
import io.noetl.adapters.tasks.http.LocalServer;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.FloatValue;
import io.noetl.domain.value.Value.MapValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordAndReplayTest {

  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path folder;

  @Test
  void replays_without_a_network_what_was_recorded_on_it() throws InterruptedException {
    Path har = folder.resolve("run.har");
    List<TaskOutcome> recorded;
    List<String> calls;
    try (LocalServer server = server()) {
      calls = calls(server);
      recorded = run(new HttpTaskRunner(new RecordingExchange(new LiveExchange(CLOCK), har, "0.1.0", CLOCK, Redaction.NONE), CLOCK), calls);
    }

    List<TaskOutcome> replayed = run(new HttpTaskRunner(new ReplayingExchange(har, Redaction.NONE), CLOCK), calls);

    assertThat(recorded.get(0)).isInstanceOf(TaskOutcome.Success.class);
    assertThat(recorded.get(1)).isInstanceOf(TaskOutcome.Failure.class);
    assertThat(recorded.get(2)).isInstanceOf(TaskOutcome.Success.class);
    assertThat(replayed.stream().map(RecordAndReplayTest::timeless))
        .containsExactlyElementsOf(recorded.stream().map(RecordAndReplayTest::timeless).toList());
    assertThat(elapsed(replayed.get(0))).isEqualTo(elapsed(recorded.get(0)));
  }

  @Test
  void writes_no_credential_of_a_call() throws Exception {
    Path har = folder.resolve("run.har");
    try (LocalServer server = server()) {
      String call =
          """
          {"endpoint": "http://ann:s3cret@127.0.0.1:%d/old?appid=s3cret", "headers": {"X-Api-Key": "s3cret"},
           "params": {"token": "s3cret"}}
          """.formatted(server.port());
      run(new HttpTaskRunner(new RecordingExchange(new LiveExchange(CLOCK), har, "0.1.0", CLOCK, Redaction.NONE), CLOCK), List.of(call));
    }

    assertThat(Files.readString(har)).contains("/new").doesNotContain("s3cret").doesNotContain("YW5u");
  }

  private static LocalServer server() {
    return new LocalServer()
        .answer("/city", 200, "application/json", "{\"name\": \"Zürich\"}")
        .answer("/none", 404, "application/json", "{}")
        .answer("/old", 302, Map.of("Location", "/new?x=1"), new byte[0])
        .answer("/new", 200, Map.of("Content-Type", "text/plain; charset=utf-8"), "ä".getBytes(UTF_8));
  }

  private static List<String> calls(LocalServer server) {
    return List.of(
        "{\"method\": \"POST\", \"endpoint\": \"" + server.url("/city") + "\", \"payload\": {\"a\": [1, 2]}}",
        "{\"endpoint\": \"" + server.url("/none") + "\", \"params\": {\"b\": 1, \"key\": \"k\"}}",
        "{\"endpoint\": \"" + server.url("/old") + "\"}");
  }

  private static List<TaskOutcome> run(HttpTaskRunner runner, List<String> calls) throws InterruptedException {
    try (runner) {
      List<TaskOutcome> outcomes = new ArrayList<>();
      for (String call : calls) {
        outcomes.add(Http.run(runner, call));
      }
      runner.finish();
      return outcomes;
    }
  }

  private static Value timeless(TaskOutcome outcome) {
    Map<String, Value> data = new LinkedHashMap<>(data(outcome).entries());
    data.put("elapsed", Value.NULL);
    return Value.of(data);
  }

  private static double elapsed(TaskOutcome outcome) {
    return ((FloatValue) data(outcome).valueOf("elapsed")).value();
  }

  private static MapValue data(TaskOutcome outcome) {
    return switch (outcome) {
      case TaskOutcome.Success success -> (MapValue) success.data();
      case TaskOutcome.Failure failure -> (MapValue) failure.data();
    };
  }
}
