package io.noetl.adapters.duckdb.store;

import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.EventColumn;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/**
 * What cursors pack the texts of batches into, handed on from one that is closed to the next: it lies outside of the Java heap, so
 * that it would be given back to the machine only when the collector happens to look at it. What long texts asked for is not
 * kept. For any number of threads.
 */
final class TextMemory {

  /** Of one cursor: more than the columns of any batch have together but for long texts in several of them. */
  private static final int MOST_KEPT_BYTES = 24 << 20;

  /** Of as many cursors as are likely to read at once. */
  private static final int MOST_KEPT = 2;

  private final Deque<Map<EventColumn, PackedTexts>> free = new ArrayDeque<>();

  /** Memory for the texts of each column that has any, which are yet to be cleared. */
  synchronized Map<EventColumn, PackedTexts> take() {
    Map<EventColumn, PackedTexts> texts = free.poll();
    return texts == null ? fresh() : texts;
  }

  /** Takes back what nobody uses any more; each column gets its own again. */
  synchronized void give(Map<EventColumn, PackedTexts> texts) {
    if (free.size() < MOST_KEPT) {
      shrink(texts);
      free.push(texts);
    }
  }

  private static void shrink(Map<EventColumn, PackedTexts> texts) {
    long kept = 0;
    for (Map.Entry<EventColumn, PackedTexts> column : texts.entrySet()) {
      int bytes = column.getValue().bytes().capacity();
      if (kept + bytes > MOST_KEPT_BYTES) {
        column.setValue(PackedTexts.offHeap());
      } else {
        kept += bytes;
      }
    }
  }

  private static Map<EventColumn, PackedTexts> fresh() {
    Map<EventColumn, PackedTexts> texts = new EnumMap<>(EventColumn.class);
    for (EventColumn column : EventColumn.ALL) {
      switch (column.type()) {
        case TEXT, JSON -> texts.put(column, PackedTexts.offHeap());
        case TIMESTAMP, LONG, INT, DOUBLE -> {
          // Its values are numbers.
        }
      }
    }
    return texts;
  }
}
