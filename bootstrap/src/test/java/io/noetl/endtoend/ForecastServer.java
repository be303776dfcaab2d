package io.noetl.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Answers on loopback as Open-Meteo's forecast does (<a href="https://open-meteo.com/en/docs">its documentation</a>): the
 * temperature of each hour is the latitude less 30, and a tenth more with every hour.
 */
final class ForecastServer implements AutoCloseable {

  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  ForecastServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/forecast", this::answer);
    server.start();
  }

  /** What the playbook's {@code base_url} has to be. */
  String baseUrl() {
    return "http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort() + "/v1";
  }

  /** The requests so far: method and query. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    requests.add(exchange.getRequestMethod() + " " + query);
    double latitude = Double.parseDouble(query.replaceFirst(".*\\blatitude=([^&]*).*", "$1"));
    byte[] body = forecast(latitude).getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String forecast(double latitude) {
    String hours = hours("\"2026-07-14T%1$02d:00\"", 0, 0);
    String temperatures = hours("%2$.1f", latitude - 30, 0.1);
    return """
        {"latitude":%s,"longitude":0.0,"utc_offset_seconds":0,"timezone":"GMT",\
        "hourly_units":{"time":"iso8601","temperature_2m":"°C"},\
        "hourly":{"time":[%s],"temperature_2m":[%s]}}"""
        .formatted(latitude, hours, temperatures);
  }

  private static String hours(String form, double first, double more) {
    return IntStream.range(0, 24)
        .mapToObj(hour -> String.format(java.util.Locale.ROOT, form, hour, first + hour * more))
        .collect(Collectors.joining(","));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
