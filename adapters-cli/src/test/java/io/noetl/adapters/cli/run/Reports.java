package io.noetl.adapters.cli.run;

import io.noetl.application.error.OperationException;
import io.noetl.application.port.ExecutionDataExporter.ExportedFile;
import io.noetl.application.run.RunReport;
import io.noetl.application.run.RunReport.Failure;
import io.noetl.domain.event.Status;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value.MapValue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports of runs. */
final class Reports {

  static final ExportedFile FILE = new ExportedFile(Path.of("out/e.parquet"), 53, 9120);

  static final Failure FAILURE = new Failure("fetch", "fetch", "GET http://w/ answered 503", "w.yaml:12:5");

  private Reports() {}

  static RunReport of(Status status) {
    return of(status, "{}", List.of(), 0, "data/noetl.duckdb", null, null);
  }

  static RunReport failed(List<Failure> failures, long count, String store) {
    return of(Status.ERROR, "{}", failures, count, store, null, null);
  }

  static RunReport of(
      Status status,
      String steps,
      List<Failure> failures,
      long count,
      String store,
      @Nullable ExportedFile export,
      @Nullable OperationException exportProblem) {
    return new RunReport(
        "0190-e1",
        "weather",
        "examples/weather",
        "0.1.0",
        status,
        Instant.parse("2026-01-31T09:05:00.000001Z"),
        Instant.parse("2026-01-31T09:05:01.234567Z"),
        (MapValue) JsonReader.read(steps),
        failures,
        count,
        store,
        export,
        exportProblem);
  }
}
