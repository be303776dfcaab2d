package io.noetl.domain.execution;

import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A loop being run. Immutable.
 *
 * @param startSequence the sequence of its {@code loop_start}
 * @param nextIndex the first item not looked at yet
 * @param active the iterations that run, by index
 * @param results of the processed items, the last one first; stays empty when nothing reads them
 * @param arrivals how branches reached the loop's end
 * @param stopped the failure that stopped the loop, if one did
 */
record LoopFrame(
    LoopWork work,
    long startSequence,
    Instant startedAt,
    int nextIndex,
    PersistentMap<Integer, Frame> active,
    Counts counts,
    Chain<Result> results,
    Arrivals arrivals,
    StepOutcome.@Nullable Failed stopped) {

  static LoopFrame of(LoopWork work, long startSequence, Instant startedAt) {
    return new LoopFrame(
        work,
        startSequence,
        startedAt,
        0,
        PersistentMap.empty(),
        new Counts(0, 0, 0),
        Chain.empty(),
        Arrivals.NONE,
        null);
  }

  /** How many items ran (the failed ones among them), were filtered out, and failed. */
  record Counts(long processed, long filtered, long failed) {

    MapValue asMap(int items) {
      Map<String, Value> map = new LinkedHashMap<>();
      map.put("items", Value.of(items));
      map.put("processed", Value.of(processed));
      map.put("filtered", Value.of(filtered));
      map.put("failed", Value.of(failed));
      return Value.of(map);
    }
  }

  /** What an item adds to the results. */
  record Result(int index, Value value) {}

  /** The counts as events have them. */
  MapValue countsMap() {
    return counts.asMap(size());
  }

  /** How many items there are, of those that have been seen so far. */
  int size() {
    return work.size(nextIndex);
  }

  /** The results in item order. */
  List<Value> resultList() {
    return results.reversed().stream()
        .sorted(Comparator.comparingInt(Result::index))
        .map(Result::value)
        .toList();
  }

  /** Whether another iteration may begin as far as the loop's own limits go. */
  boolean hasRoom() {
    return active.size() < work.concurrency() && counts.processed() + active.size() < work.limit();
  }

  LoopFrame withActive(int index, Frame frame) {
    int next = Math.max(nextIndex, index + 1);
    return new LoopFrame(
        work, startSequence, startedAt, next, active.with(index, frame), counts, results, arrivals, stopped);
  }

  LoopFrame withFiltered(int index) {
    Counts more = new Counts(counts.processed, counts.filtered + 1, counts.failed);
    return new LoopFrame(work, startSequence, startedAt, index + 1, active, more, results, arrivals, stopped);
  }

  /**
   * This loop after an item ended.
   *
   * @param result what the item adds to the results; null when they are not kept
   * @param failed whether the item failed
   * @param stop the failure, when it stops the loop
   */
  LoopFrame withoutActive(int index, @Nullable Value result, boolean failed, StepOutcome.@Nullable Failed stop) {
    Counts more = new Counts(counts.processed + 1, counts.filtered, counts.failed + (failed ? 1 : 0));
    return new LoopFrame(
        work,
        startSequence,
        startedAt,
        nextIndex,
        active.without(index),
        more,
        result == null ? results : results.withFirst(new Result(index, result)),
        arrivals,
        stopped == null ? stop : stopped);
  }

  LoopFrame withArrival(int index, MapValue with, StepOutcome.@Nullable Failed failure) {
    return new LoopFrame(
        work,
        startSequence,
        startedAt,
        nextIndex,
        active,
        counts,
        results,
        arrivals.with(index, with, failure),
        stopped);
  }
}
