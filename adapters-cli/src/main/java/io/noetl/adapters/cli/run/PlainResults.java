package io.noetl.adapters.cli.run;

import io.noetl.adapters.cli.terminal.DurationText;
import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.adapters.cli.terminal.Style;
import io.noetl.application.port.ExecutionDataExporter.ExportedFile;
import io.noetl.application.run.RunReport;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.TextValue;
import java.util.function.Consumer;

/** The answer of {@code run} as lines: a line per step, an empty line, and a summary. */
final class PlainResults {

  private PlainResults() {}

  static void write(RunReport report, Style style, Consumer<String> lines) {
    report.steps().entries().forEach((step, value) -> lines.accept(LineText.of(step) + ": " + text(value)));
    if (!report.steps().entries().isEmpty()) {
      lines.accept("");
    }
    lines.accept("playbook: " + LineText.of(report.playbook()));
    lines.accept("execution: " + report.executionId());
    lines.accept("status: " + style.status(report.status().text()));
    lines.accept("duration: " + DurationText.of(ResultsDocument.seconds(report)));
    lines.accept("errors: " + report.errorCount());
    lines.accept("store: " + report.store());
    ExportedFile file = report.export();
    if (file != null) {
      lines.accept("export: %s (%d rows, %d bytes, verified)".formatted(file.path(), file.rows(), file.bytes()));
    }
  }

  /** Text of one line stands as it is; everything else is JSON. */
  private static String text(Value value) {
    boolean oneLine = value instanceof TextValue text && LineText.of(text.value()).equals(text.value());
    return oneLine ? ((TextValue) value).value() : JsonWriter.write(value);
  }
}
