package io.noetl.adapters.parquet.writer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Little-endian buffers outside of the Java heap, to be used again: to allocate one anew costs more than to fill it.
 * Those that single long values asked for are not kept. For any number of threads.
 */
final class BufferPool {

  private static final int LEAST = 64 << 10;
  private static final int MOST_KEPT = 4 << 20;

  private final Deque<ByteBuffer> free = new ArrayDeque<>();

  /** A buffer of at least that capacity, cleared. */
  ByteBuffer take(int capacity) {
    ByteBuffer buffer;
    synchronized (free) {
      buffer = free.poll();
    }
    if (buffer != null && buffer.capacity() >= capacity) {
      return buffer.clear();
    }
    long rounded = Math.max(LEAST, Long.highestOneBit(Math.max(1, capacity - 1L)) << 1);
    int size = rounded <= MOST_KEPT ? (int) rounded : capacity;
    return ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Takes back a buffer that nobody uses any more. */
  void give(ByteBuffer buffer) {
    if (buffer.capacity() <= MOST_KEPT) {
      synchronized (free) {
        free.push(buffer);
      }
    }
  }
}
