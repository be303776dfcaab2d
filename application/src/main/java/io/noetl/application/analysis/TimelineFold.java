package io.noetl.application.analysis;

import io.noetl.application.report.TimelineLimits;
import io.noetl.application.report.TimelineOutline;
import io.noetl.application.report.TimelineOutline.Omitted;
import io.noetl.application.report.TimelineRow;
import io.noetl.domain.event.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds the timeline of one execution, row by row in the order of starts, into an outline. A row is kept if the one it lies
 * in is kept and has room: memory grows with what is kept, and not with what is read.
 */
final class TimelineFold {

  private final TimelineLimits limits;
  private final Map<Long, Kept> kept = new HashMap<>();
  private final List<Kept> order = new ArrayList<>();
  private long omittedCount;
  private long omittedFailures;

  TimelineFold(TimelineLimits limits) {
    this.limits = limits;
  }

  void take(TimelineRow row) {
    Long parentSequence = row.parentSequence();
    Kept parent = parentSequence == null ? null : kept.get(parentSequence);
    if (parentSequence != null && parent == null) {
      return;
    }
    boolean failed = row.status().equals(Status.ERROR.text());
    if (order.size() < limits.rows() && (parent == null || parent.hasRoomFor(failed, limits))) {
      Kept node = new Kept(row, parent);
      kept.put(row.sequence(), node);
      order.add(node);
    } else if (parent != null) {
      parent.omit(failed);
    } else {
      omittedCount++;
      omittedFailures += failed ? 1 : 0;
    }
  }

  TimelineOutline outline(String executionId) {
    Set<Long> critical = CriticalPath.of(order.stream().map(node -> node.row).toList());
    List<TimelineOutline.Entry> entries =
        order.stream().map(node -> node.entry(critical.contains(node.row.sequence()))).toList();
    return new TimelineOutline(executionId, entries, new Omitted(omittedCount, omittedFailures));
  }

  /** A row that is kept, and what it holds. */
  private static final class Kept {

    private final TimelineRow row;
    private final int depth;
    private int first;
    private int failures;
    private long omittedCount;
    private long omittedFailures;

    Kept(TimelineRow row, @Nullable Kept parent) {
      this.row = row;
      this.depth = parent == null ? 0 : parent.depth + 1;
    }

    boolean hasRoomFor(boolean failed, TimelineLimits limits) {
      int most =
          switch (row.kind()) {
            case LOOP -> limits.iterations();
            case EXECUTION, PLAYBOOK, STEP, ITERATION, TASK -> limits.children();
          };
      if (first < most) {
        first++;
        return true;
      }
      if (failed && failures < limits.failures()) {
        failures++;
        return true;
      }
      return false;
    }

    void omit(boolean failed) {
      omittedCount++;
      omittedFailures += failed ? 1 : 0;
    }

    TimelineOutline.Entry entry(boolean critical) {
      return new TimelineOutline.Entry(row, depth, critical, new Omitted(omittedCount, omittedFailures));
    }
  }
}
