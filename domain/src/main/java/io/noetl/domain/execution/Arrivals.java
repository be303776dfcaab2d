package io.noetl.domain.execution;

import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values with which the branches of a loop's iterations reached its end. Of several under one name the last one
 * wins, in the order of the items and within an item in that of its branches, in whatever order iterations end.
 */
record Arrivals(Map<String, Arrived> values, @Nullable Failure failure) {

  static final Arrivals NONE = new Arrivals(Map.of(), null);

  /** A value and the item it came from. */
  record Arrived(int index, Value value) {}

  /** Why the values of an item are not to be had. */
  record Failure(int index, StepOutcome.Failed failed) {}

  Arrivals with(int index, MapValue with, StepOutcome.@Nullable Failed failed) {
    if (with.entries().isEmpty() && failed == null) {
      return this;
    }
    Map<String, Arrived> more = new LinkedHashMap<>(values);
    with.entries().forEach((name, value) -> {
      Arrived known = more.get(name);
      if (known == null || known.index() <= index) {
        more.put(name, new Arrived(index, value));
      }
    });
    boolean later = failure == null || failure.index() <= index;
    Failure last = failed != null && later ? new Failure(index, failed) : failure;
    return new Arrivals(Collections.unmodifiableMap(more), last);
  }

  MapValue asMap() {
    Map<String, Value> map = new LinkedHashMap<>();
    values.forEach((name, arrived) -> map.put(name, arrived.value()));
    return Value.of(map);
  }

  StepOutcome.@Nullable Failed failed() {
    return failure == null ? null : failure.failed();
  }
}
