package io.noetl.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** A server on loopback that answers every request with a small JSON document. */
public final class LoopbackServer {

  private static final byte[] BODY = "{\"ok\": true}".getBytes(StandardCharsets.UTF_8);

  private LoopbackServer() {}

  /** A server that runs. */
  static HttpServer start() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("content-type", "application/json");
          exchange.sendResponseHeaders(200, BODY.length);
          exchange.getResponseBody().write(BODY);
          exchange.close();
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return server;
  }

  /** Prints the server's address and serves until standard input ends. */
  public static void main(String[] arguments) throws IOException {
    HttpServer server = start();
    System.out.println("http://127.0.0.1:" + server.getAddress().getPort());
    while (System.in.read() >= 0) {
      // until whoever started it has ended
    }
    server.stop(0);
  }
}
