package io.noetl.adapters.cli.run;

import io.noetl.adapters.cli.terminal.InstantText;
import io.noetl.application.port.ExecutionDataExporter.ExportedFile;
import io.noetl.application.run.RunReport;
import io.noetl.application.run.RunReport.Failure;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer of {@code run} as one JSON object. */
final class ResultsDocument {

  private ResultsDocument() {}

  static MapValue of(RunReport report) {
    Map<String, Value> document = new LinkedHashMap<>();
    document.put("execution_id", Value.of(report.executionId()));
    document.put("playbook", Value.of(report.playbook()));
    document.put("path", Value.of(report.path()));
    document.put("version", Value.of(report.version()));
    document.put("status", Value.of(report.status().text()));
    document.put("started_at", Value.of(InstantText.microseconds(report.startedAt())));
    document.put("completed_at", Value.of(InstantText.microseconds(report.completedAt())));
    document.put("duration", Value.of(seconds(report)));
    document.put("steps", report.steps());
    document.put("errors", Value.of(report.errors().stream().map(ResultsDocument::failure).toList()));
    if (report.errorCount() > report.errors().size()) {
      document.put("errors_total", Value.of(report.errorCount()));
    }
    document.put("store", Value.of(report.store()));
    document.put("export", export(report.export()));
    return Value.of(document);
  }

  /** From start to completion, in seconds to the microsecond. */
  static double seconds(RunReport report) {
    return ChronoUnit.MICROS.between(report.startedAt(), report.completedAt()) / 1e6;
  }

  private static Value failure(Failure failure) {
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("node_id", Value.of(failure.nodeId()));
    entries.put("step", Value.of(failure.step()));
    entries.put("error", Value.of(failure.error()));
    entries.put("at", Value.of(failure.at()));
    return Value.of(entries);
  }

  private static Value export(@Nullable ExportedFile file) {
    if (file == null) {
      return Value.NULL;
    }
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("path", Value.of(file.path().toString()));
    entries.put("rows", Value.of(file.rows()));
    entries.put("bytes", Value.of(file.bytes()));
    entries.put("verified", Value.TRUE);
    return Value.of(entries);
  }
}
