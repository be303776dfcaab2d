package io.noetl.application.analysis;

import io.noetl.application.port.Report;
import io.noetl.application.report.RecordSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Analyses recorded executions. */
public interface AnalyzeExecution {

  /**
   * Opens the records, analyses them, and hands the report over; it can be used until {@code use} returns.
   *
   * @throws io.noetl.application.error.OperationException if the records cannot be read or the filter is wrong
   */
  void analyze(Request request, Consumer<Report> use);

  /**
   * What to analyse.
   *
   * @param source what the report is about
   * @param filter an SQL condition that selects rows; null for all
   * @param baseline what the execution of {@code source} is compared with; null for no comparison. Both must then be one
   *     execution each
   */
  record Request(RecordSource source, @Nullable String filter, @Nullable RecordSource baseline) {}
}
