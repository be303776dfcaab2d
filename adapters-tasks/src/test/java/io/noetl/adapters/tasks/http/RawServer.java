package io.noetl.adapters.tasks.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Writes the same bytes to every connection once a request's head is there, and closes it. */
final class RawServer implements AutoCloseable {

  private final ServerSocket server;

  RawServer(String answer) throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(() -> serve(answer.getBytes(StandardCharsets.ISO_8859_1)));
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/x";
  }

  private void serve(byte[] answer) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        InputStream request = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
          head.append((char) request.read());
        }
        socket.getOutputStream().write(answer);
      } catch (IOException e) {
        // the client or the test has ended
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
