package io.noetl.application.analysis;

import io.noetl.application.port.ExecutionRecords;
import io.noetl.application.report.BoundedText;
import io.noetl.application.report.Comparison;
import io.noetl.application.report.Comparison.Counted;
import io.noetl.application.report.Comparison.StatusChange;
import io.noetl.application.report.Comparison.StepPlace;
import io.noetl.application.report.Comparison.ValueDifference;
import io.noetl.application.report.NodeKind;
import io.noetl.application.report.TimelineRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares two executions node by node. Of each node of the first only a digest is held, so that memory grows with the
 * number of nodes and not with what they received and yielded; the texts of the first difference are read again.
 */
final class ExecutionComparison {

  private final ExecutionRecords.Opened first;
  private final ExecutionRecords.Opened second;
  private final Map<String, Digest> unmatched = new HashMap<>();
  private final Collected<StepPlace> added = new Collected<>();
  private final Collected<StatusChange> statusChanges = new Collected<>();
  private @Nullable Pair differentInput;
  private @Nullable Pair differentOutput;

  /** Both with exactly one execution. */
  ExecutionComparison(ExecutionRecords.Opened first, ExecutionRecords.Opened second) {
    this.first = first;
    this.second = second;
  }

  Comparison compare() {
    first.timeline(Integer.MAX_VALUE, Long.MAX_VALUE, row -> unmatched.put(key(row), Digest.of(row)));
    second.timeline(Integer.MAX_VALUE, Long.MAX_VALUE, this::match);
    return new Comparison(
        first.analysis().executions().getFirst(),
        second.analysis().executions().getFirst(),
        added.counted(),
        removed(),
        statusChanges.counted(),
        DurationChanges.between(first.analysis().stepDurations(), second.analysis().stepDurations()),
        differentInput == null ? null : difference(differentInput, true),
        differentOutput == null ? null : difference(differentOutput, false));
  }

  /** A root goes by no name, so that executions of playbooks with other names are compared; attempts are told apart. */
  private static String key(TimelineRow row) {
    if (row.kind() == NodeKind.EXECUTION) {
      return "";
    }
    return row.nodeId() + "\u0000" + (row.attempt() == null ? "" : row.attempt());
  }

  private void match(TimelineRow row) {
    Digest before = unmatched.remove(key(row));
    if (before == null) {
      if (isStep(row.kind())) {
        added.add(new StepPlace(row.nodeId(), row.name(), row.status()));
      }
      return;
    }
    if (!before.status().equals(row.status())) {
      statusChanges.add(new StatusChange(row.nodeId(), row.kind(), before.status(), row.status()));
    }
    Digest after = Digest.of(row);
    if (before.input() != after.input() && earlier(before, differentInput)) {
      differentInput = new Pair(before, row.sequence(), row.nodeId(), row.kind());
    }
    if (before.output() != after.output() && row.kind() != NodeKind.EXECUTION && earlier(before, differentOutput)) {
      differentOutput = new Pair(before, row.sequence(), row.nodeId(), row.kind());
    }
  }

  private static boolean earlier(Digest digest, @Nullable Pair pair) {
    return pair == null || digest.sequence() < pair.first().sequence();
  }

  private Counted<StepPlace> removed() {
    Collected<StepPlace> removed = new Collected<>();
    unmatched.values().stream()
        .filter(digest -> isStep(digest.kind()))
        .sorted(Comparator.comparingLong(Digest::sequence))
        .forEach(digest -> removed.add(new StepPlace(digest.nodeId(), digest.name(), digest.status())));
    return removed.counted();
  }

  private static boolean isStep(NodeKind kind) {
    return switch (kind) {
      case STEP, LOOP -> true;
      case EXECUTION, PLAYBOOK, ITERATION, TASK -> false;
    };
  }

  private ValueDifference difference(Pair pair, boolean input) {
    BoundedText before = text(first, pair.first().sequence(), input);
    BoundedText after = text(second, pair.secondSequence(), input);
    JsonDifference difference =
        JsonDifference.between(before == null ? null : before.text(), after == null ? null : after.text());
    return new ValueDifference(
        pair.nodeId(), pair.kind(), difference.path(), difference.first(), difference.second());
  }

  private static @Nullable BoundedText text(ExecutionRecords.Opened records, long sequence, boolean input) {
    Found found = new Found();
    records.timeline(
        Integer.MAX_VALUE,
        Long.MAX_VALUE,
        row -> found.text = row.sequence() == sequence ? (input ? row.input() : row.output()) : found.text);
    return found.text;
  }

  /** What is kept of a node. Different texts have different hashes but for one case in 2^64. */
  private record Digest(
      long sequence, String nodeId, String name, NodeKind kind, String status, long input, long output) {

    static Digest of(TimelineRow row) {
      return new Digest(
          row.sequence(), row.nodeId(), row.name(), row.kind(), row.status(), hash(row.input()), hash(row.output()));
    }

    /** FNV-1a, 64 bit, over UTF-16. */
    private static long hash(@Nullable BoundedText text) {
      if (text == null) {
        return 0;
      }
      long hash = 0xcbf29ce484222325L;
      for (int i = 0; i < text.text().length(); i++) {
        hash = (hash ^ text.text().charAt(i)) * 0x100000001b3L;
      }
      return hash;
    }
  }

  /** A node in both. */
  private record Pair(Digest first, long secondSequence, String nodeId, NodeKind kind) {
    private Pair {
      Objects.requireNonNull(first);
    }
  }

  private static final class Found {
    private @Nullable BoundedText text;
  }

  /** The first of many, and their number. */
  private static final class Collected<T> {

    private final List<T> kept = new ArrayList<>();
    private long count;

    void add(T one) {
      count++;
      if (kept.size() < Comparison.MOST) {
        kept.add(one);
      }
    }

    Counted<T> counted() {
      return new Counted<>(kept, count);
    }
  }
}
