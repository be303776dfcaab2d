package io.noetl.adapters.tasks.har;

import io.noetl.application.port.Redaction;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.adapters.tasks.http.Content;
import io.noetl.adapters.tasks.http.Header;
import io.noetl.adapters.tasks.http.HttpCall;
import io.noetl.adapters.tasks.http.ScriptedExchange;
import io.noetl.adapters.tasks.http.TransportException;
import io.noetl.application.error.ExportException;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingExchangeTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir Path folder;

  private final ScriptedExchange script = new ScriptedExchange();

  @Test
  void writes_a_request_and_its_response_as_har_1_2_without_credentials() throws Exception {
    script.answer(200, "{\"ok\": true}", "content-type", "application/json", "set-cookie", "sid=1", "x-cost", "3");

    try (RecordingExchange recording = recording("run.har")) {
      recording.exchange(
          new HttpCall(
              "POST",
              URI.create("https://api.example/v1?q=a%20b&api_key=s3cret"),
              List.of(new Header("Content-Type", "application/json"), new Header("Authorization", "Bearer s3cret")),
              Content.of("application/json", "{\"a\":1}"),
              LIMIT),
          LIMIT);
      recording.finish();
    }

    assertThat(Files.readString(folder.resolve("run.har")))
        .isEqualTo(
            """
            {"log":{"version":"1.2","creator":{"name":"noetl","version":"0.1.0"},"entries":[
            {"startedDateTime":"2026-01-02T03:04:05.678Z","time":250.0,"request":{"method":"POST",\
            "url":"https://api.example/v1?q=a%20b&api_key=***","httpVersion":"HTTP/1.1","cookies":[],\
            "headers":[{"name":"Content-Type","value":"application/json"},{"name":"Authorization","value":"***"}],\
            "queryString":[{"name":"q","value":"a b"},{"name":"api_key","value":"***"}],\
            "postData":{"mimeType":"application/json","text":"{\\"a\\":1}"},"headersSize":-1,"bodySize":7},\
            "response":{"status":200,"statusText":"OK","httpVersion":"HTTP/1.1","cookies":[],\
            "headers":[{"name":"content-type","value":"application/json"},{"name":"set-cookie","value":"***"},\
            {"name":"x-cost","value":"3"}],\
            "content":{"size":12,"mimeType":"application/json","text":"{\\"ok\\": true}"},\
            "redirectURL":"","headersSize":-1,"bodySize":12},"cache":{},\
            "timings":{"send":0,"wait":100.0,"receive":150.0}}
            ]}}
            """);
  }

  @Test
  void writes_bytes_that_are_no_text_as_base64() throws Exception {
    script.answer(200, new byte[] {(byte) 0x89, 'P', 'N', 'G'}, "content-type", "image/png");

    try (RecordingExchange recording = recording("run.har")) {
      recording.exchange(get("http://h/x"), LIMIT);
      recording.finish();
    }

    assertThat(Files.readString(folder.resolve("run.har")))
        .contains("\"content\":{\"size\":4,\"mimeType\":\"image/png\",\"text\":\"iVBORw==\",\"encoding\":\"base64\"}");
  }

  @Test
  void keeps_credentials_out_of_the_location_of_a_redirect() throws Exception {
    script.answer(302, "", "location", "https://u:p@h/y?token=t");

    try (RecordingExchange recording = recording("run.har")) {
      recording.exchange(get("http://h/x"), LIMIT);
      recording.finish();
    }

    assertThat(Files.readString(folder.resolve("run.har")))
        .contains("{\"name\":\"location\",\"value\":\"https://h/y?token=***\"}")
        .contains("\"redirectURL\":\"https://h/y?token=***\"")
        .doesNotContain("u:p");
  }

  @Test
  void records_a_request_without_a_response_and_fails_it() throws Exception {
    script.fail("the connection was refused");

    try (RecordingExchange recording = recording("run.har")) {
      assertThatThrownBy(() -> recording.exchange(get("http://h/x"), LIMIT))
          .isInstanceOf(TransportException.class)
          .hasMessage("the connection was refused");
      recording.finish();
    }

    assertThat(Files.readString(folder.resolve("run.har")))
        .contains("\"startedDateTime\":\"2026-05-06T07:08:09Z\"")
        .contains("\"status\":0")
        .contains("\"_error\":\"the connection was refused\"");
  }

  @Test
  void replaces_an_older_file_only_when_it_is_finished() throws Exception {
    Path har = Files.writeString(folder.resolve("run.har"), "older");
    script.answer(200, "");
    RecordingExchange recording = recording("run.har");

    recording.exchange(get("http://h/x"), LIMIT);
    assertThat(har).hasContent("older");

    recording.finish();
    recording.close();
    recording.close();
    assertThat(Files.readString(har)).startsWith("{\"log\":").contains("http://h/x");
    assertThat(files()).containsExactly("run.har");
    assertThat(script.closed()).isTrue();
  }

  @Test
  void keeps_a_complete_file_beside_the_target_after_every_exchange() throws Exception {
    script.answer(200, "one").answer(200, "two");
    RecordingExchange recording = recording("run.har");

    recording.exchange(get("http://h/1"), LIMIT);
    recording.exchange(get("http://h/2"), LIMIT);

    assertThat(files()).singleElement().asString().matches("run\\.har\\.[0-9]+\\.partial");
    String written = Files.readString(folder.resolve(files().getFirst()));
    assertThat(JsonWriter.write(JsonReader.read(written))).contains("http://h/1").contains("http://h/2");
    recording.close();
  }

  @Test
  void outlives_an_interrupt_of_the_thread_that_records() throws Exception {
    script.answer(200, "one");
    try (RecordingExchange recording = recording("run.har")) {
      Thread.currentThread().interrupt();
      recording.exchange(get("http://h/1"), LIMIT);
      recording.finish();
    }

    assertThat(Thread.interrupted()).isTrue();
    assertThat(Files.readString(folder.resolve("run.har"))).contains("http://h/1");
  }

  @Test
  void creates_missing_folders_and_writes_a_run_without_requests() throws Exception {
    RecordingExchange recording = recording("new/folder/run.har");
    recording.finish();
    recording.close();

    assertThat(Files.readString(folder.resolve("new/folder/run.har")))
        .isEqualTo("""
            {"log":{"version":"1.2","creator":{"name":"noetl","version":"0.1.0"},"entries":[
            ]}}
            """);
  }

  @Test
  void refuses_a_target_that_cannot_be_written() throws IOException {
    Files.createDirectory(folder.resolve("taken.har"));
    Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> recording("taken.har"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage("cannot record to '" + folder.resolve("taken.har") + "': it is a folder");
    assertThatThrownBy(() -> recording("file/run.har"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage(
            "cannot record to '" + folder.resolve("file/run.har") + "': '" + folder.resolve("file") + "' is no folder");
    assertThat(files()).containsExactlyInAnyOrder("taken.har", "file");
  }

  @Test
  void creates_nothing_before_the_first_exchange() throws IOException {
    RecordingExchange recording = recording("new/folder/run.har");
    assertThat(files()).isEmpty();

    recording.close();
    assertThat(files()).isEmpty();
    assertThat(script.closed()).isTrue();
  }

  @Test
  void leaves_an_older_file_as_it_was_when_it_is_closed_unfinished() throws Exception {
    Path har = Files.writeString(folder.resolve("run.har"), "older");
    script.answer(200, "");

    try (RecordingExchange recording = recording("run.har")) {
      recording.exchange(get("http://h/x"), LIMIT);
    }

    assertThat(har).hasContent("older");
    assertThat(files()).containsExactly("run.har");
  }

  @Test
  void goes_on_when_an_exchange_cannot_be_recorded_and_says_so_at_the_end() throws Exception {
    script.answer(200, "one").answer(200, "two");
    try (RecordingExchange recording = recording("new/run.har")) {
      Files.writeString(folder.resolve("new"), "no folder any more");
      assertThat(recording.exchange(get("http://h/1"), LIMIT).status()).isEqualTo(200);
      Files.delete(folder.resolve("new"));
      assertThat(recording.exchange(get("http://h/2"), LIMIT).status()).isEqualTo(200);

      assertThatThrownBy(recording::finish)
          .isInstanceOf(ExportException.class)
          .hasMessage(
              "cannot write the recording '" + folder.resolve("new/run.har") + "': " + folder.resolve("new"))
          .extracting(problem -> ((ExportException) problem).remedy())
          .isEqualTo("free some space or name another file with --record");
    }

    assertThat(files()).isEmpty();
  }

  @Test
  void says_where_the_entries_are_when_the_target_is_taken_at_the_end() throws IOException {
    RecordingExchange recording = recording("run.har");
    Files.createDirectories(folder.resolve("run.har/sub"));

    assertThatThrownBy(recording::finish)
        .isInstanceOf(ExportException.class)
        .hasMessageStartingWith("cannot put the recording in its place '" + folder.resolve("run.har") + "': ")
        .extracting(problem -> ((ExportException) problem).remedy())
        .asString()
        .matches("its entries are in '.*run\\.har\\.[0-9]+\\.partial'");
  }

  @Test
  void writes_every_text_as_utf_8() throws Exception {
    script.answer(200, "Zürich".getBytes(UTF_8), "content-type", "text/plain");

    try (RecordingExchange recording = recording("run.har")) {
      recording.exchange(get("http://h/x"), LIMIT);
      recording.finish();
    }

    assertThat(Files.readString(folder.resolve("run.har"))).contains("\"text\":\"Zürich\"");
  }

  private RecordingExchange recording(String name) {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-05-06T07:08:09Z"));
    return new RecordingExchange(script, folder.resolve(name), "0.1.0", clock, Redaction.NONE);
  }

  private static HttpCall get(String url) {
    return new HttpCall("GET", URI.create(url), List.of(), null, LIMIT);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
