package io.noetl.adapters.cli.report;

import io.noetl.adapters.cli.query.CsvSink;
import io.noetl.application.analysis.ReportTable;
import io.noetl.application.analysis.TableColumn;
import io.noetl.application.analysis.WriteReport.Written;
import io.noetl.application.port.Report;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells programs what was written. */
final class WrittenFiles {

  private WrittenFiles() {}

  /** A record per file. */
  static void csv(List<Written> files, PrintStream out) {
    CsvSink sink = new CsvSink(out);
    sink.columns(List.of("file", "bytes"));
    files.forEach(file -> sink.row(List.of(Value.of(file.file().toString()), Value.of(file.bytes()))));
    sink.finish();
  }

  /** One document: the summary, the comparison if there is one, and the files. */
  static void json(Report report, List<Written> files, PrintStream out) {
    Map<String, Value> document = new LinkedHashMap<>();
    document.put("source", Value.of(report.analysis().source()));
    document.put("summary", Value.of(summary(report)));
    if (report.comparison() != null) {
      document.put("comparison", ComparisonDocument.of(report.comparison()));
    }
    document.put("files", Value.of(files.stream().map(WrittenFiles::document).toList()));
    out.println(JsonWriter.writeIndented(Value.of(document)));
  }

  private static List<Value> summary(Report report) {
    List<Value> executions = new ArrayList<>();
    List<TableColumn> columns = ReportTable.SUMMARY.columns();
    ReportTable.SUMMARY.rows(
        report,
        0,
        Long.MAX_VALUE,
        row -> {
          Map<String, Value> entries = new LinkedHashMap<>();
          for (int column = 0; column < row.size(); column++) {
            entries.put(columns.get(column).name(), row.get(column));
          }
          executions.add(Value.of(entries));
        });
    return executions;
  }

  private static Value document(Written file) {
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("file", Value.of(file.file().toString()));
    entries.put("bytes", Value.of(file.bytes()));
    return Value.of(entries);
  }
}
