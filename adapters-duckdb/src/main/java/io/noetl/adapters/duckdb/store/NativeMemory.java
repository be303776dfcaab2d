package io.noetl.adapters.duckdb.store;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Copies from an address, through {@code java.lang.foreign}, which is final from Java 22 on. This is compiled for Java
 * 21, hence the method handles; they are constants, so that calls through them cost what direct calls do.
 */
final class NativeMemory {

  private static final int FIRST_WITH_FOREIGN_MEMORY = 22;

  /** {@code (long address, Object target, long position, long length) -> void}. */
  private static final @Nullable MethodHandle COPY;

  /** {@code (Buffer) -> Object}. */
  private static final @Nullable MethodHandle OF_BUFFER;

  static {
    MethodHandle[] handles = handles();
    COPY = handles.length == 0 ? null : handles[0];
    OF_BUFFER = handles.length == 0 ? null : handles[1];
  }

  /** Whether this Java has it and allows it. */
  static final boolean AVAILABLE = COPY != null;

  private NativeMemory() {}

  /** A direct buffer as a target for {@link #copy}. */
  static Object of(ByteBuffer buffer) {
    try {
      return (Object) present(OF_BUFFER).invokeExact((Buffer) buffer);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  /**
   * Copies bytes.
   *
   * @param address where {@code length} readable bytes lie
   * @param target of {@link #of}
   */
  static void copy(long address, Object target, long position, long length) {
    try {
      present(COPY).invokeExact(address, target, position, length);
    } catch (Throwable e) {
      throw failure(e);
    }
  }

  private static MethodHandle present(@Nullable MethodHandle handle) {
    if (handle == null) {
      throw new IllegalStateException("This Java cannot read memory by its address");
    }
    return handle;
  }

  private static RuntimeException failure(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
  }

  /** The two handles, or none. */
  private static MethodHandle[] handles() {
    if (Runtime.version().feature() < FIRST_WITH_FOREIGN_MEMORY) {
      return new MethodHandle[0];
    }
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      Class<?> segment = Class.forName("java.lang.foreign.MemorySegment");
      Object none = lookup.findStaticGetter(segment, "NULL", segment).invoke();
      Object all = lookup.findVirtual(segment, "reinterpret", MethodType.methodType(segment, long.class)).invoke(none, Long.MAX_VALUE);
      MethodHandle copy =
          lookup.findStatic(
              segment,
              "copy",
              MethodType.methodType(void.class, segment, long.class, segment, long.class, long.class));
      MethodHandle ofBuffer = lookup.findStatic(segment, "ofBuffer", MethodType.methodType(segment, Buffer.class));
      return new MethodHandle[] {
        MethodHandles.insertArguments(copy, 0, all)
            .asType(MethodType.methodType(void.class, long.class, Object.class, long.class, long.class)),
        ofBuffer.asType(MethodType.methodType(Object.class, Buffer.class))
      };
    } catch (Throwable e) {
      // Not allowed to this program (--illegal-native-access=deny), or not there: the public way works everywhere.
      return new MethodHandle[0];
    }
  }
}
