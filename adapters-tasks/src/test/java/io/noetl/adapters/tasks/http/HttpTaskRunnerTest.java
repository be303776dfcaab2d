package io.noetl.adapters.tasks.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.FloatValue;
import io.noetl.domain.value.Value.MapValue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpTaskRunnerTest {

  private final LocalServer server = new LocalServer();

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void returns_the_body_and_what_is_known_of_the_response() throws InterruptedException {
    server.answer("/forecast", 200, Map.of("Content-Type", "application/json", "X-Cost", "3"), "{\"t\": [1, 2.5]}".getBytes(ISO_8859_1));

    MapValue data = Http.data("{\"endpoint\": \"" + server.url("/forecast") + "\"}");

    assertThat(data.entries().keySet())
        .containsExactly("data", "status", "status_code", "headers", "url", "elapsed");
    assertThat(JsonWriter.write(data.valueOf("data"))).isEqualTo("{\"t\":[1,2.5]}");
    assertThat(data.valueOf("status")).isEqualTo(Value.of("success"));
    assertThat(data.valueOf("status_code")).isEqualTo(Value.of(200));
    assertThat(data.valueOf("url")).isEqualTo(Value.of(server.url("/forecast")));
    MapValue headers = (MapValue) data.valueOf("headers");
    assertThat(headers.valueOf("x-cost")).isEqualTo(Value.of("3"));
    assertThat(headers.valueOf("content-type")).isEqualTo(Value.of("application/json"));
    assertThat(((FloatValue) data.valueOf("elapsed")).value()).isBetween(0.000_001, 30.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json                 | [1, null]    | [1,null]
          application/geo+json             | {"a": 1}     | {"a":1}
          text/json; charset=utf-8         | "x"          | "x"
          application/json                 | {"a": 1      | {"text":"{\\"a\\": 1"}
          text/plain                       | [1]          | {"text":"[1]"}
          application/json                 | ''           | null
          text/plain                       | ''           | null
          """)
  void reads_a_body_as_its_media_type_says(String type, String body, String data) throws InterruptedException {
    server.answer("/", 200, type, body);

    Value read = Http.data("{\"endpoint\": \"" + server.url("/") + "\"}").valueOf("data");

    assertThat(JsonWriter.write(read)).isEqualTo(data);
  }

  @Test
  void reads_text_in_the_charset_of_its_media_type() throws InterruptedException {
    server.answer("/", 200, Map.of("Content-Type", "text/plain; charset=iso-8859-1"), "Zürich".getBytes(ISO_8859_1));

    Value read = Http.data("{\"endpoint\": \"" + server.url("/") + "\"}").valueOf("data");

    assertThat(JsonWriter.write(read)).isEqualTo("{\"text\":\"Zürich\"}");
  }

  @Test
  void appends_encoded_params_to_the_query_of_the_endpoint() throws InterruptedException {
    server.answer("/s", 200, "text/plain", "ok");

    Http.data(
        """
        {"endpoint": "%s?fixed=a b", "params": {"q": "Zürich & more+", "day": [1, 2], "none": null, "yes": true, "x": 0.5}}
        """.formatted(server.url("/s")));

    assertThat(server.seen().getFirst().target())
        .isEqualTo("/s?fixed=a%20b&q=Z%C3%BCrich%20%26%20more%2B&day=1&day=2&yes=true&x=0.5");
  }

  @Test
  void sends_a_payload_as_json() throws InterruptedException {
    server.answer("/s", 200, "text/plain", "ok");

    Http.data("{\"method\": \"post\", \"endpoint\": \"" + server.url("/s") + "\", \"payload\": {\"a\": [1, \"ü\"]}}");

    LocalServer.Seen seen = server.seen().getFirst();
    assertThat(seen.method()).isEqualTo("POST");
    assertThat(seen.body()).isEqualTo("{\"a\":[1,\"ü\"]}");
    assertThat(seen.headers().get("Content-type")).containsExactly("application/json");
  }

  @Test
  void sends_a_text_payload_as_it_is_when_its_type_is_not_json() throws InterruptedException {
    server.answer("/s", 200, "text/plain", "ok");

    Http.data(
        """
        {"method": "PUT", "endpoint": "%s", "payload": "a;b", "headers": {"content-type": "text/csv"}}
        """.formatted(server.url("/s")));

    LocalServer.Seen seen = server.seen().getFirst();
    assertThat(seen.body()).isEqualTo("a;b");
    assertThat(seen.headers().get("Content-type")).containsExactly("text/csv");
  }

  @Test
  void sends_headers_and_asks_for_no_compression() throws InterruptedException {
    server.answer("/s", 200, "text/plain", "ok");

    Http.data("{\"endpoint\": \"" + server.url("/s") + "\", \"headers\": {\"X-Run\": 7, \"X-Many\": [\"a\", \"b\"]}}");

    Map<String, List<String>> headers = server.seen().getFirst().headers();
    assertThat(headers.get("X-run")).containsExactly("7");
    assertThat(headers.get("X-many")).containsExactly("a", "b");
    assertThat(headers.get("User-agent")).containsExactly("noetl");
    assertThat(headers).doesNotContainKeys("Accept-encoding", "Upgrade");
  }

  @Test
  void sends_user_info_as_basic_authorization_and_shows_no_credentials() throws InterruptedException {
    server.answer("/s", 200, "text/plain", "ok");

    MapValue data =
        Http.data("{\"endpoint\": \"http://ann:p%40ss@127.0.0.1:" + server.port() + "/s?appid=s3cret&q=1\"}");

    assertThat(server.seen().getFirst().headers().get("Authorization")).containsExactly("Basic YW5uOnBAc3M=");
    assertThat(server.seen().getFirst().target()).isEqualTo("/s?appid=s3cret&q=1");
    assertThat(data.valueOf("url")).isEqualTo(Value.of(server.url("/s?appid=***&q=1")));
  }

  @Test
  void fails_on_a_refused_request_and_keeps_the_response() throws InterruptedException {
    server.answer("/s", 404, "application/json", "{\"reason\": \"no such city\"}");

    TaskOutcome.Failure failure = Http.failure("{\"endpoint\": \"" + server.url("/s?key=abc") + "\"}");

    assertThat(failure.error()).isEqualTo("GET " + server.url("/s?key=***") + ": status 404 Not Found; check the path and the parameters of the"
                + " endpoint; it says: {\"reason\": \"no such city\"}");
    MapValue data = (MapValue) failure.data();
    assertThat(JsonWriter.write(data.valueOf("data"))).isEqualTo("{\"reason\":\"no such city\"}");
    assertThat(data.valueOf("status")).isEqualTo(Value.of("error"));
    assertThat(data.valueOf("status_code")).isEqualTo(Value.of(404));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          401 | text/plain       | no                | 401 Unauthorized; it wants credentials: give 'auth'; it says: no
          403 | text/html        | <html>no</html>   | 403 Forbidden; it may want credentials: give 'auth'
          405 | text/plain       | ''                | 405 Method Not Allowed; check the method
          407 | text/plain       | ''                | 407 Proxy Authentication Required; the proxy wants credentials
          410 | application/json | {}                | 410 Gone; check the path and the parameters of the endpoint
          422 | application/json | {"q": "missing"}  | 422 Unprocessable Content; it says: {"q": "missing"}
          429 | text/plain       | ''                | 429 Too Many Requests; ask less often: set 'rate'
          500 | image/png        | x                 | 500 Internal Server Error
          502 | text/plain       | 'a	b'            | 502 Bad Gateway; it says: a b
          599 | text/plain       | ''                | 599
          """)
  void says_what_a_refusal_means(int status, String type, String body, String message) throws InterruptedException {
    server.answer("/s", status, type, body);

    assertThat(Http.error("{\"endpoint\": \"" + server.url("/s") + "\"}"))
        .isEqualTo("GET " + server.url("/s") + ": status " + message);
  }

  @Test
  void says_what_a_refusal_of_credentials_means_without_showing_them() throws InterruptedException {
    server.answer("/s", 401, "text/plain", "token t0ken-value and key k3y-value are not known");

    assertThat(
            Http.error(
                """
                {"endpoint": "%s?api_key=k3y-value", "auth": {"type": "bearer", "token": "t0ken-value"}}
                """.formatted(server.url("/s"))))
        .isEqualTo(
            "GET " + server.url("/s?api_key=***")
                + ": status 401 Unauthorized; check the credentials; it says: token *** and key *** are not known");
  }

  @Test
  void shows_no_more_than_the_beginning_of_what_a_server_says() throws InterruptedException {
    server.answer("/s", 400, "text/plain", "x".repeat(130));

    assertThat(Http.error("{\"endpoint\": \"" + server.url("/s") + "\"}"))
        .isEqualTo("GET " + server.url("/s") + ": status 400 Bad Request; it says: " + "x".repeat(120) + "…");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          503 | 2                             | {"retry_after":2} | ; try again after 2 s
          429 | Fri, 02 Jan 2026 03:04:10 GMT | {"retry_after":5} | ; ask less often: set 'rate'; try again after 5 s
          503 | Fri, 02 Jan 2026 03:04:00 GMT | {"retry_after":0} | ; try again after 0 s
          503 | soon                          | {}                | ''
          """)
  void tells_how_long_the_server_asks_to_wait(int status, String header, String metadata, String message)
      throws InterruptedException {
    ScriptedExchange script = new ScriptedExchange().answer(status, "", "Retry-After", header);
    try (HttpTaskRunner runner =
        new HttpTaskRunner(script, InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z")))) {
      TaskOutcome.Failure failure = (TaskOutcome.Failure) Http.run(runner, "{\"endpoint\": \"http://h/x\"}");

      assertThat(JsonWriter.write(failure.metadata())).isEqualTo(metadata);
      assertThat(failure.error()).isEqualTo("GET http://h/x: status " + status + " " + StatusText.of(status) + message);
    }
  }

  @Test
  void answers_500_and_then_200_with_an_attempt_each() throws InterruptedException {
    ScriptedExchange script = new ScriptedExchange().answer(500, "").answer(200, "ok");
    try (HttpTaskRunner runner = new HttpTaskRunner(script, InstantSource.system())) {
      TaskOutcome first = Http.run(runner, "{\"endpoint\": \"http://h/x\"}");
      TaskOutcome second = Http.run(runner, "{\"endpoint\": \"http://h/x\"}");

      assertThat(((TaskOutcome.Failure) first).error()).isEqualTo("GET http://h/x: status 500 Internal Server Error");
      assertThat(second).isInstanceOf(TaskOutcome.Success.class);
      assertThat(script.calls()).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                    | endpoint must be an http or https URL; it is empty
          {"endpoint": "  "}                                    | endpoint must be an http or https URL; it is empty
          {"endpoint": 7}                                       | endpoint must be an http or https URL; not integer
          {"endpoint": "host/x"}                                | endpoint must be a URL that begins with http:// or https://, not 'host/x'
          {"endpoint": "http://u:p@a_b/?token=1"}               | endpoint has no valid host name (letters, digits, '-' and '.'): 'http://a_b/?token=***'
          {"endpoint": "http://h:99999/"}                       | endpoint has a port above 65535: 'http://h:99999/'
          {"endpoint": "http:///x"}                             | endpoint has no valid host and port: 'http:///x'
          {"endpoint": "http://h", "method": "PSOT"}            | no such method: "PSOT"; did you mean 'POST'?
          {"endpoint": "http://h", "method": "FETCH"}           | no such method: "FETCH"; did you mean 'PATCH'?
          {"endpoint": "http://h", "method": 3}                 | no such method: 3; it is one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS
          {"endpoint": "http://h", "timeout": "soon"}           | timeout must be seconds or a text such as 500ms, 30s, 5m, 1h, above 0 and at most a year, not "soon"
          {"endpoint": "http://h", "timeout": 0}                | timeout must be seconds or a text such as 500ms, 30s, 5m, 1h, above 0 and at most a year, not 0
          {"endpoint": "http://h", "params": [1]}               | params must be a map, not list
          {"endpoint": "http://h", "params": {"a": {"b": 1}}}   | params.a must be text, a number or a boolean, or a list of those, not map
          {"endpoint": "http://h", "headers": {"a b": 1}}       | headers: 'a b' is no valid name of a header
          {"endpoint": "http://h", "headers": {"Host": "x"}}    | headers: 'Host' is set by the connection itself; leave it out
          {"endpoint": "http://h", "payload": 1, "body": "x"}   | 'payload' and 'body' both say what to send; keep one of them
          {"endpoint": "http://h", "body": "x", "files": {}}    | 'body' and 'files' both say what to send; keep one of them
          {"endpoint": "http://h", "body": {"a": 1}}            | body must be text, not map; 'payload' sends JSON and 'form' a form
          {"endpoint": "http://h", "body_file": "no/such"}      | body_file: no such file: 'no/such'
          {"endpoint": "http://h", "body_file": "/"}            | body_file: '/' is no file
          {"endpoint": "http://h", "body_file": 1}              | body_file must be the path of a file, not integer
          {"endpoint": "http://h", "files": {"f": "no/such"}}   | files.f: no such file: 'no/such'
          {"endpoint": "http://h", "files": {"f": 1}}           | files.f must be a path, a map with 'path', or a list of those, not integer
          {"endpoint": "http://h", "files": {"f": {"pth": 1}}}  | files.f: unknown key 'pth'; did you mean 'path'?
          {"endpoint": "http://h", "files": {"f": {}}}          | files.f must be the path of a file, not ''
          {"endpoint": "http://h", "files": {}, "headers": {"Content-Type": "a/b"}} | headers: 'Content-Type' is set by 'files' itself; leave it out
          {"endpoint": "http://h", "save_to": "/"}              | save_to: '/' is a folder; name a file in it
          {"endpoint": "http://h", "save_to": 1}                | save_to must be the path of a file, not integer
          {"endpoint": "http://h", "max_size": "10 MX"}         | max_size must be a number of bytes above 0, or a text such as "10 MB", not "10 MX"
          {"endpoint": "http://h", "max_size": 0}               | max_size must be a number of bytes above 0, or a text such as "10 MB", not 0
          {"endpoint": "http://h", "max_size": "2 GiB"}         | max_size must be at most 1 GiB for a body in memory, not "2 GiB"; 'save_to' writes larger ones to a file
          {"endpoint": "http://h", "redirects": 51}             | redirects must be true, false or a number from 0 to 50, not 51
          {"endpoint": "http://h", "rate": "10"}                | rate must be a number of requests above 0 per second, minute or hour, such as "10/s", "30/m" or "100/h", not "10"
          {"endpoint": "http://h", "auth": "x"}                 | auth must be a map of type, username and password, or of type and token, not text
          {"endpoint": "http://h", "auth": {"type": "digest"}}  | auth.type must be "basic" or "bearer", not "digest"
          {"endpoint": "http://h", "auth": {"type": "bearer"}}  | auth.token is empty; is the variable that it comes from set?
          {"endpoint": "http://h", "auth": {"type": "bearer", "tokn": "x"}} | auth: unknown key 'tokn' for type bearer; did you mean 'token'?
          {"endpoint": "http://h", "auth": {"type": "bearer", "token": "s3c\\nret"}} | auth.token has a character that a header cannot carry: U+000A
          {"endpoint": "http://h", "auth": {"type": "basic", "username": "a:b"}} | auth.username must not have a ':'
          {"endpoint": "http://h", "auth": {"type": "bearer", "token": "x"}, "headers": {"authorization": "y"}} | 'auth' and the header 'Authorization' mean the same; keep one of them
          {"endpoint": "http://u@h", "auth": {"type": "bearer", "token": "x"}} | 'auth' and the user in the endpoint mean the same; keep one of them
          {"endpoint": "http://h", "headers": {"X": "a\\nb"}}   | headers.X has a character that a header cannot carry: U+000A
          {"endpoint": "http://h", "headers": {"X": "für"}}     | headers.X has a character that a header cannot carry: U+00FC
          """)
  void fails_on_settings_that_cannot_be_used(String settings, String message) throws InterruptedException {
    assertThat(Http.error(settings)).isEqualTo("http task 'fetch': " + message);
  }
}
