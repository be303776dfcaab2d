package io.noetl.adapters.duckdb.store;

import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Shows memory at an address as a buffer, through {@code java.lang.foreign}, which is final from Java 22 on. This is
 * compiled for Java 21, hence the reflection. A buffer shows a large window, so that addresses near each other need
 * only one; who reads from it must know what lies where.
 */
final class NativeMemory {

  private static final int FIRST_WITH_FOREIGN_MEMORY = 22;

  /** Where windows begin: at multiples of this. */
  private static final long STEP = 1L << 30;

  /** As much as Java makes one buffer of, and twice as far as the next begins, nearly. */
  private static final long WINDOW_BYTES = Integer.MAX_VALUE - 8;

  private static final @Nullable Memory MEMORY = Memory.find();

  /** Whether this Java has it and allows it. */
  static final boolean AVAILABLE = MEMORY != null;

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
    if (MEMORY == null) {
      throw new IllegalStateException("This Java cannot read memory by its address");
    }
    window = MEMORY.window(start, WINDOW_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    base = start;
  }

  /** The methods of {@code MemorySegment}, asked for seldom: to put method handles together would take longer at the start. */
  private record Memory(Method at, Method sized, Method buffer) {

    /** Null where this Java does not have them, or does not allow them to this program (--illegal-native-access=deny). */
    static @Nullable Memory find() {
      if (Runtime.version().feature() < FIRST_WITH_FOREIGN_MEMORY) {
        return null;
      }
      try {
        Class<?> segment = Class.forName("java.lang.foreign.MemorySegment");
        Memory memory =
            new Memory(
                segment.getMethod("ofAddress", long.class),
                segment.getMethod("reinterpret", long.class),
                segment.getMethod("asByteBuffer"));
        return memory.window(0, 1).capacity() == 1 ? memory : null;
      } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
        return null; // The public way works everywhere.
      }
    }

    ByteBuffer window(long address, long length) {
      try {
        return (ByteBuffer) buffer.invoke(sized.invoke(at.invoke(null, address), length));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("This Java cannot read memory by its address", e);
      }
    }
  }
}
