package io.noetl.application.analysis;

import io.noetl.application.port.ExecutionRecords;
import io.noetl.application.report.ExecutionOverview;
import io.noetl.application.report.TimelineLimits;
import io.noetl.application.report.TimelineOutline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the timelines of records as far as limits allow. */
public final class TimelineOutlines {

  private TimelineOutlines() {}

  /**
   * One outline per execution, in the order of the analysis.
   *
   * @throws io.noetl.application.error.OperationException if the records cannot be read
   */
  public static List<TimelineOutline> of(ExecutionRecords.Opened records, TimelineLimits limits) {
    Map<String, TimelineFold> folds = new LinkedHashMap<>();
    for (ExecutionOverview execution : records.analysis().executions()) {
      folds.put(execution.executionId(), new TimelineFold(limits));
    }
    records.timeline(
        limits.textLength(),
        Long.MAX_VALUE,
        row -> folds.computeIfAbsent(row.executionId(), id -> new TimelineFold(limits)).take(row));
    return folds.entrySet().stream().map(fold -> fold.getValue().outline(fold.getKey())).toList();
  }
}
