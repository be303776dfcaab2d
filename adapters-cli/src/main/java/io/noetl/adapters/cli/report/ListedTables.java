package io.noetl.adapters.cli.report;

import io.noetl.adapters.cli.query.AnswerSink;
import io.noetl.adapters.cli.query.CsvSink;
import io.noetl.adapters.cli.query.JsonSink;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.application.analysis.ReportTable;
import io.noetl.application.analysis.TableColumn;
import io.noetl.application.port.Report;

/** Prints single tables in the form that is asked for. */
final class ListedTables {

  private final Report report;
  private final Terminal terminal;

  ListedTables(Report report, Terminal terminal) {
    this.report = report;
    this.terminal = terminal;
  }

  void print(ReportTable table, ReportFormat format) {
    switch (format) {
      case TEXT -> new TextTable(report, terminal).print(TextColumns.of(table), Long.MAX_VALUE);
      case CSV -> print(table, new CsvSink(terminal.out()));
      case JSON -> print(table, new JsonSink(terminal.out()));
    }
  }

  private void print(ReportTable table, AnswerSink sink) {
    sink.columns(table.columns().stream().map(TableColumn::name).toList());
    table.rows(report, 0, Long.MAX_VALUE, sink::row);
    sink.finish();
  }
}
