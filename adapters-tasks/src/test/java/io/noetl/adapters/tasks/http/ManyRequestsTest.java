package io.noetl.adapters.tasks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.task.TaskOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ManyRequestsTest {

  private static final int THREADS = 64;
  private static final int REQUESTS = 50;

  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 8\r\n\r\n{\"a\": 1}"
          .getBytes(StandardCharsets.US_ASCII);

  private final AtomicInteger connections = new AtomicInteger();

  @Test
  void asks_from_64_threads_over_at_most_64_connections() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
        HttpTaskRunner runner = new HttpTaskRunner(new LiveExchange(InstantSource.system()), InstantSource.system());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Thread.ofPlatform().daemon().start(() -> accept(server));
      String call = "{\"endpoint\": \"http://127.0.0.1:" + server.getLocalPort() + "/x\"}";
      List<Future<Integer>> successes = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        successes.add(threads.submit(() -> successes(runner, call)));
      }
      for (Future<Integer> success : successes) {
        assertThat(success.get()).isEqualTo(REQUESTS);
      }
    }
    assertThat(connections.get()).isBetween(1, THREADS);
  }

  private static int successes(HttpTaskRunner runner, String call) throws InterruptedException {
    int successes = 0;
    for (int i = 0; i < REQUESTS; i++) {
      successes += Http.run(runner, call) instanceof TaskOutcome.Success ? 1 : 0;
    }
    return successes;
  }

  private void accept(ServerSocket server) {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // the test has ended
    }
  }

  /** Answers each request of a connection once its head has ended. */
  private static void serve(Socket socket) {
    try (socket) {
      InputStream requests = socket.getInputStream();
      StringBuilder head = new StringBuilder();
      byte[] buffer = new byte[4096];
      for (int read = requests.read(buffer); read >= 0; read = requests.read(buffer)) {
        head.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
        if (head.indexOf("\r\n\r\n") >= 0) {
          socket.getOutputStream().write(ANSWER);
          head.setLength(0);
        }
      }
    } catch (IOException e) {
      // the client or the test has ended
    }
  }
}
