package io.noetl.adapters.cli.export;

import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.application.port.ExecutionDataExporter.ExportedFile;
import io.noetl.application.port.ExecutionSummary;
import io.noetl.domain.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** An exported file, as a line and as JSON. */
final class ExportedText {

  private ExportedText() {}

  static String line(ExecutionSummary execution, ExportedFile file) {
    return "%s: %d rows, %d bytes, verified, execution %s"
        .formatted(
            LineText.of(file.path().toString()), file.rows(), file.bytes(), LineText.of(execution.executionId()));
  }

  static Value document(ExecutionSummary execution, ExportedFile file) {
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("execution_id", Value.of(execution.executionId()));
    entries.put("path", Value.of(file.path().toString()));
    entries.put("rows", Value.of(file.rows()));
    entries.put("bytes", Value.of(file.bytes()));
    entries.put("verified", Value.TRUE);
    return Value.of(entries);
  }
}
