package io.noetl.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 200 secrets of many shapes go through all that a playbook can do with them; none of them is found anywhere. */
class SecretsTest {

  private static final int COUNT = 200;
  private static final int FROM_THE_ENVIRONMENT = 100;

  @TempDir private Path folder;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/echo", exchange -> answer(exchange, 200));
    server.createContext("/fail", exchange -> answer(exchange, 500));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** Sends back all that it was sent. */
  private static void answer(HttpExchange exchange, int status) throws IOException {
    Map<String, Value> answer = new LinkedHashMap<>();
    answer.put("url", Value.of(exchange.getRequestURI().toString()));
    answer.put("decoded", Value.of(exchange.getRequestURI().getQuery() + exchange.getRequestURI().getPath()));
    answer.put("headers", Value.of(exchange.getRequestHeaders().values().toString()));
    answer.put("body", Value.of(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    byte[] body = JsonWriter.write(Value.of(answer)).getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void no_secret_is_found_in_anything_that_a_run_leaves_behind() throws IOException {
    long seed = 20261123;
    List<String> secrets = new SecretShapes(seed).list(COUNT);
    Path store = folder.resolve("store.duckdb");
    Path export = folder.resolve("export.parquet");
    Path recording = folder.resolve("recording.har");
    Noetl.Outcome outcome =
        Noetl.withEnvironment(
            environment(secrets), "run", playbook(), "--input", input(secrets), "--set", "server=" + url(),
            "--duckdb", store, "--export", export, "--record", recording);

    assertThat(outcome.status()).as(outcome.err()).isEqualTo(1);
    SecretSearch search = new SecretSearch(secrets);
    List<EventLog.Row> log = EventLog.ofStore(store);
    assertThat(log.stream().filter(row -> row.line().matches("loop_iteration_complete start\\[\\d+]")).count()).isEqualTo(COUNT);
    assertThat(log.stream().filter(row -> row.line().matches("task_error .*/fail")).count()).isEqualTo(2 * COUNT);
    Map<String, String> places = new LinkedHashMap<>();
    places.put("stdout", outcome.out());
    places.put("stderr", outcome.err());
    places.put("recording", Files.readString(recording));
    log.forEach(row -> places.put("store " + row.sequence() + " " + row.line(), row.toString()));
    assertThat(EventLog.ofExport(export).equals(log)).as("the export holds the same").isTrue();
    List<String> leaks = new ArrayList<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(file -> !file.getFileName().toString().startsWith("input")).toList()) {
        String text = new String(Files.readAllBytes(file), UTF_8);
        search.plainIn(text).forEach(i -> leaks.add(file.getFileName() + ": " + secrets.get(i)));
      }
    }
    places.forEach((place, text) -> search.in(text).forEach(i -> leaks.add(place + ": " + secrets.get(i))));
    assertThat(leaks).as("seed %d", seed).isEmpty();
    assertThat(outcome.out()).contains("***");
    assertThat(Files.readString(recording)).contains("***");
  }

  @Test
  void the_search_finds_what_is_not_hidden() {
    List<String> secrets = List.of("pass\"word/1", "straße-42");
    SecretSearch search = new SecretSearch(secrets);

    assertThat(search.in("nothing of it")).isEmpty();
    assertThat(search.in("a PASS\"WORD/1 b")).containsExactly(0);
    assertThat(search.in("{\"a\": \"{\\\"a\\\": \\\"pass\\\\\\\"word/1\\\"}\"}")).containsExactly(0);
    assertThat(search.in("q=pass%22word%2F1")).containsExactly(0);
    assertThat(search.in("eHBhc3Mid29yZC8xeQ==")).containsExactly(0);
    assertThat(search.in("q=stra%C3%9Fe-42 STRASSE-42")).containsExactly(1);
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private Path playbook() throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < FROM_THE_ENVIRONMENT; i++) {
      names.add("S" + i);
    }
    String text = Files.readString(Repository.file("bootstrap/src/test/resources/secrets.yaml"));
    return Files.writeString(folder.resolve("input.yaml"), text.replace("ENVIRONMENT", names.toString()));
  }

  private static Map<String, String> environment(List<String> secrets) {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < FROM_THE_ENVIRONMENT; i++) {
      environment.put("S" + i, secrets.get(i));
    }
    return environment;
  }

  private Path input(List<String> secrets) throws IOException {
    Map<String, Value> vault = new LinkedHashMap<>();
    for (int i = FROM_THE_ENVIRONMENT; i < COUNT; i++) {
      vault.put("k" + i, Value.of(secrets.get(i)));
    }
    String json = JsonWriter.write(Value.of(Map.of("vault", Value.of(vault))));
    return Files.writeString(folder.resolve("input.json"), json);
  }
}
