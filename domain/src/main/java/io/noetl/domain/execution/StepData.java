package io.noetl.domain.execution;

import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The data of the last run of each step of a scope, in the order in which the steps first ran. Immutable. */
record StepData(PersistentMap<String, Entry> entries) {

  static final StepData NONE = new StepData(PersistentMap.empty());

  /** @param place how many steps had data before it */
  record Entry(int place, Value data) {}

  StepData with(String step, Value data) {
    Entry known = entries.get(step);
    int place = known == null ? entries.size() : known.place();
    return new StepData(entries.with(step, new Entry(place, data)));
  }

  MapValue asMap() {
    Map<Integer, String> steps = new TreeMap<>();
    Map<String, Value> data = new LinkedHashMap<>();
    entries.forEach((step, entry) -> steps.put(entry.place(), step));
    entries.forEach((step, entry) -> data.put(step, entry.data()));
    Map<String, Value> ordered = new LinkedHashMap<>();
    steps.values().forEach(step -> ordered.put(step, data.getOrDefault(step, Value.NULL)));
    return Value.of(ordered);
  }
}
