package io.noetl.application.analysis;

import io.noetl.application.port.ExecutionRecords;
import io.noetl.application.report.ExecutionOverview;
import io.noetl.application.report.TimelineLimits;
import io.noetl.application.report.TimelineOutline;
import io.noetl.application.report.TimelineOutline.Entry;
import io.noetl.application.report.TimelineRow;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        0,
        Long.MAX_VALUE,
        row -> folds.computeIfAbsent(row.executionId(), id -> new TimelineFold(limits)).take(row));
    return folds.entrySet().stream()
        .map(fold -> withTexts(fold.getValue().outline(fold.getKey()), records, limits.textLength()))
        .toList();
  }

  /** Texts are most of what is recorded: they are read of the rows that are kept, and of no others. */
  private static TimelineOutline withTexts(TimelineOutline outline, ExecutionRecords.Opened records, int textLength) {
    if (textLength == 0 || outline.entries().isEmpty()) {
      return outline;
    }
    Set<Long> kept = outline.entries().stream().map(entry -> entry.row().sequence()).collect(Collectors.toSet());
    Map<Long, TimelineRow> rows = new HashMap<>();
    records.texts(outline.executionId(), kept, textLength, row -> rows.put(row.sequence(), row));
    return new TimelineOutline(
        outline.executionId(),
        outline.entries().stream().map(entry -> withTexts(entry, rows.get(entry.row().sequence()))).toList(),
        outline.omitted());
  }

  private static Entry withTexts(Entry entry, @Nullable TimelineRow row) {
    return row == null ? entry : new Entry(row, entry.depth(), entry.critical(), entry.omitted());
  }
}
