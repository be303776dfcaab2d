package io.noetl.adapters.tasks.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
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
        .isEqualTo("GET http://127.0.0.1:" + port + "/x: the connection was refused; nothing listens at '127.0.0.1:" + port
                + "', or a firewall is between");
  }

  @Test
  void names_an_unknown_host() throws InterruptedException {
    assertThat(Http.error("{\"endpoint\": \"http://no-such-host.invalid/x\"}"))
        .isEqualTo("GET http://no-such-host.invalid/x: unknown host 'no-such-host.invalid'; check its"
                + " spelling, and that this machine resolves names");
  }

  @Test
  void ends_an_exchange_that_gets_no_response_in_time() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    assertThat(error(0.2, socket -> done.await())).isEqualTo("no response within 0.2 s; raise 'timeout' if the server needs longer");
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
    assertThat(error).isEqualTo(
            "the response was not complete within 0.4 s, 3 bytes of its body had come; raise 'timeout' if that is too short");
    done.countDown();
  }

  @Test
  void names_a_body_that_is_cut_off() throws Exception {
    assertThat(error(20, socket -> send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc")))
        .isEqualTo("the connection was closed after 3 of the 10 bytes that Content-Length announced");
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
          .isEqualTo(
              "GET " + url + ": TLS failed: the server does not speak TLS; does the endpoint begin with http://?");
    }
  }

  @Test
  void tells_a_connection_that_is_not_made_from_a_response_that_does_not_come() throws Exception {
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket first = new Socket(full.getInetAddress(), full.getLocalPort());
        Socket second = new Socket(full.getInetAddress(), full.getLocalPort())) {
      String address = "127.0.0.1:" + full.getLocalPort();

      assertThat(first.isConnected() && second.isConnected()).isTrue();
      assertThat(Http.error("{\"endpoint\": \"http://" + address + "/x\", \"timeout\": 0.3}"))
          .isEqualTo(
              "GET http://" + address + "/x: no connection to '" + address
                  + "' within 0.3 s; check host and port, and that no firewall is between");
    }
  }

  @Test
  void refuses_contradictory_lengths() throws Exception {
    assertThat(
            error(20, socket -> send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde")))
        .isEqualTo("the response has contradictory lengths: Content-Length 3 and 5");
  }

  @Test
  void refuses_a_length_beside_chunks() throws Exception {
    String answer = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    assertThat(error(20, socket -> send(socket, answer)))
        .isEqualTo("the response has both Content-Length and Transfer-Encoding, which contradict each other");
  }

  @Test
  void refuses_a_length_that_is_no_number() throws Exception {
    assertThat(error(20, socket -> send(socket, "HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\nabc")))
        .isEqualTo("the response has a Content-Length that is no number");
  }

  @Test
  void takes_no_more_than_was_announced_and_never_for_the_next_response() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        HttpTaskRunner runner = new HttpTaskRunner(new LiveExchange(InstantSource.system()), InstantSource.system())) {
      String surplus = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nno";
      String answer = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nyes" + surplus;
      Thread.ofPlatform().daemon().start(() -> serveAll(server, socket -> send(socket, answer)));
      String call = "{\"endpoint\": \"http://127.0.0.1:" + server.getLocalPort() + "/x\"}";

      for (int i = 0; i < 3; i++) {
        TaskOutcome outcome = Http.run(runner, call);
        assertThat(outcome).isInstanceOf(TaskOutcome.Success.class);
        assertThat(JsonWriter.write(((MapValue) ((TaskOutcome.Success) outcome).data()).valueOf("data")))
            .isEqualTo("{\"text\":\"yes\"}");
      }
    }
  }

  @Test
  void refuses_a_body_that_grows_beyond_max_size() throws Exception {
    String body = "3e8\r\n" + "x".repeat(1000) + "\r\n1\r\ny\r\n0\r\n\r\n";
    assertThat(
            error(
                "\"timeout\": 20, \"max_size\": 1000",
                socket -> send(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body)))
        .isEqualTo("the body is larger than max_size, 1000 bytes; raise 'max_size', or write it to a file with 'save_to'");
  }

  @Test
  void refuses_a_body_that_is_announced_to_be_beyond_max_size_before_it_comes() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    String error =
        error(
            "\"timeout\": 20, \"max_size\": \"1 kB\"",
            socket -> {
              send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n");
              done.await();
            });
    assertThat(error)
        .isEqualTo("the body is larger than max_size, 1000 bytes; raise 'max_size', or write it to a file with 'save_to'");
    done.countDown();
  }

  @Test
  void takes_a_body_at_the_limit() throws Exception {
    try (LocalServer server = new LocalServer().answer("/", 200, Map.of(), new byte[1000])) {
      MapValue data = Http.data("{\"endpoint\": \"" + server.url("/") + "\", \"max_size\": 1000}");
      assertThat(data.valueOf("status_code")).isEqualTo(Value.of(200));
    }
  }

  @Test
  void shows_a_refusal_whose_page_is_larger_than_max_size() throws Exception {
    try (LocalServer server = new LocalServer().answer("/", 500, "text/html", "<html>" + "x".repeat(1000))) {
      assertThat(Http.error("{\"endpoint\": \"" + server.url("/") + "\", \"max_size\": 10}"))
          .isEqualTo("GET " + server.url("/") + ": status 500 Internal Server Error");
    }
  }

  /** The cause that a call of a raw server fails with. The method is POST, which the client never sends twice. */
  private static String error(double timeout, Conversation conversation) throws Exception {
    return error("\"timeout\": " + timeout, conversation);
  }

  private static String error(String settings, Conversation conversation) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform().daemon().start(() -> serve(server, conversation));
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/x";
      String error = Http.error("{\"method\": \"POST\", \"endpoint\": \"" + url + "\", " + settings + "}");
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

  /** Answers the first request of every connection. */
  private static void serveAll(ServerSocket server, Conversation conversation) {
    while (!server.isClosed()) {
      serve(server, conversation);
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
