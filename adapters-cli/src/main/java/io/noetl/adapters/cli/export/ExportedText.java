package io.noetl.adapters.cli.export;

import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.application.port.ExecutionDataExporter.ExportedFile;
import io.noetl.domain.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** An exported file, as a line and as JSON. */
final class ExportedText {

  private ExportedText() {}

  static String line(String executionId, ExportedFile file) {
    return "%s: %d rows, %d bytes, verified, execution %s"
        .formatted(
            LineText.of(file.path().toString()), file.rows(), file.bytes(), LineText.of(executionId));
  }

  static Value document(String executionId, ExportedFile file) {
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("execution_id", Value.of(executionId));
    entries.put("path", Value.of(file.path().toString()));
    entries.put("rows", Value.of(file.rows()));
    entries.put("bytes", Value.of(file.bytes()));
    entries.put("verified", Value.TRUE);
    return Value.of(entries);
  }
}
