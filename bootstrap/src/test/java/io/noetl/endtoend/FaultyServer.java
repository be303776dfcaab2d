package io.noetl.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that treats each connection as its script says; the last word of the script is for all others. */
final class FaultyServer implements AutoCloseable {

  /** What becomes of a connection once its request was read. */
  sealed interface Fate {

    /** The bytes are sent as they are, and the connection is closed. */
    record Sends(String response) implements Fate {}

    /** Nothing is sent, until the server is closed. */
    record Stalls() implements Fate {}

    /** The connection is reset. */
    record Resets() implements Fate {}
  }

  private final ServerSocket socket;
  private final List<Fate> script;
  private final AtomicInteger connections = new AtomicInteger();
  private final List<Socket> open = new ArrayList<>();

  FaultyServer(Fate... script) throws IOException {
    this.script = List.of(script);
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        synchronized (open) {
          open.add(connection);
        }
        Fate fate = script.get(Math.min(connections.getAndIncrement(), script.size() - 1));
        Thread.ofVirtual().start(() -> serve(connection, fate));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void serve(Socket connection, Fate fate) {
    try {
      readHead(connection.getInputStream());
      switch (fate) {
        case Fate.Sends sends -> {
          OutputStream out = connection.getOutputStream();
          out.write(sends.response().getBytes(ISO_8859_1));
          out.flush();
          connection.close();
        }
        case Fate.Stalls stalls -> {}
        case Fate.Resets resets -> {
          connection.setSoLinger(true, 0);
          connection.close();
        }
      }
    } catch (IOException gone) {
      // the client has given up, as it should at times
    }
  }

  private static void readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return;
      }
      head.append((char) next);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    synchronized (open) {
      for (Socket connection : open) {
        connection.close();
      }
    }
  }
}
