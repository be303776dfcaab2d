package io.noetl.domain.execution;

import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.time.Instant;
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
 * @param arrival the values with which branches reached the loop's end, later ones over earlier ones
 * @param stopped the failure that stopped the loop, if one did
 */
record LoopFrame(
    List<Value> items,
    long startSequence,
    Instant startedAt,
    int nextIndex,
    PersistentMap<Integer, Frame> active,
    Counts counts,
    Chain<Value> results,
    MapValue arrival,
    StepOutcome.@Nullable Failed arrivalFailure,
    StepOutcome.@Nullable Failed stopped) {

  static LoopFrame of(List<Value> items, long startSequence, Instant startedAt) {
    return new LoopFrame(
        items,
        startSequence,
        startedAt,
        0,
        PersistentMap.empty(),
        new Counts(0, 0, 0),
        Chain.empty(),
        Value.EMPTY_MAP,
        null,
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

  LoopFrame withActive(int index, Frame frame) {
    return new LoopFrame(
        items,
        startSequence,
        startedAt,
        Math.max(nextIndex, index + 1),
        active.with(index, frame),
        counts,
        results,
        arrival,
        arrivalFailure,
        stopped);
  }

  LoopFrame withFiltered(int index) {
    Counts more = new Counts(counts.processed, counts.filtered + 1, counts.failed);
    return new LoopFrame(
        items, startSequence, startedAt, index + 1, active, more, results, arrival, arrivalFailure, stopped);
  }

  /**
   * This loop after an item ended.
   *
   * @param result what the item adds to the results; null when they are not kept
   * @param failed whether the item failed
   * @param stop the failure, when it stops the loop
   */
  LoopFrame withoutActive(
      int index, @Nullable Value result, boolean failed, StepOutcome.@Nullable Failed stop) {
    Counts more = new Counts(counts.processed + 1, counts.filtered, counts.failed + (failed ? 1 : 0));
    return new LoopFrame(
        items,
        startSequence,
        startedAt,
        nextIndex,
        active.without(index),
        more,
        result == null ? results : results.withFirst(result),
        arrival,
        arrivalFailure,
        stopped == null ? stop : stopped);
  }

  LoopFrame withArrival(MapValue with, StepOutcome.@Nullable Failed failure) {
    MapValue merged = Frame.merge(arrival, with);
    return new LoopFrame(
        items,
        startSequence,
        startedAt,
        nextIndex,
        active,
        counts,
        results,
        merged,
        failure == null ? arrivalFailure : failure,
        stopped);
  }
}
