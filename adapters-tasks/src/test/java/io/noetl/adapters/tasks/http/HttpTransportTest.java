package io.noetl.adapters.tasks.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.task.TaskOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HttpTransportTest {

  /** What a raw server does with a connection once the request has been read. */
  private interface Conversation {
    void with(Socket socket) throws IOException, InterruptedException;
  }

  @Test
  void names_a_refused_connection() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }

    assertThat(Http.error("{\"endpoint\": \"http://127.0.0.1:" + port + "/x\"}"))
        .isEqualTo("GET http://127.0.0.1:" + port + "/x: the connection was refused");
  }

  @Test
  void names_an_unknown_host() throws InterruptedException {
    assertThat(Http.error("{\"endpoint\": \"http://no-such-host.invalid/x\"}"))
        .isEqualTo("GET http://no-such-host.invalid/x: unknown host 'no-such-host.invalid'");
  }

  @Test
  void ends_an_exchange_that_gets_no_response_in_time() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    assertThat(error(0.2, socket -> done.await())).isEqualTo("no complete response within 0.2 s");
    done.countDown();
  }

  @Test
  void ends_an_exchange_whose_body_does_not_end_in_time() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    String error =
        error(
            0.4,
            socket -> {
              send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
              done.await();
            });
    assertThat(error).isEqualTo("no complete response within 0.4 s");
    done.countDown();
  }

  @Test
  void names_a_body_that_is_cut_off() throws Exception {
    assertThat(error(20, socket -> send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")))
        .isEqualTo("the connection was closed before the response was complete");
  }

  @Test
  void names_a_chunked_body_that_is_cut_off() throws Exception {
    assertThat(error(20, socket -> send(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc")))
        .isEqualTo("the connection was closed before the response was complete");
  }

  @Test
  void names_a_connection_that_is_closed_without_a_response() throws Exception {
    assertThat(error(20, socket -> {})).isEqualTo("the connection was closed before the response was complete");
  }

  @Test
  void names_a_connection_that_is_reset() throws Exception {
    String error =
        error(
            20,
            socket -> {
              send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
              socket.setSoLinger(true, 0);
            });
    assertThat(error)
        .isIn("the connection was reset", "the connection was closed before the response was complete");
  }

  @Test
  void names_a_server_that_speaks_something_else() throws Exception {
    assertThat(error(20, socket -> send(socket, "SSH-2.0-OpenSSH_9.2\r\n")))
        .isEqualTo("Invalid status line: \"SSH-2.0-OpenSSH_9.2\"");
  }

  @Test
  void names_a_failed_tls_handshake() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform().daemon().start(() -> answerPlainly(server));
      String url = "https://127.0.0.1:" + server.getLocalPort() + "/x";

      assertThat(Http.error("{\"endpoint\": \"" + url + "\"}"))
          .startsWith("GET " + url + ": TLS failed: ")
          .contains("SSL message");
    }
  }

  @Test
  void refuses_a_body_beyond_the_limit() throws Exception {
    try (LocalServer server = new LocalServer().answer("/", 200, Map.of(), new byte[1001]);
        HttpTaskRunner runner = new HttpTaskRunner(new LiveExchange(InstantSource.system(), 1000))) {
      TaskOutcome outcome = Http.run(runner, "{\"endpoint\": \"" + server.url("/") + "\"}");

      assertThat(((TaskOutcome.Failure) outcome).error())
          .isEqualTo(
              "GET " + server.url("/")
                  + ": the body is larger than 1000 bytes, the most that a task may receive");
    }
  }

  @Test
  void takes_a_body_at_the_limit() throws Exception {
    try (LocalServer server = new LocalServer().answer("/", 200, Map.of(), new byte[1000]);
        HttpTaskRunner runner = new HttpTaskRunner(new LiveExchange(InstantSource.system(), 1000))) {
      assertThat(Http.run(runner, "{\"endpoint\": \"" + server.url("/") + "\"}"))
          .isInstanceOf(TaskOutcome.Success.class);
    }
  }

  /** The cause that a call of a raw server fails with. The method is POST, which the client never sends twice. */
  private static String error(double timeout, Conversation conversation) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform().daemon().start(() -> serve(server, conversation));
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/x";
      String error =
          Http.error("{\"method\": \"POST\", \"endpoint\": \"" + url + "\", \"timeout\": " + timeout + "}");
      assertThat(error).startsWith("POST " + url + ": ");
      return error.substring(("POST " + url + ": ").length());
    }
  }

  private static void serve(ServerSocket server, Conversation conversation) {
    try (Socket socket = server.accept()) {
      readHead(socket.getInputStream());
      conversation.with(socket);
    } catch (IOException | InterruptedException e) {
      // the test has ended
    }
  }

  /** Answers every connection, because a client may try again; a reset while the client still sends is no end. */
  private static void answerPlainly(ServerSocket server) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        send(socket, "HTTP/1.1 400 Bad Request\r\n\r\n");
        socket.getInputStream().readAllBytes();
      } catch (IOException e) {
        // the client or the test has ended
      }
    }
  }

  private static void readHead(InputStream input) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) input.read());
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    OutputStream output = socket.getOutputStream();
    output.write(text.getBytes(ISO_8859_1));
    output.flush();
  }
}
