package io.noetl.benchmarks;

import io.noetl.adapters.duckdb.store.DuckDbEventStores;
import io.noetl.adapters.parquet.verifier.ParquetExportInspector;
import io.noetl.adapters.parquet.writer.ParquetExecutionDataExporter;
import io.noetl.adapters.playbook.items.JsonLinesItemFiles;
import io.noetl.adapters.playbook.reader.YamlPayloadSource;
import io.noetl.adapters.playbook.reader.YamlPlaybookSource;
import io.noetl.adapters.playbook.template.JinjaTemplateEngine;
import io.noetl.adapters.tasks.LocalTaskRunners;
import io.noetl.application.port.Environment;
import io.noetl.application.run.Cancellation;
import io.noetl.application.run.ExecutionListener;
import io.noetl.application.run.PlaybookDriver;
import io.noetl.application.run.RunReport;
import io.noetl.application.run.RunRequest;
import io.noetl.domain.event.Status;
import io.noetl.domain.template.TemplateEngine;
import java.io.BufferedWriter;
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
 * Loops at scale, in one process with the heap that it is given: a parallel loop over the records of a file, with the
 * live heap watched, and requests side by side to a server in a process of its own.
 */
public final class ScaleBenchmark {

  private static final int REQUESTS = 10_000;

  private final TimedStores stores = new TimedStores(new DuckDbEventStores());
  private final PlaybookDriver program;
  private final Path playbooks;
  private final Path scratch;

  private ScaleBenchmark(Path playbooks, Path scratch) {
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
            new JsonLinesItemFiles(),
            Environment.EMPTY,
            Clock.systemUTC(),
            () -> UUID.randomUUID().toString(),
            "benchmark");
  }

  /**
   * Prints a line per run on standard error and one JSON line on standard output.
   *
   * @param arguments the playbooks, a scratch folder, {@code items} or {@code requests}, how many items or rounds, and for
   *     requests the server's address
   */
  public static void main(String[] arguments) throws IOException {
    ScaleBenchmark benchmark = new ScaleBenchmark(Path.of(arguments[0]), Path.of(arguments[1]));
    int count = Integer.parseInt(arguments[3]);
    System.out.println(arguments[2].equals("items") ? benchmark.items(count) : benchmark.requests(count, arguments[4]));
  }

  private String items(int count) throws IOException {
    Path file = scratch.resolve("items.jsonl");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < count; i++) {
        out.write("{\"n\": " + i + ", \"name\": \"item " + i + "\"}\n");
      }
    }
    LiveHeap heap = new LiveHeap();
    double seconds = run("items.yaml", List.of("file=" + file));
    return String.format(
        Locale.ROOT,
        "{\"items\": %d, \"seconds\": %.1f, \"items_per_second\": %.0f, \"live_heap_mb_by_quarter\": %s,"
            + " \"max_heap_mb\": %d, \"peak_resident_mb\": %d}",
        count, seconds, count / seconds, heap.quarters(), Runtime.getRuntime().maxMemory() >> 20, LiveHeap.peakResidentMegabytes());
  }

  private String requests(int rounds, String url) throws IOException {
    double cold = REQUESTS / run("requests.yaml", List.of("url=" + url, "count=" + REQUESTS));
    List<Double> warm = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      warm.add(REQUESTS / run("requests.yaml", List.of("url=" + url, "count=" + REQUESTS)));
      System.err.printf(Locale.ROOT, "round %d: %.0f requests/s%n", round, warm.getLast());
    }
    return String.format(
        Locale.ROOT,
        "{\"requests\": %d, \"concurrency\": 64, \"first_run_requests_per_second\": %.0f,"
            + " \"requests_per_second\": %.0f, \"rounds\": %d, \"max_heap_mb\": %d}",
        REQUESTS, cold, Median.of(warm.stream().mapToDouble(Double::doubleValue).toArray()), rounds,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  private double run(String playbook, List<String> values) throws IOException {
    Path store = Files.createTempDirectory(scratch, "scale").resolve("noetl.duckdb");
    RunRequest defaults = RunRequest.of(playbooks.resolve(playbook), store.toString());
    RunRequest request =
        new RunRequest(
            defaults.playbook(),
            new RunRequest.Payload(null, null, values, false),
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
