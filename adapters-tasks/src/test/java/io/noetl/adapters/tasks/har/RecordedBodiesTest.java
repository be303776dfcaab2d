package io.noetl.adapters.tasks.har;

import io.noetl.application.port.Redaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.tasks.http.Http;
import io.noetl.adapters.tasks.http.HttpTaskRunner;
import io.noetl.adapters.tasks.http.LiveExchange;
import io.noetl.adapters.tasks.http.LocalServer;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.value.Value.MapValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that are forms and files, on their way through a recording. */
class RecordedBodiesTest {

  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path folder;

  private final LocalServer server = new LocalServer();
  private Path har;
  private Path file;

  @BeforeEach
  void answer() throws IOException {
    har = folder.resolve("run.har");
    file = Files.writeString(folder.resolve("a.txt"), "abc");
    server.answer("/text", 200, "text/plain", "ok").answer("/bytes", 200, Map.of("Content-Type", "image/png"), new byte[] {-1, 2});
  }

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void replays_a_form_whatever_its_order_and_credentials() throws Exception {
    record("\"form\": {\"a\": 1, \"b\": [2, 3], \"client_secret\": \"s3cret\"}");

    assertThat(postData())
        .isEqualTo(
            "{\"mimeType\":\"application/x-www-form-urlencoded\",\"params\":[{\"name\":\"a\",\"value\":\"1\"},"
                + "{\"name\":\"b\",\"value\":\"2\"},{\"name\":\"b\",\"value\":\"3\"},"
                + "{\"name\":\"client_secret\",\"value\":\"***\"}]}");
    assertThat(replay("\"form\": {\"b\": [3, 2], \"a\": 1, \"client_secret\": \"other\"}")).isEqualTo("ok");
    assertThat(replay("\"form\": {\"b\": [3, 4], \"a\": 1}")).endsWith(" with another body");
  }

  @Test
  void replays_a_form_with_files_by_their_names_and_content() throws Exception {
    record("\"form\": {\"t\": \"x\"}, \"files\": {\"f\": \"" + file + "\"}");

    assertThat(postData())
        .isEqualTo(
            "{\"mimeType\":\"multipart/form-data\",\"params\":[{\"name\":\"t\",\"value\":\"x\"},"
                + "{\"name\":\"f\",\"fileName\":\"a.txt\",\"contentType\":\"text/plain\",\"_size\":3,"
                + "\"_sha256\":\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"}]}");
    assertThat(replay("\"form\": {\"t\": \"x\"}, \"files\": {\"f\": \"" + file + "\"}")).isEqualTo("ok");
    Files.writeString(file, "abd");
    assertThat(replay("\"form\": {\"t\": \"x\"}, \"files\": {\"f\": \"" + file + "\"}")).endsWith(" with another body");
  }

  @Test
  void replays_a_file_as_the_body_by_its_content() throws Exception {
    record("\"body_file\": \"" + file + "\"");

    assertThat(postData())
        .isEqualTo(
            "{\"mimeType\":\"text/plain\",\"text\":\"\",\"_fileName\":\"a.txt\",\"_size\":3,"
                + "\"_sha256\":\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"}");
    Path same = Files.copy(file, folder.resolve("b.txt"));
    assertThat(replay("\"body_file\": \"" + same + "\"")).isEqualTo("ok");
    Files.writeString(same, "abd");
    assertThat(replay("\"body_file\": \"" + same + "\"")).endsWith(" with another body");
  }

  @Test
  void replays_a_response_that_is_saved() throws Exception {
    Path target = folder.resolve("x.png");
    String call = "{\"endpoint\": \"" + server.url("/bytes") + "\", \"save_to\": \"" + target + "\"}";
    TaskOutcome recorded = recorded(call);
    Files.delete(target);

    TaskOutcome replayed = replayed(call);

    assertThat(Files.readString(har)).contains("\"text\":\"/wI=\",\"encoding\":\"base64\"");
    assertThat(target).hasBinaryContent(new byte[] {-1, 2});
    assertThat(((TaskOutcome.Success) replayed).data()).isEqualTo(((TaskOutcome.Success) recorded).data());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("run.har", "a.txt", "x.png");
    }
  }

  @Test
  void says_that_a_recording_has_no_body_of_a_response() throws Exception {
    Files.writeString(
        har,
        """
        {"log": {"entries": [{"request": {"method": "GET", "url": "http://h/x"}, "response": {"status": 200,
          "content": {"size": 99, "_omitted": "the recording has no body of this response: it is larger than 67108864 bytes"}}}]}}
        """);

    assertThat(((TaskOutcome.Failure) replayed("{\"endpoint\": \"http://h/x\"}")).error())
        .isEqualTo("GET http://h/x: the recording has no body of this response: it is larger than 67108864 bytes");
  }

  private void record(String body) throws InterruptedException {
    assertThat(recorded(call(body))).isInstanceOf(TaskOutcome.Success.class);
  }

  private TaskOutcome recorded(String call) throws InterruptedException {
    try (HttpTaskRunner runner =
        new HttpTaskRunner(new RecordingExchange(new LiveExchange(CLOCK), har, "0.1.0", CLOCK, Redaction.NONE), CLOCK)) {
      TaskOutcome outcome = Http.run(runner, call);
      runner.finish();
      return outcome;
    }
  }

  /** The text of the response, or the error. */
  private String replay(String body) throws InterruptedException {
    return switch (replayed(call(body))) {
      case TaskOutcome.Failure failure -> failure.error();
      case TaskOutcome.Success success -> {
        MapValue data = (MapValue) ((MapValue) success.data()).valueOf("data");
        yield HarFields.text(data, "text");
      }
    };
  }

  private TaskOutcome replayed(String call) throws InterruptedException {
    try (HttpTaskRunner runner = new HttpTaskRunner(new ReplayingExchange(har, Redaction.NONE), CLOCK)) {
      return Http.run(runner, call);
    }
  }

  private String call(String body) {
    return "{\"method\": \"POST\", \"endpoint\": \"" + server.url("/text") + "\", " + body + "}";
  }

  private String postData() throws IOException {
    String text = Files.readString(har);
    int start = text.indexOf("\"postData\":") + "\"postData\":".length();
    return text.substring(start, text.indexOf(",\"headersSize\"", start));
  }
}
