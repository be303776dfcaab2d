package io.noetl.adapters.tasks.har;

import io.noetl.application.port.Redaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.adapters.tasks.http.Content;
import io.noetl.adapters.tasks.http.Header;
import io.noetl.adapters.tasks.http.HttpAnswer;
import io.noetl.adapters.tasks.http.HttpCall;
import io.noetl.adapters.tasks.http.TransportException;
import io.noetl.application.error.InputException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayingExchangeTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void answers_with_the_recorded_status_headers_body_and_time() throws Exception {
    ReplayingExchange replay =
        replay(
            """
            {"startedDateTime": "2026-01-01T00:00:00Z", "time": 12.5,
             "request": {"method": "GET", "url": "http://h/x"},
             "response": {"status": 404, "httpVersion": "HTTP/2", "headers": [{"name": "X-Cost", "value": "3"},
               {"name": "Content-Type", "value": "text/plain; charset=iso-8859-1"}],
               "content": {"size": 2, "mimeType": "text/plain; charset=iso-8859-1", "text": "ü!"}}}
            """);

    HttpAnswer answer = replay.exchange(get("http://h/x"), LIMIT);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.version()).isEqualTo("HTTP/2");
    assertThat(answer.headers())
        .containsExactly(new Header("X-Cost", "3"), new Header("Content-Type", "text/plain; charset=iso-8859-1"));
    assertThat(answer.content().bytes()).containsExactly(0xfc, '!');
    assertThat(answer.elapsed()).isEqualTo(Duration.ofNanos(12_500_000));
    assertThat(answer.url()).isEqualTo("http://h/x");
  }

  @Test
  void answers_with_bytes_that_were_written_as_base64() throws Exception {
    ReplayingExchange replay =
        replay(
            """
            {"request": {"method": "GET", "url": "http://h/x"}, "response": {"status": 200,
              "content": {"mimeType": "image/png", "text": "iVBORw==", "encoding": "base64"}}}
            """);

    HttpAnswer answer = replay.exchange(get("http://h/x"), LIMIT);

    assertThat(answer.content().bytes()).containsExactly(0x89, 'P', 'N', 'G');
    assertThat(answer.content().type()).isEqualTo("image/png");
  }

  @ParameterizedTest
  @CsvSource({
    "http://h/x?a=1&b=2, http://h/x?b=2&a=1",
    "http://h/x?a=1&a=2, http://h/x?a=2&a=1",
    "http://h/x?q=a%20b, http://h/x?q=a+b",
    "http://h/x?q=%2C, 'http://h/x?q=,'",
    "http://H:80/x, http://h/x",
    "https://h/, https://h:443",
    "http://h/x?key=***&a=1, http://h/x?a=1&key=live",
    "http://h/x?a=1, http://h/x?a=1&access_token=live",
    "http://h/x#f, http://h/x"
  })
  void matches_urls_that_mean_the_same(String recorded, String asked) throws Exception {
    assertThat(replay(entry("GET", recorded, "", "ok")).exchange(get(asked), LIMIT).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "http://h/x?a=1, http://h/x?a=2",
    "http://h/x?a=1, http://h/x?a=1&a=1",
    "http://h/x, http://h/X",
    "http://h/x, https://h/x",
    "http://h/x, http://h:81/x",
    "http://h/x, http://g/x"
  })
  void tells_other_urls_apart(String recorded, String asked) throws Exception {
    assertThatThrownBy(() -> replay(entry("GET", recorded, "", "ok")).exchange(get(asked), LIMIT))
        .isInstanceOf(TransportException.class)
        .hasMessage("no such request in '" + har() + "'; the nearest recorded one is GET " + recorded);
  }

  @Test
  void compares_json_bodies_as_values() throws Exception {
    String recorded = "\"postData\": {\"mimeType\": \"application/json\", \"text\": \"{\\\"b\\\": [1], \\\"a\\\": null}\"},";

    ReplayingExchange replay = replay(entry("POST", "http://h/x", recorded, "ok"));

    assertThatThrownBy(() -> replay.exchange(post("{\"a\":null,\"b\":[2]}"), LIMIT))
        .hasMessage("no such request in '" + har() + "'; the nearest recorded one is POST http://h/x with another body");
    assertThat(replay.exchange(post("{\"a\":null,\"b\":[1]}"), LIMIT).content().text()).isEqualTo("ok");
  }

  @Test
  void answers_repeats_in_recorded_order_and_then_fails() throws Exception {
    ReplayingExchange replay =
        replay(entry("GET", "http://h/x", "", "1") + "," + entry("GET", "http://h/y", "", "-") + ","
            + entry("GET", "http://h/x", "", "2"));

    assertThat(replay.exchange(get("http://h/x"), LIMIT).content().text()).isEqualTo("1");
    assertThat(replay.exchange(get("http://h/x"), LIMIT).content().text()).isEqualTo("2");
    assertThatThrownBy(() -> replay.exchange(get("http://h/x"), LIMIT))
        .hasMessage("all 2 answers to this request in '" + har() + "' are used up");
    replay.exchange(get("http://h/y"), LIMIT);
    assertThatThrownBy(() -> replay.exchange(get("http://h/y"), LIMIT))
        .hasMessage("the only answer to this request in '" + har() + "' is used up");
  }

  @Test
  void names_the_nearest_of_several() throws Exception {
    ReplayingExchange replay =
        replay(entry("GET", "http://h/v1/city?name=A&key=***", "", "1") + ","
            + entry("GET", "http://h/v1/city?name=B&day=1", "", "2") + "," + entry("GET", "http://other/", "", "3"));

    assertThatThrownBy(() -> replay.exchange(get("http://h/v1/city?name=C&day=1"), LIMIT))
        .hasMessage("no such request in '" + har() + "'; the nearest recorded one is GET http://h/v1/city?name=B&day=1");
    assertThatThrownBy(() -> replay.exchange(get("http://h/v1/city?name=D"), LIMIT))
        .hasMessage(
            "no such request in '" + har() + "'; the nearest recorded one is GET http://h/v1/city?name=A&key=***");
  }

  @Test
  void says_that_a_recording_is_empty() throws Exception {
    ReplayingExchange replay = replay("");

    assertThatThrownBy(() -> replay.exchange(get("http://h/x"), LIMIT))
        .hasMessage("no such request in '" + har() + "'; it is empty");
  }

  @Test
  void fails_a_request_again_that_failed_when_it_was_recorded() throws Exception {
    ReplayingExchange replay =
        replay(
            """
            {"request": {"method": "GET", "url": "http://h/x"},
             "response": {"status": 0, "_error": "the connection was refused"}}
            """);

    assertThatThrownBy(() -> replay.exchange(get("http://h/x"), LIMIT)).hasMessage("the connection was refused");
  }

  @Test
  void passes_over_entries_that_are_no_http_requests() throws Exception {
    ReplayingExchange replay =
        replay(entry("GET", "data:text/plain,x", "", "1") + "," + entry("GET", "http://h/x", "", "2"));

    assertThat(replay.exchange(get("http://h/x"), LIMIT).content().text()).isEqualTo("2");
  }

  @Test
  void refuses_a_file_that_does_not_exist() {
    assertThatThrownBy(() -> new ReplayingExchange(har(), Redaction.NONE))
        .isInstanceOf(InputException.class)
        .hasMessage("no such HAR file: '" + har() + "'")
        .extracting(problem -> ((InputException) problem).remedy())
        .isEqualTo("name a file that --record wrote, or record one with --record");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"log": {"entries": [ | unexpected end of the text at line 1, column 22
          []                    | it is no JSON object
          {"log": {}}           | it has no log.entries
          {"log": {"entries": [{"request": {"method": "GET"}}]}} | log.entries[0] has no request.method and request.url
          """)
  void refuses_a_file_that_is_no_har(String content, String problem) throws IOException {
    Files.writeString(har(), content);

    assertThatThrownBy(() -> new ReplayingExchange(har(), Redaction.NONE))
        .isInstanceOf(InputException.class)
        .hasMessage("'" + har() + "' is no HAR file: " + problem);
  }

  @Test
  void refuses_a_folder() throws IOException {
    Files.createDirectory(har());

    assertThatThrownBy(() -> new ReplayingExchange(har(), Redaction.NONE))
        .isInstanceOf(InputException.class)
        .hasMessage("cannot read the HAR file '" + har() + "': it is a folder");
  }

  private ReplayingExchange replay(String entries) throws IOException {
    Files.writeString(har(), "{\"log\": {\"version\": \"1.2\", \"entries\": [" + entries + "]}}");
    return new ReplayingExchange(har(), Redaction.NONE);
  }

  private Path har() {
    return folder.resolve("run.har");
  }

  private static String entry(String method, String url, String postData, String body) {
    return """
        {"request": {%s "method": "%s", "url": "%s"}, "response": {"status": 200, "content": {"text": "%s"}}}
        """.formatted(postData, method, url, body);
  }

  private static HttpCall get(String url) {
    return new HttpCall("GET", URI.create(url), List.of(), null, LIMIT);
  }

  private static HttpCall post(String json) {
    return new HttpCall(
        "POST", URI.create("http://h/x"), List.of(), Content.of("application/json", json), LIMIT);
  }
}
