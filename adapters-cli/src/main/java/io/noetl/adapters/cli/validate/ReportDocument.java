package io.noetl.adapters.cli.validate;

import io.noetl.application.run.ValidationReport;
import io.noetl.application.run.ValidationReport.Finding;
import io.noetl.application.run.ValidationReport.Severity;
import io.noetl.domain.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found, as JSON: <code>{"files": [{"file": …, "problems": [{"severity": "error|warning", "line": 1, "column": 1,
 * "message": …}]}], "errors": 1, "warnings": 0}</code>. The line and the column of a file that cannot be read are null.
 */
final class ReportDocument {

  private ReportDocument() {}

  /** All files together. */
  static Value of(List<Value> files, Tally tally) {
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("files", Value.of(files));
    entries.put("errors", Value.of(tally.errors()));
    entries.put("warnings", Value.of(tally.warnings()));
    return Value.of(entries);
  }

  /** One file. */
  static Value of(ValidationReport report) {
    List<Value> problems =
        switch (report) {
          case ValidationReport.Unreadable unreadable ->
              List.of(problem(Severity.ERROR, Value.NULL, Value.NULL, unreadable.message()));
          case ValidationReport.Checked checked -> checked.findings().stream().map(ReportDocument::problem).toList();
        };
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("file", Value.of(report.file()));
    entries.put("problems", Value.of(problems));
    return Value.of(entries);
  }

  private static Value problem(Finding finding) {
    Value line = Value.of(finding.problem().position().line());
    Value column = Value.of(finding.problem().position().column());
    return problem(finding.severity(), line, column, finding.problem().message());
  }

  private static Value problem(Severity severity, Value line, Value column, String message) {
    String word =
        switch (severity) {
          case ERROR -> "error";
          case WARNING -> "warning";
        };
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("severity", Value.of(word));
    entries.put("line", line);
    entries.put("column", column);
    entries.put("message", Value.of(message));
    return Value.of(entries);
  }
}
