package io.noetl.adapters.parquet.verifier;

import io.noetl.domain.event.EventColumn;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The least and the greatest of some values, to be compared with what a file's statistics and page indexes claim, by
 * which readers skip what they need not read. NaN has no place in the order and is left out.
 */
abstract sealed class Bounds {

  static Bounds of(EventColumn.Type type) {
    return switch (type) {
      case TEXT, JSON -> new Texts();
      case TIMESTAMP, LONG -> new Integers(Long.BYTES);
      case INT -> new Integers(Integer.BYTES);
      case DOUBLE -> new Reals();
    };
  }

  /** Whether there was no value with a place in the order. */
  abstract boolean isEmpty();

  /** Widens these by what a part of the same column has. */
  abstract void include(Bounds part);

  /** Compares two claims that matched. */
  abstract int compare(ByteBuffer claim, ByteBuffer other);

  /** Whether the claims, in the format's encoding, are true: exact for integers, wide enough for what may be cut. */
  abstract boolean match(ByteBuffer least, ByteBuffer greatest);

  /** Integers of 4 or 8 bytes, little-endian in the file. */
  static final class Integers extends Bounds {

    private final int width;
    private long least = Long.MAX_VALUE;
    private long greatest = Long.MIN_VALUE;

    private Integers(int width) {
      this.width = width;
    }

    void add(long value) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }

    @Override
    boolean isEmpty() {
      return least > greatest;
    }

    @Override
    void include(Bounds part) {
      if (!part.isEmpty()) {
        add(((Integers) part).least);
        add(((Integers) part).greatest);
      }
    }

    @Override
    boolean match(ByteBuffer claimedLeast, ByteBuffer claimedGreatest) {
      return claimedLeast.remaining() == width
          && claimedGreatest.remaining() == width
          && decode(claimedLeast) == least
          && decode(claimedGreatest) == greatest;
    }

    @Override
    int compare(ByteBuffer claim, ByteBuffer other) {
      return Long.compare(decode(claim), decode(other));
    }

    private long decode(ByteBuffer claim) {
      ByteBuffer bytes = claim.duplicate().order(ByteOrder.LITTLE_ENDIAN);
      return width == Long.BYTES ? bytes.getLong() : bytes.getInt();
    }
  }

  /** Doubles; the two zeros are equal here. */
  static final class Reals extends Bounds {

    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    void add(double value) {
      if (!Double.isNaN(value)) {
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
    }

    @Override
    boolean isEmpty() {
      return least > greatest;
    }

    @Override
    void include(Bounds part) {
      if (!part.isEmpty()) {
        add(((Reals) part).least);
        add(((Reals) part).greatest);
      }
    }

    @Override
    boolean match(ByteBuffer claimedLeast, ByteBuffer claimedGreatest) {
      return claimedLeast.remaining() == Double.BYTES
          && claimedGreatest.remaining() == Double.BYTES
          && decode(claimedLeast) <= least
          && decode(claimedGreatest) >= greatest;
    }

    @Override
    int compare(ByteBuffer claim, ByteBuffer other) {
      return Double.compare(decode(claim), decode(other));
    }

    private static double decode(ByteBuffer claim) {
      return claim.duplicate().order(ByteOrder.LITTLE_ENDIAN).getDouble();
    }
  }

  /** UTF-8 in the order of its bytes, which is that of the code points. The format allows claims to be cut. */
  static final class Texts extends Bounds {

    /** noetl claims no longer ones; so the first bytes of a long text, one more than these, tell all. */
    private static final int LONGEST_CLAIM = 64;

    private static final byte[] NOTHING = {};

    private byte @Nullable [] least;
    private int leastFrom;
    private int leastTo;
    private byte @Nullable [] greatest;
    private int greatestFrom;
    private int greatestTo;
    private byte[] ownLeast = NOTHING;
    private byte[] ownGreatest = NOTHING;

    /** Adds UTF-8, a part of an array that nobody changes before {@link #keep}. */
    void add(byte[] utf8, int from, int to) {
      int order = order(utf8, from, to);
      if (order > 0) {
        greatest = utf8;
        greatestFrom = from;
        greatestTo = to;
      }
      if (isLeast(utf8, from, to, order)) {
        least = utf8;
        leastFrom = from;
        leastTo = to;
      }
    }

    /** Adds UTF-8, the beginning of an array that changes afterwards. */
    void addPassing(byte[] utf8, int length) {
      int order = order(utf8, 0, length);
      int told = Math.min(length, LONGEST_CLAIM + 1);
      if (order > 0) {
        ownGreatest = copy(utf8, told, ownGreatest);
        greatest = ownGreatest;
        greatestFrom = 0;
        greatestTo = told;
      }
      if (isLeast(utf8, 0, length, order)) {
        ownLeast = copy(utf8, told, ownLeast);
        least = ownLeast;
        leastFrom = 0;
        leastTo = told;
      }
    }

    /** How a text compares with the greatest so far. */
    private int order(byte[] utf8, int from, int to) {
      return greatest == null ? 1 : Arrays.compareUnsigned(utf8, from, to, greatest, greatestFrom, greatestTo);
    }

    private boolean isLeast(byte[] utf8, int from, int to, int order) {
      return least == null || (order < 0 && Arrays.compareUnsigned(utf8, from, to, least, leastFrom, leastTo) < 0);
    }

    private static byte[] copy(byte[] utf8, int length, byte[] room) {
      byte[] copy = length <= room.length ? room : new byte[2 * length];
      System.arraycopy(utf8, 0, copy, 0, length);
      return copy;
    }

    /** Holds on to the bounds alone, as far as a claim may reach, and no more to the arrays that they are parts of. */
    void keep() {
      if (least != null && greatest != null) {
        least = Arrays.copyOfRange(least, leastFrom, Math.min(leastTo, leastFrom + LONGEST_CLAIM + 1));
        leastFrom = 0;
        leastTo = least.length;
        greatest = Arrays.copyOfRange(greatest, greatestFrom, Math.min(greatestTo, greatestFrom + LONGEST_CLAIM + 1));
        greatestFrom = 0;
        greatestTo = greatest.length;
      }
      ownLeast = NOTHING;
      ownGreatest = NOTHING;
    }

    @Override
    boolean isEmpty() {
      return least == null;
    }

    @Override
    void include(Bounds part) {
      Texts texts = (Texts) part;
      if (texts.least != null && texts.greatest != null) {
        add(texts.least, texts.leastFrom, texts.leastTo);
        add(texts.greatest, texts.greatestFrom, texts.greatestTo);
      }
    }

    @Override
    boolean match(ByteBuffer claimedLeast, ByteBuffer claimedGreatest) {
      return least != null
          && greatest != null
          && claimedLeast.remaining() <= LONGEST_CLAIM
          && claimedGreatest.remaining() <= LONGEST_CLAIM
          && compare(claimedLeast, least, leastFrom, leastTo) <= 0
          && compare(claimedGreatest, greatest, greatestFrom, greatestTo) >= 0;
    }

    @Override
    int compare(ByteBuffer claim, ByteBuffer other) {
      return Arrays.compareUnsigned(decode(claim), decode(other));
    }

    private static int compare(ByteBuffer claim, byte[] utf8, int from, int to) {
      byte[] claimed = decode(claim);
      return Arrays.compareUnsigned(claimed, 0, claimed.length, utf8, from, to);
    }

    private static byte[] decode(ByteBuffer claim) {
      byte[] bytes = new byte[claim.remaining()];
      claim.duplicate().get(bytes);
      return bytes;
    }
  }
}
