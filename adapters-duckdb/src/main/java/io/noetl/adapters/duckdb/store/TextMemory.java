package io.noetl.adapters.duckdb.store;

import io.noetl.application.port.PackedTexts;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What cursors pack texts into, handed on from one that is closed to the next: it lies outside of the Java heap, so that it would be
 * given back to the machine only when the collector happens to look at it. What long texts asked for is not kept. For any
 * number of threads.
 */
final class TextMemory {

  private static final int MOST_KEPT_BYTES = 1 << 20;

  /** As many as two cursors at once have. */
  private static final int MOST_KEPT = 40;

  private final Deque<PackedTexts> free = new ArrayDeque<>();

  /** Memory for one column, whose texts are yet to be cleared. */
  synchronized PackedTexts take() {
    PackedTexts texts = free.poll();
    return texts == null ? PackedTexts.offHeap() : texts;
  }

  /** Takes back what nobody uses any more; whoever takes as much gets it in this order, so that columns keep their own. */
  synchronized void give(PackedTexts texts) {
    if (texts.bytes().capacity() <= MOST_KEPT_BYTES && free.size() < MOST_KEPT) {
      free.add(texts);
    }
  }
}
