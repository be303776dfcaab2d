package io.noetl.application.analysis;

import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.history.SelectedExecution;
import io.noetl.application.history.Selection;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.EventStores;
import io.noetl.application.port.ExecutionRecords;
import io.noetl.application.port.ExportInspector;
import io.noetl.application.port.Report;
import io.noetl.application.report.Comparison;
import io.noetl.application.report.RecordSource;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens what is to be analysed, after every file proved readable, and compares where that is asked for. */
public final class ReportAnalysis implements AnalyzeExecution {

  private final ExecutionRecords records;
  private final EventStores stores;
  private final ExportFiles files;

  public ReportAnalysis(ExecutionRecords records, EventStores stores, ExportInspector inspector) {
    this.records = records;
    this.stores = stores;
    this.files = new ExportFiles(inspector);
  }

  @Override
  public void analyze(Request request, Consumer<Report> use) {
    try (ExecutionRecords.Opened opened = open(request.source(), request.filter())) {
      Comparison comparison = request.baseline() == null ? null : compared(request.baseline(), request.filter(), opened);
      use.accept(new Report(opened.analysis(), opened, comparison));
    }
  }

  private Comparison compared(RecordSource baseline, @Nullable String filter, ExecutionRecords.Opened second) {
    try (ExecutionRecords.Opened first = open(baseline, filter)) {
      requireOne(first);
      requireOne(second);
      return new ExecutionComparison(first, second).compare();
    }
  }

  private static void requireOne(ExecutionRecords.Opened opened) {
    int executions = opened.analysis().executions().size();
    if (executions != 1) {
      throw new InvalidRequestException(
          "'" + opened.analysis().source() + "' holds " + executions + " executions: one is compared with one",
          executions == 0
              ? "select events of an execution, or leave --filter away"
              : "name a file with one execution, or select it: --filter \"execution_id = '…'\"");
    }
  }

  private ExecutionRecords.Opened open(RecordSource source, @Nullable String filter) {
    return switch (source) {
      case RecordSource.Exports exports -> {
        List<Path> found = files.at(exports.location());
        yield records.openFiles(exports.location(), found, filter);
      }
      case RecordSource.Stored stored ->
          records.openStore(stored.store(), Path.of(stored.store()), executionId(stored), filter);
    };
  }

  private String executionId(RecordSource.Stored stored) {
    try (EventStore store = stores.openForReading(stored.store())) {
      return SelectedExecution.in(store, Selection.oneOf(stored.execution())).executionId();
    }
  }
}
