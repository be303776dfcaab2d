package io.noetl.adapters.parquet.digest;

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

  private final ByteBuffer stripe = ByteBuffer.allocate(STRIPE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  /** PRIME_1 + PRIME_2, in 64 bits. */
  private long first = 0x60EA27EEADC0B5D6L;
  private long second = PRIME_2;
  private long third;
  private long fourth = 0x61C8864E7A143579L; // -PRIME_1
  private long length;

  /** Adds {@code count} bytes of a buffer from an index on; its position and limit stay as they are. */
  public void update(ByteBuffer bytes, int from, int count) {
    length += count;
    int at = from;
    int end = from + count;
    if (stripe.position() > 0) {
      int missing = Math.min(stripe.remaining(), count);
      stripe.put(stripe.position(), bytes, at, missing).position(stripe.position() + missing);
      at += missing;
      if (stripe.hasRemaining()) {
        return;
      }
      consume(stripe, 0, STRIPE_BYTES);
      stripe.clear();
    }
    int whole = (end - at) & -STRIPE_BYTES;
    if (whole > 0) {
      consume(bytes.order() == ByteOrder.LITTLE_ENDIAN ? bytes : bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN), at, at + whole);
      at += whole;
    }
    stripe.put(0, bytes, at, end - at).position(end - at);
  }

  /** Adds bytes of an array. */
  public void update(byte[] bytes, int from, int count) {
    update(ByteBuffer.wrap(bytes), from, count);
  }

  /** The hash of all that was added; more may be added after it. */
  public long value() {
    long hash = length >= STRIPE_BYTES ? merged() : PRIME_5;
    hash += length;
    int at = 0;
    for (; at + Long.BYTES <= stripe.position(); at += Long.BYTES) {
      hash = Long.rotateLeft(hash ^ round(0, stripe.getLong(at)), 27) * PRIME_1 + PRIME_4;
    }
    if (at + Integer.BYTES <= stripe.position()) {
      hash = Long.rotateLeft(hash ^ (stripe.getInt(at) & 0xFFFFFFFFL) * PRIME_1, 23) * PRIME_2 + PRIME_3;
      at += Integer.BYTES;
    }
    for (; at < stripe.position(); at++) {
      hash = Long.rotateLeft(hash ^ (stripe.get(at) & 0xFFL) * PRIME_5, 11) * PRIME_1;
    }
    hash = (hash ^ hash >>> 33) * PRIME_2;
    hash = (hash ^ hash >>> 29) * PRIME_3;
    return hash ^ hash >>> 32;
  }

  /** {@link #value} in 16 hexadecimal digits. */
  public String hex() {
    return HexFormat.of().toHexDigits(value());
  }

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
