package io.noetl.adapters.parquet.digest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * XXH64 with seed 0 of a stream of bytes: finds damage at the speed of memory, in 64 bits. It is no signature: who wants
 * to can make other bytes with the same hash. For one thread.
 *
 * @see <a href="https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md">the algorithm</a>
 */
public final class XxHash64 {

  private static final long PRIME_1 = 0x9E3779B185EBCA87L;
  private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
  private static final long PRIME_3 = 0x165667B19E3779F9L;
  private static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
  private static final long PRIME_5 = 0x27D4EB2F165667C5L;
  private static final int STRIPE_BYTES = 32;

  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] stripe = new byte[STRIPE_BYTES];
  private int pending;
  /** PRIME_1 + PRIME_2, in 64 bits. */
  private long first = 0x60EA27EEADC0B5D6L;
  private long second = PRIME_2;
  private long third;
  private long fourth = 0x61C8864E7A143579L; // -PRIME_1
  private long length;

  /** Adds {@code count} bytes of a buffer from an index on; its position and limit stay as they are. */
  public void update(ByteBuffer bytes, int from, int count) {
    if (bytes.hasArray()) {
      update(bytes.array(), bytes.arrayOffset() + from, count);
      return;
    }
    int filled = filling(count);
    bytes.get(from, stripe, pending, filled);
    int at = from + filled;
    if (advance(filled, count)) {
      int rest = (count - filled) & STRIPE_BYTES - 1;
      int end = from + count - rest;
      consume(bytes.order() == ByteOrder.LITTLE_ENDIAN ? bytes : bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN), at, end);
      bytes.get(end, stripe, 0, rest);
      pending = rest;
    }
  }

  /** Adds bytes of an array. */
  public void update(byte[] bytes, int from, int count) {
    int filled = filling(count);
    System.arraycopy(bytes, from, stripe, pending, filled);
    int at = from + filled;
    if (advance(filled, count)) {
      int rest = (count - filled) & STRIPE_BYTES - 1;
      int end = from + count - rest;
      consume(bytes, at, end);
      System.arraycopy(bytes, end, stripe, 0, rest);
      pending = rest;
    }
  }

  /** The hash of all that was added; more may be added after it. */
  public long value() {
    long hash = length >= STRIPE_BYTES ? merged() : PRIME_5;
    hash += length;
    int at = 0;
    for (; at + Long.BYTES <= pending; at += Long.BYTES) {
      hash = Long.rotateLeft(hash ^ round(0, (long) LONG.get(stripe, at)), 27) * PRIME_1 + PRIME_4;
    }
    if (at + Integer.BYTES <= pending) {
      hash = Long.rotateLeft(hash ^ ((int) INT.get(stripe, at) & 0xFFFFFFFFL) * PRIME_1, 23) * PRIME_2 + PRIME_3;
      at += Integer.BYTES;
    }
    for (; at < pending; at++) {
      hash = Long.rotateLeft(hash ^ (stripe[at] & 0xFFL) * PRIME_5, 11) * PRIME_1;
    }
    hash = (hash ^ hash >>> 33) * PRIME_2;
    hash = (hash ^ hash >>> 29) * PRIME_3;
    return hash ^ hash >>> 32;
  }

  /** {@link #value} in 16 hexadecimal digits. */
  public String hex() {
    return HexFormat.of().toHexDigits(value());
  }

  /** How many of the next bytes complete a stripe that was begun; 0 if none was. */
  private int filling(int count) {
    return pending == 0 ? 0 : Math.min(STRIPE_BYTES - pending, count);
  }

  /** Counts bytes, the first of which went to the stripe; says whether no stripe is begun now. */
  private boolean advance(int filled, int count) {
    length += count;
    pending += filled;
    if (pending == STRIPE_BYTES) {
      consume(stripe, 0, STRIPE_BYTES);
      pending = 0;
    }
    return pending == 0;
  }

  /** The same as for an array, in a loop of its own: Java compiles one that meets both kinds of bytes to slower code. */
  private void consume(ByteBuffer bytes, int from, int to) {
    long a = first;
    long b = second;
    long c = third;
    long d = fourth;
    for (int at = from; at < to; at += STRIPE_BYTES) {
      a = round(a, bytes.getLong(at));
      b = round(b, bytes.getLong(at + 8));
      c = round(c, bytes.getLong(at + 16));
      d = round(d, bytes.getLong(at + 24));
    }
    first = a;
    second = b;
    third = c;
    fourth = d;
  }

  private void consume(byte[] bytes, int from, int to) {
    long a = first;
    long b = second;
    long c = third;
    long d = fourth;
    for (int at = from; at < to; at += STRIPE_BYTES) {
      a = round(a, (long) LONG.get(bytes, at));
      b = round(b, (long) LONG.get(bytes, at + 8));
      c = round(c, (long) LONG.get(bytes, at + 16));
      d = round(d, (long) LONG.get(bytes, at + 24));
    }
    first = a;
    second = b;
    third = c;
    fourth = d;
  }

  private long merged() {
    long hash =
        Long.rotateLeft(first, 1) + Long.rotateLeft(second, 7) + Long.rotateLeft(third, 12) + Long.rotateLeft(fourth, 18);
    hash = (hash ^ round(0, first)) * PRIME_1 + PRIME_4;
    hash = (hash ^ round(0, second)) * PRIME_1 + PRIME_4;
    hash = (hash ^ round(0, third)) * PRIME_1 + PRIME_4;
    return (hash ^ round(0, fourth)) * PRIME_1 + PRIME_4;
  }

  private static long round(long accumulator, long input) {
    return Long.rotateLeft(accumulator + input * PRIME_2, 31) * PRIME_1;
  }
}
