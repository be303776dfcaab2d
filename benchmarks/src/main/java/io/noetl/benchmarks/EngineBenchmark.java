package io.noetl.benchmarks;

import com.sun.net.httpserver.HttpServer;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.TaskRunners;
import io.noetl.application.run.Cancellation;
import io.noetl.application.run.ExecutionListener;
import io.noetl.application.run.RunPlaybook;
import io.noetl.application.run.RunReport;
import io.noetl.application.run.RunRequest;
import io.noetl.bootstrap.LocalPrograms;
import io.noetl.domain.event.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;

/**
 * How fast playbooks run, in this process, with every event stored in a DuckDB file. Each figure is the median over
 * rounds in which the measurements take turns.
 *
 * <p>Arguments: the folder of the benchmark playbooks, a scratch folder, and the number of rounds.
 */
public final class EngineBenchmark {

  private static final int SMALL = 1_000;
  private static final int LARGE = 100_000;
  private static final int SMALL_REPEATS = 20;
  private static final int PYTHON_CALLS = 5_000;
  private static final int REQUESTS = 3_000;

  private final RunPlaybook program;
  private final Path playbooks;
  private final Path scratch;

  private EngineBenchmark(RunPlaybook program, Path playbooks, Path scratch) {
    this.program = program;
    this.playbooks = playbooks;
    this.scratch = scratch;
  }

  /** Prints a line per round on standard error and one JSON line on standard output. */
  public static void main(String[] arguments) throws IOException {
    Path playbooks = Path.of(arguments[0]);
    Path scratch = Path.of(arguments[1]);
    int rounds = Integer.parseInt(arguments[2]);
    EngineBenchmark benchmark = new EngineBenchmark(LocalPrograms.runPlaybook(), playbooks, scratch);
    HttpServer server = server();
    try {
      System.out.println(benchmark.run(rounds, "http://127.0.0.1:" + server.getAddress().getPort()));
    } finally {
      server.stop(0);
    }
  }

  private String run(int rounds, String url) throws IOException {
    double[] small = new double[rounds];
    double[] large = new double[rounds];
    double[] wholeLarge = new double[rounds];
    double[] python = new double[rounds];
    double[] http = new double[rounds];
    measureAll(url, true);
    for (int round = 0; round < rounds; round++) {
      double[] figures = measureAll(url, false);
      small[round] = figures[0];
      large[round] = figures[1];
      python[round] = figures[2];
      http[round] = figures[3];
      wholeLarge[round] = figures[4];
      System.err.printf(
          Locale.ROOT,
          "round %d: %.1f µs/iteration at %d, %.1f µs at %d, %.0f python calls/s, %.0f requests/s%n",
          round + 1, figures[0] * 1e6, SMALL, figures[1] * 1e6, LARGE, figures[2], figures[3]);
    }
    return String.format(
        Locale.ROOT,
        "{\"iterations_per_second\": %.0f, \"time_ratio_100000_to_1000\": %.3f, \"python_calls_per_second\": %.0f,"
            + " \"http_requests_per_second\": %.0f, \"max_heap_mb\": %d, \"rounds\": %d}",
        1 / Median.of(wholeLarge),
        Median.of(large) / Median.of(small),
        Median.of(python),
        Median.of(http),
        Runtime.getRuntime().maxMemory() >> 20,
        rounds);
  }

  private double[] measureAll(String url, boolean warmUp) throws IOException {
    int repeats = warmUp ? 5 : SMALL_REPEATS;
    double small = 0;
    for (int i = 0; i < repeats; i++) {
      small += run("loop.yaml", SMALL, List.of()).recorded();
    }
    Seconds large = run("loop.yaml", LARGE, List.of());
    Seconds python = run("python.yaml", PYTHON_CALLS, List.of());
    Seconds http = run("http.yaml", REQUESTS, List.of("url=" + url));
    return new double[] {
      small / repeats / SMALL,
      large.recorded() / LARGE,
      PYTHON_CALLS / python.recorded(),
      REQUESTS / http.recorded(),
      large.whole() / LARGE
    };
  }

  /**
   * How long a run took.
   *
   * @param recorded from its first to its last event, as its own record has it
   * @param whole with the store opened, everything committed, and the store closed
   */
  private record Seconds(double recorded, double whole) {}

  private Seconds run(String playbook, int count, List<String> assignments) throws IOException {
    Path store = Files.createTempDirectory(scratch, "engine").resolve("noetl.duckdb");
    List<String> all = new ArrayList<>(assignments);
    all.add("count=" + count);
    RunRequest request =
        new RunRequest(
            playbooks.resolve(playbook),
            new RunRequest.Payload(null, null, all, false),
            store.toString(),
            null,
            Compression.SNAPPY,
            TaskRunners.Options.LIVE,
            RunRequest.Durability.RELAXED,
            false);
    long start = System.nanoTime();
    RunReport report = program.run(request, ExecutionListener.NONE, new Cancellation());
    double whole = (System.nanoTime() - start) / 1e9;
    if (report.status() != Status.SUCCESS) {
      throw new IllegalStateException(playbook + " failed: " + report.errors());
    }
    Files.deleteIfExists(store);
    Files.deleteIfExists(store.getParent());
    return new Seconds(Duration.between(report.startedAt(), report.completedAt()).toNanos() / 1e9, whole);
  }

  private static HttpServer server() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] body = "{\"ok\": true}".getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("content-type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return server;
  }
}
