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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 200 secrets of many shapes go through all that a playbook can do with them; none of them is found anywhere: neither in what
 * a run leaves behind, nor in the store and its write-ahead log (WAL) while one is under way and after it was killed.
 */
class SecretsTest {

  private static final int COUNT = 200;
  private static final int FROM_THE_ENVIRONMENT = 100;
  private static final long SEED = 20261123;

  /** The node of a task once the secrets have been used; the playbook's text has its name in no such form. */
  private static final String HOLD = "hold/hold";

  private static final String END = "    next: end\n";

  private static final String HOLDING =
      """
          next: hold
        - step: hold
          type: http
          endpoint: "{{ server }}/hold"
          retry: {max_attempts: 500, delay: 0.2, backoff: 1}
          next: end
      """;

  @TempDir private Path folder;
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/echo", exchange -> answer(exchange, 200));
    server.createContext("/fail", exchange -> answer(exchange, 500));
    server.createContext("/hold", this::hold);
    server.start();
  }

  @AfterEach
  void stop() {
    stopped.countDown();
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

  /** Asks for one attempt after the other until the WAL tells of an earlier one, and lets the run wait from then on. */
  private void hold(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    if (raw(wal()).contains(HOLD)) {
      held.countDown();
      try {
        stopped.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    exchange.sendResponseHeaders(503, -1);
    exchange.close();
  }

  @Test
  void no_secret_is_found_in_the_store_and_its_log_while_a_run_goes_on_and_after_it_was_killed() throws Exception {
    List<String> secrets = new SecretShapes(SEED).list(COUNT);
    SecretSearch search = new SecretSearch(secrets);
    Path variables = Files.writeString(folder.resolve("input.variables"), json(environment(secrets)));
    List<String> leaks = new ArrayList<>();
    try (ChildProcess noetl =
        new ChildProcess(
            folder, Surrounded.class.getName(), variables, "run", playbook(END, HOLDING), "--input",
            input(secrets), "--set", "server=" + url(), "--duckdb", folder.resolve("store.duckdb"))) {
      assertThat(held.await(120, TimeUnit.SECONDS)).as("the run came to its last task").isTrue();
      assertThat(raw(wal())).contains(HOLD, "***");
      searchFiles(search, secrets, leaks);
      noetl.kill();
    }
    assertThat(Files.size(wal())).isPositive();
    assertThat(raw(wal())).contains(HOLD, "***");
    searchFiles(search, secrets, leaks);
    List<EventLog.Row> log = EventLog.ofStore(folder.resolve("store.duckdb"));
    for (EventLog.Row row : log) {
      search.in(row.toString()).forEach(i -> leaks.add("store " + row.sequence() + " " + row.line() + ": " + secrets.get(i)));
    }
    assertThat(leaks).as("seed %d", SEED).isEmpty();
    assertThat(lines(log, "loop_iteration_complete start\\[\\d+]")).isEqualTo(COUNT);
    assertThat(lines(log, "task_start " + HOLD)).isPositive();
    assertThat(lines(log, "execution_complete .*")).isZero();
  }

  @Test
  void no_secret_is_found_in_anything_that_a_run_leaves_behind() throws IOException {
    List<String> secrets = new SecretShapes(SEED).list(COUNT);
    Path store = folder.resolve("store.duckdb");
    Path export = folder.resolve("export.parquet");
    Path recording = folder.resolve("recording.har");
    Noetl.Outcome outcome =
        Noetl.withEnvironment(
            environment(secrets), "run", playbook(END, END), "--input", input(secrets), "--set", "server=" + url(),
            "--duckdb", store, "--export", export, "--record", recording);

    assertThat(outcome.status()).as(outcome.err()).isEqualTo(1);
    SecretSearch search = new SecretSearch(secrets);
    List<EventLog.Row> log = EventLog.ofStore(store);
    assertThat(lines(log, "loop_iteration_complete start\\[\\d+]")).isEqualTo(COUNT);
    assertThat(lines(log, "task_error .*/fail")).isEqualTo(2 * COUNT);
    Map<String, String> places = new LinkedHashMap<>();
    places.put("stdout", outcome.out());
    places.put("stderr", outcome.err());
    places.put("recording", Files.readString(recording));
    log.forEach(row -> places.put("store " + row.sequence() + " " + row.line(), row.toString()));
    assertThat(EventLog.ofExport(export).equals(log)).as("the export holds the same").isTrue();
    List<String> leaks = new ArrayList<>();
    searchFiles(search, secrets, leaks);
    places.forEach((place, text) -> search.in(text).forEach(i -> leaks.add(place + ": " + secrets.get(i))));
    assertThat(leaks).as("seed %d", SEED).isEmpty();
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

  /** Looks at the bytes of all files but those that the secrets come from. */
  private void searchFiles(SecretSearch search, List<String> secrets, List<String> leaks) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(file -> !file.getFileName().toString().startsWith("input")).toList()) {
        search.plainIn(raw(file)).forEach(i -> leaks.add(file.getFileName() + ": " + secrets.get(i)));
      }
    }
  }

  private static long lines(List<EventLog.Row> log, String pattern) {
    return log.stream().filter(row -> row.line().matches(pattern)).count();
  }

  private Path wal() {
    return folder.resolve("store.duckdb.wal");
  }

  private static String raw(Path file) throws IOException {
    return Files.exists(file) ? new String(Files.readAllBytes(file), UTF_8) : "";
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The playbook, changed where its loop has ended. */
  private Path playbook(String ending, String other) throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < FROM_THE_ENVIRONMENT; i++) {
      names.add("S" + i);
    }
    String text = Files.readString(Repository.file("bootstrap/src/test/resources/secrets.yaml"));
    assertThat(text).containsOnlyOnce(ending);
    String changed = text.replace("ENVIRONMENT", names.toString()).replace(ending, other);
    return Files.writeString(folder.resolve("input.yaml"), changed);
  }

  private static Map<String, String> environment(List<String> secrets) {
    Map<String, String> environment = new HashMap<>();
    for (int i = 0; i < FROM_THE_ENVIRONMENT; i++) {
      environment.put("S" + i, secrets.get(i));
    }
    return environment;
  }

  private static String json(Map<String, String> texts) {
    Map<String, Value> values = new LinkedHashMap<>();
    texts.forEach((name, text) -> values.put(name, Value.of(text)));
    return JsonWriter.write(Value.of(values));
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
