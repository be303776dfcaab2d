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

  /** For the columns of one cursor together: some 10 KB of text a row of a batch. */
  private static final int MOST_KEPT_BYTES = 24 << 20;

  /** For as many cursors as are likely to read at once. */
  private static final int MOST_KEPT = 2;

  private final Deque<Map<EventColumn, PackedTexts>> free = new ArrayDeque<>();

  /** Memory for each column of texts; what the cursor before left in it is yet to be cleared. */
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
    EventColumn.TEXTS.forEach(column -> texts.put(column, PackedTexts.offHeap()));
    return texts;
  }
}
