package io.noetl.adapters.report.plot;

import io.noetl.application.report.NodeKind;
import io.noetl.application.report.TimelineRow;
import io.noetl.domain.event.Status;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the timeline's picture: when something ran, however often it did, in columns too fine to be told apart. */
final class Lane {

  /** Into how many columns a timeline is divided; more than a picture has pixels. */
  static final int COLUMNS = 4_000;

  private final BitSet busy = new BitSet(COLUMNS);
  private final BitSet open = new BitSet(COLUMNS);
  private final BitSet failed = new BitSet(COLUMNS);
  private final List<Lane> children = new ArrayList<>();
  private final @Nullable Lane parent;
  private final NodeKind kind;
  private final String name;
  private long count;
  private long failures;
  private double seconds;

  Lane(@Nullable Lane parent, NodeKind kind, String name) {
    this.parent = parent;
    this.kind = kind;
    this.name = name;
    if (parent != null) {
      parent.children.add(this);
    }
  }

  /** One run, from a column to a column, both within. */
  void add(TimelineRow row, int from, int to) {
    count++;
    seconds += row.duration() == null ? 0 : row.duration();
    if (row.endedAt() == null) {
      open.set(from, to + 1);
    } else if (row.status().equals(Status.ERROR.text())) {
      failures++;
      failed.set(from, to + 1);
    } else {
      busy.set(from, to + 1);
    }
  }

  /** Takes what another lane holds, not its children. */
  void absorb(Lane other) {
    busy.or(other.busy);
    open.or(other.open);
    failed.or(other.failed);
    count += other.count;
    failures += other.failures;
    seconds += other.seconds;
  }

  /** How much of the timeline it takes. */
  int extent() {
    BitSet all = (BitSet) busy.clone();
    all.or(open);
    all.or(failed);
    return all.cardinality();
  }

  int depth() {
    int depth = 0;
    for (Lane above = parent; above != null; above = above.parent) {
      depth++;
    }
    return depth;
  }

  @Nullable Lane parent() {
    return parent;
  }

  List<Lane> children() {
    return children;
  }

  NodeKind kind() {
    return kind;
  }

  String name() {
    return name;
  }

  long count() {
    return count;
  }

  long failures() {
    return failures;
  }

  /** The sum of the durations that are known. */
  double seconds() {
    return seconds;
  }

  BitSet busy() {
    return busy;
  }

  BitSet open() {
    return open;
  }

  BitSet failed() {
    return failed;
  }
}
