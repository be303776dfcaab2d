package io.noetl.application.analysis;

import io.noetl.application.report.TimelineRow;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows that decided when an execution ended. The execution itself is one; of the rows within a critical one, the one
 * that ended last is critical, then the one that ended last before that began, and so on back to the beginning.
 */
final class CriticalPath {

  private static final Comparator<TimelineRow> LATEST_END_FIRST =
      Comparator.comparing(CriticalPath::end).reversed().thenComparing(TimelineRow::sequence, Comparator.reverseOrder());

  private CriticalPath() {}

  /**
   * The sequences of the critical rows.
   *
   * @param rows of one execution, each after the one it lies in
   */
  static Set<Long> of(List<TimelineRow> rows) {
    Map<Long, List<TimelineRow>> within = new HashMap<>();
    Deque<TimelineRow> open = new ArrayDeque<>();
    for (TimelineRow row : rows) {
      Long parent = row.parentSequence();
      if (parent == null) {
        open.add(row);
      } else if (row.endedAt() != null) {
        within.computeIfAbsent(parent, key -> new ArrayList<>()).add(row);
      }
    }
    Set<Long> critical = new HashSet<>();
    while (!open.isEmpty()) {
      TimelineRow row = open.remove();
      critical.add(row.sequence());
      open.addAll(chain(within.getOrDefault(row.sequence(), List.of())));
    }
    return critical;
  }

  private static List<TimelineRow> chain(List<TimelineRow> siblings) {
    List<TimelineRow> chain = new ArrayList<>();
    Instant before = Instant.MAX;
    for (TimelineRow row : siblings.stream().sorted(LATEST_END_FIRST).toList()) {
      if (!end(row).isAfter(before)) {
        chain.add(row);
        before = row.startedAt();
      }
    }
    return chain;
  }

  private static Instant end(TimelineRow row) {
    Instant end = row.endedAt();
    return end == null ? row.startedAt() : end;
  }
}
