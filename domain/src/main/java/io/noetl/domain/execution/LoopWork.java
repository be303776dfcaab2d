package io.noetl.domain.execution;

import io.noetl.domain.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a loop that begins has to do. Found again from the same state when events are folded, instead of being kept in
 * the log.
 *
 * @param items the items in their order; null when they come from a file, as the loop goes
 * @param path the file they come from; null when they are known
 * @param limit how many items are processed at most
 * @param concurrency how many iterations run at a time, 1 or more
 */
record LoopWork(@Nullable List<Value> items, @Nullable String path, long limit, int concurrency) {

  /** No items at all. */
  static final LoopWork NOTHING = new LoopWork(List.of(), null, Long.MAX_VALUE, 1);

  /** How many items there are, of those that have been seen so far. */
  int size(int seen) {
    return items == null ? seen : items.size();
  }
}
