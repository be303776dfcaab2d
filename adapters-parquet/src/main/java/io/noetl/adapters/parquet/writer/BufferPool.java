package io.noetl.adapters.parquet.writer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Little-endian buffers outside of the Java heap, to be used again: to allocate one anew costs more than to fill it.
 * Those that single long values asked for are not kept. For any number of threads.
 */
final class BufferPool {

  private static final int LEAST = 64 << 10;
  private static final int MOST_KEPT = 4 << 20;

  /** How much larger than asked for a buffer may be. */
  private static final int MOST_SPARE = 4;

  private final NavigableMap<Integer, Deque<ByteBuffer>> free = new TreeMap<>();

  /** A buffer of at least that capacity, cleared. */
  ByteBuffer take(int capacity) {
    int size = size(capacity);
    synchronized (free) {
      Map.Entry<Integer, Deque<ByteBuffer>> fitting = free.ceilingEntry(size);
      if (fitting != null && fitting.getKey() / MOST_SPARE <= size) {
        ByteBuffer buffer = fitting.getValue().pop();
        if (fitting.getValue().isEmpty()) {
          free.remove(fitting.getKey());
        }
        return buffer.clear();
      }
    }
    return ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Takes back a buffer that nobody uses any more. */
  void give(ByteBuffer buffer) {
    if (buffer.capacity() <= MOST_KEPT) {
      synchronized (free) {
        free.computeIfAbsent(buffer.capacity(), size -> new ArrayDeque<>()).push(buffer);
      }
    }
  }

  /** A power of two or a quarter, a half or three quarters more: Java fills new memory with zeros, and spare memory too. */
  private static int size(int capacity) {
    if (capacity > MOST_KEPT) {
      return capacity;
    }
    int step = Integer.highestOneBit(Math.max(LEAST, capacity)) >> 2;
    return Math.max(LEAST, (capacity + step - 1) / step * step);
  }
}
