package io.noetl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers that die and servers that misbehave: each attempt has its events, and the last one's error says what happened. */
@Timeout(120)
class FaultTest {

  private static final String REQUEST =
      """
      workflow:
        - step: start
          type: http
          endpoint: http://127.0.0.1:PORT/data
          OPTIONS
      """;

  @TempDir private Path folder;

  @Test
  void a_worker_that_is_killed_fails_its_call() throws IOException {
    Noetl.Outcome outcome = run(python(""));

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.errors()).containsExactly("start: python task 'start': the worker process was ended by signal 9 (kill) during the call (fault.yaml:2:5)");
    assertThat(attempts()).containsExactly("task_start 1", "task_error 1");
  }

  @Test
  void the_next_attempt_has_a_worker_of_its_own() throws IOException {
    Noetl.Outcome outcome = run(python("retry: {max_attempts: 3, delay: 0}"));

    assertThat(outcome.status()).isZero();
    assertThat(outcome.json("steps")).isEqualTo("{\"start\":\"survived\"}");
    assertThat(attempts()).containsExactly("task_start 1", "task_error 1", "task_start 2", "task_complete 2");
  }

  @Test
  void a_server_that_stalls_is_given_up_at_the_timeout() throws IOException {
    assertFails(
        "timeout: 0.3",
        2,
        "no response within 0.3 s; raise 'timeout' if the server needs longer",
        new FaultyServer.Fate.Stalls());
  }

  @Test
  void a_server_that_resets_the_connection_is_a_failure() throws IOException {
    assertFails("", 2, "the connection was reset", new FaultyServer.Fate.Resets());
  }

  @Test
  void a_body_that_is_shorter_than_its_length_is_a_failure() throws IOException {
    assertFails(
        "",
        2,
        "the connection was closed after 5 of the 100 bytes that Content-Length announced",
        new FaultyServer.Fate.Sends("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"));
  }

  @Test
  void a_chunked_body_that_breaks_off_is_a_failure() throws IOException {
    assertFails(
        "",
        2,
        "the connection was closed before the response was complete",
        new FaultyServer.Fate.Sends("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nnot sixteen"));
  }

  @Test
  void what_is_no_http_is_a_failure() throws IOException {
    assertFails("", 2, "Invalid status line: \"220 mail ready\"", new FaultyServer.Fate.Sends("220 mail ready\r\n"));
  }

  @Test
  void a_body_over_the_limit_is_a_failure_that_names_the_limit() throws IOException {
    String body = "x".repeat(2_000);
    assertFails(
        "max_size: 1kB",
        2,
        "the body is larger than max_size, 1000 bytes; raise 'max_size', or write it to a file with 'save_to'",
        new FaultyServer.Fate.Sends("HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n" + body));
  }

  @Test
  void nobody_who_listens_is_a_failure() throws IOException {
    int port;
    try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = unused.getLocalPort();
    }
    Noetl.Outcome outcome = run(request(port, "retry: {max_attempts: 2, delay: 0}"));

    assertThat(outcome.errors().getFirst().replace(":" + port, ":PORT"))
        .isEqualTo(
            "start: GET http://127.0.0.1:PORT/data: the connection was refused; nothing listens at '127.0.0.1:PORT', or a"
                + " firewall is between (fault.yaml:2:5)");
    assertThat(attempts()).containsExactly("task_start 1", "task_error 1", "task_start 2", "task_error 2");
  }

  @Test
  void a_500_and_then_a_200_is_a_success_at_the_second_attempt() throws IOException {
    assertMends("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  }

  @Test
  void a_503_that_says_when_to_come_back_is_asked_again_then() throws IOException {
    assertMends("HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  }

  private void assertMends(String first) throws IOException {
    String second = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 11\r\nConnection: close\r\n\r\n{\"ok\":true}";
    try (FaultyServer server = new FaultyServer(new FaultyServer.Fate.Sends(first), new FaultyServer.Fate.Sends(second))) {
      Noetl.Outcome outcome =
          run(request(server.port(), "retry: {max_attempts: 3, delay: 0}\n    return: \"{{ result.data }}\""));

      assertThat(outcome.status()).isZero();
      assertThat(outcome.json("steps")).isEqualTo("{\"start\":{\"ok\":true}}");
      assertThat(attempts()).containsExactly("task_start 1", "task_error 1", "task_start 2", "task_complete 2");
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  /** Each attempt goes to the server anew and fails with that error, which stands at the http task. */
  private void assertFails(String option, int attempts, String error, FaultyServer.Fate fate) throws IOException {
    try (FaultyServer server = new FaultyServer(fate)) {
      String retry = "retry: {max_attempts: " + attempts + ", delay: 0}";
      Noetl.Outcome outcome = run(request(server.port(), option.isEmpty() ? retry : option + "\n    " + retry));

      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.errors()).hasSize(1);
      assertThat(outcome.errors().getFirst().replace(":" + server.port(), ":PORT"))
          .isEqualTo("start: GET http://127.0.0.1:PORT/data: " + error + " (fault.yaml:2:5)");
      assertThat(attempts()).containsExactly("task_start 1", "task_error 1", "task_start 2", "task_error 2");
      // Java's client repeats a GET by itself when the connection is lost before the first byte of the answer.
      assertThat(server.connections()).isEqualTo(fate instanceof FaultyServer.Fate.Resets ? 2 * attempts : attempts);
    }
  }

  private static String request(int port, String options) {
    return REQUEST.replace("PORT", String.valueOf(port)).replace("OPTIONS", options);
  }

  /** A task whose first call kills its own process. */
  private String python(String options) {
    return """
        workflow:
          - step: start
            type: python
            code: |
              import os, signal
              def main():
                  if not os.path.exists("MARKER"):
                      open("MARKER", "w").close()
                      os.kill(os.getpid(), signal.SIGKILL)
                  return "survived"
            OPTIONS
        """
        .replace("MARKER", folder.resolve("marker").toString())
        .replace("OPTIONS", options);
  }

  private Noetl.Outcome run(String playbook) throws IOException {
    Path file = Files.writeString(folder.resolve("fault.yaml"), playbook);
    return Noetl.run("run", file, "--duckdb", folder.resolve("store.duckdb"));
  }

  private List<String> attempts() {
    return EventLog.ofStore(folder.resolve("store.duckdb")).stream()
        .filter(row -> row.type().startsWith("task_"))
        .map(row -> row.type() + " " + row.attempt())
        .toList();
  }
}
