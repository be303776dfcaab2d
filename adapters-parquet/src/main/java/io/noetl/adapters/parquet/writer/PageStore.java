package io.noetl.adapters.parquet.writer;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The compressed pages and the dictionaries of one row group, kept outside of the Java heap until the group is written: pages of all columns
 * side by side in large slabs. For any number of threads.
 */
final class PageStore {

  private static final int SLAB_BYTES = 1 << 20;

  private final BufferPool slabs;
  private final List<ByteBuffer> full = new ArrayList<>();
  private ByteBuffer current = ByteBuffer.allocate(0);

  /**
   * An empty store.
   *
   * @param slabs where it takes its slabs from; to be shared with other stores alone, so that all are of one size
   */
  PageStore(BufferPool slabs) {
    this.slabs = slabs;
  }

  /** Copies the first {@code length} bytes of a buffer; the answer is valid until {@link #release}. */
  ByteBuffer keep(ByteBuffer bytes, int from, int length) {
    ByteBuffer kept = allocate(length);
    kept.put(0, bytes, from, length);
    return kept;
  }

  /** Memory of that size; valid until {@link #release}. */
  synchronized ByteBuffer allocate(int length) {
    if (length > current.remaining()) {
      current = slabs.take(Math.max(SLAB_BYTES, length));
      full.add(current);
    }
    ByteBuffer slice = current.slice(current.position(), length);
    current.position(current.position() + length);
    return slice;
  }

  /** Gives all memory back. */
  synchronized void release() {
    full.forEach(slabs::give);
    full.clear();
    current = ByteBuffer.allocate(0);
  }
}
