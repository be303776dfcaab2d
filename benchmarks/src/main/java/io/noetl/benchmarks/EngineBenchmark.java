package io.noetl.benchmarks;

import com.sun.net.httpserver.HttpServer;
import io.noetl.adapters.duckdb.store.DuckDbEventStores;
import io.noetl.adapters.parquet.verifier.ParquetExportInspector;
import io.noetl.adapters.parquet.writer.ParquetExecutionDataExporter;
import io.noetl.adapters.playbook.reader.YamlPayloadSource;
import io.noetl.adapters.playbook.reader.YamlPlaybookSource;
import io.noetl.adapters.playbook.template.JinjaTemplateEngine;
import io.noetl.adapters.tasks.LocalTaskRunners;
import io.noetl.application.run.Cancellation;
import io.noetl.application.run.ExecutionListener;
import io.noetl.application.run.PlaybookDriver;
import io.noetl.application.run.RunPlaybook;
import io.noetl.application.run.RunReport;
import io.noetl.application.run.RunRequest;
import io.noetl.domain.event.Status;
import io.noetl.domain.template.TemplateEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * How fast playbooks run, in this process, with every event stored in a DuckDB file. Times are from the first event of a
 * run until all of its events are durable; each figure is the median over rounds in which the measurements take turns,
 * after one uncounted round.
 *
 * <p>Arguments: the folder of the benchmark playbooks, a scratch folder, and the number of rounds.
 */
public final class EngineBenchmark {

  private static final int SMALL = 1_000;
  private static final int LARGE = 100_000;
  private static final int SMALL_REPEATS = 20;
  private static final int PYTHON_CALLS = 5_000;
  private static final int REQUESTS = 3_000;

  private final TimedStores stores = new TimedStores(new DuckDbEventStores());
  private final RunPlaybook program;
  private final Path playbooks;
  private final Path scratch;

  private EngineBenchmark(Path playbooks, Path scratch) {
    this.playbooks = playbooks;
    this.scratch = scratch;
    TemplateEngine templates = new JinjaTemplateEngine();
    this.program =
        new PlaybookDriver(
            new YamlPlaybookSource(templates, Set.of("http", "python")),
            new YamlPayloadSource(),
            templates,
            new LocalTaskRunners(System.getenv("PATH"), "benchmark", Clock.systemUTC()),
            stores,
            new ParquetExecutionDataExporter(new ParquetExportInspector()),
            Clock.systemUTC(),
            () -> UUID.randomUUID().toString(),
            "benchmark");
  }

  /** Prints a line per round on standard error and one JSON line on standard output. */
  public static void main(String[] arguments) throws IOException {
    int rounds = Integer.parseInt(arguments[2]);
    HttpServer server = LoopbackServer.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort();
      System.out.println(new EngineBenchmark(Path.of(arguments[0]), Path.of(arguments[1])).run(rounds, url));
    } finally {
      server.stop(0);
    }
  }

  /**
   * One round.
   *
   * @param small seconds per iteration of the small loop
   * @param large seconds per iteration of the large loop
   * @param python calls per second
   * @param http requests per second
   */
  private record Figures(double small, double large, double python, double http) {}

  private String run(int rounds, String url) throws IOException {
    measure(url);
    List<Figures> figures = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      Figures measured = measure(url);
      figures.add(measured);
      System.err.printf(
          Locale.ROOT,
          "round %d: %.1f µs/iteration at %d, %.1f µs at %d, %.0f python calls/s, %.0f requests/s%n",
          round, measured.small() * 1e6, SMALL, measured.large() * 1e6, LARGE, measured.python(), measured.http());
    }
    double large = Median.of(figures.stream().mapToDouble(Figures::large).toArray());
    double ratio = Median.of(figures.stream().mapToDouble(each -> each.large() / each.small()).toArray());
    return String.format(
        Locale.ROOT,
        "{\"iterations_per_second\": %.0f, \"time_ratio_100000_to_1000\": %.3f, \"python_calls_per_second\": %.0f,"
            + " \"http_requests_per_second\": %.0f, \"max_heap_mb\": %d, \"engine_rounds\": %d}",
        1 / large,
        ratio,
        Median.of(figures.stream().mapToDouble(Figures::python).toArray()),
        Median.of(figures.stream().mapToDouble(Figures::http).toArray()),
        Runtime.getRuntime().maxMemory() >> 20,
        rounds);
  }

  private Figures measure(String url) throws IOException {
    double small = 0;
    for (int i = 0; i < SMALL_REPEATS; i++) {
      small += seconds("loop.yaml", SMALL, url);
    }
    double large = seconds("loop.yaml", LARGE, url);
    double python = seconds("python.yaml", PYTHON_CALLS, url);
    double http = seconds("http.yaml", REQUESTS, url);
    return new Figures(small / SMALL_REPEATS / SMALL, large / LARGE, PYTHON_CALLS / python, REQUESTS / http);
  }

  private double seconds(String playbook, int count, String url) throws IOException {
    Path store = Files.createTempDirectory(scratch, "engine").resolve("noetl.duckdb");
    RunRequest defaults = RunRequest.of(playbooks.resolve(playbook), store.toString());
    RunRequest request =
        new RunRequest(
            defaults.playbook(),
            new RunRequest.Payload(null, null, List.of("count=" + count, "url=" + url), false),
            defaults.store(),
            null,
            defaults.compression(),
            defaults.tasks(),
            defaults.durability(),
            false);
    RunReport report = program.run(request, ExecutionListener.NONE, new Cancellation());
    if (report.status() != Status.SUCCESS) {
      throw new IllegalStateException(playbook + " failed: " + report.errors());
    }
    Files.deleteIfExists(store);
    Files.deleteIfExists(store.getParent());
    return stores.seconds();
  }
}
