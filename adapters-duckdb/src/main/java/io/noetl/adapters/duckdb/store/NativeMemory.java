package io.noetl.adapters.duckdb.store;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Shows memory at an address as a buffer, through {@code java.lang.foreign}, which is final from Java 22 on. This is
 * compiled for Java 21, hence the method handle. A buffer shows a large window, so that addresses near each other need
 * only one; who reads from it must know what lies where.
 */
final class NativeMemory {

  private static final int FIRST_WITH_FOREIGN_MEMORY = 22;

  /** Where windows begin: at multiples of this. */
  private static final long STEP = 1L << 30;

  /** As much as Java makes one buffer of, and twice as far as the next begins, nearly. */
  private static final long WINDOW_BYTES = Integer.MAX_VALUE - 8;

  /** {@code (long address, long length) -> ByteBuffer}. */
  private static final @Nullable MethodHandle WINDOW = window();

  /** Whether this Java has it and allows it. */
  static final boolean AVAILABLE = WINDOW != null;

  private ByteBuffer window = ByteBuffer.allocateDirect(0);
  private long base;

  /**
   * Copies bytes.
   *
   * @param address where {@code length} readable bytes lie
   */
  void copy(long address, ByteBuffer target, int position, int length) {
    if (address < base || address + length > base + window.capacity()) {
      show(address, length);
    }
    target.put(position, window, (int) (address - base), length);
  }

  private void show(long address, int length) {
    long aligned = address & -STEP;
    long start = address + length > aligned + WINDOW_BYTES ? address : aligned;
    MethodHandle handle = WINDOW;
    if (handle == null) {
      throw new IllegalStateException("This Java cannot read memory by its address");
    }
    try {
      window = ((ByteBuffer) handle.invokeExact(start, WINDOW_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
      base = start;
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable MethodHandle window() {
    if (Runtime.version().feature() < FIRST_WITH_FOREIGN_MEMORY) {
      return null;
    }
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      Class<?> segment = Class.forName("java.lang.foreign.MemorySegment");
      MethodHandle at = lookup.findStatic(segment, "ofAddress", MethodType.methodType(segment, long.class));
      MethodHandle sized = lookup.findVirtual(segment, "reinterpret", MethodType.methodType(segment, long.class));
      MethodHandle buffer = lookup.findVirtual(segment, "asByteBuffer", MethodType.methodType(ByteBuffer.class));
      MethodHandle window = MethodHandles.filterReturnValue(MethodHandles.collectArguments(sized, 0, at), buffer);
      ByteBuffer probe = (ByteBuffer) window.invokeExact(0L, 1L);
      return probe.capacity() == 1 ? window : null;
    } catch (Throwable e) {
      // Not allowed to this program (--illegal-native-access=deny), or not there: the public way works everywhere.
      return null;
    }
  }
}
