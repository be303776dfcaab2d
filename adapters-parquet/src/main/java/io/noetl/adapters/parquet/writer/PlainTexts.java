package io.noetl.adapters.parquet.writer;

import java.nio.ByteBuffer;

/** Reads and compares texts that lie PLAIN in little-endian buffers: a length (4), then the UTF-8. */
final class PlainTexts {

  static final int LENGTH_BYTES = Integer.BYTES;

  private PlainTexts() {}

  /** Compares the bytes of two texts, unsigned, which is the order of their code points. */
  static int compare(ByteBuffer texts, int one, ByteBuffer others, int other) {
    int length = texts.getInt(one);
    int otherLength = others.getInt(other);
    int shared = sharedPrefix(texts, one, others, other);
    if (shared == length || shared == otherLength) {
      return Integer.compare(length, otherLength);
    }
    return Byte.compareUnsigned(texts.get(one + LENGTH_BYTES + shared), others.get(other + LENGTH_BYTES + shared));
  }

  /** How many first bytes two texts have in common. */
  static int sharedPrefix(ByteBuffer texts, int one, ByteBuffer others, int other) {
    int most = Math.min(texts.getInt(one), others.getInt(other));
    int at = one + LENGTH_BYTES;
    int otherAt = other + LENGTH_BYTES;
    int shared = 0;
    for (; shared + Long.BYTES <= most; shared += Long.BYTES) {
      long difference = texts.getLong(at + shared) ^ others.getLong(otherAt + shared);
      if (difference != 0) {
        return shared + (Long.numberOfTrailingZeros(difference) >> 3);
      }
    }
    if (most >= Long.BYTES) {
      // The last eight bytes, of which the first are the same already.
      shared = most - Long.BYTES;
      long difference = texts.getLong(at + shared) ^ others.getLong(otherAt + shared);
      return difference == 0 ? most : shared + (Long.numberOfTrailingZeros(difference) >> 3);
    }
    while (shared < most && texts.get(at + shared) == others.get(otherAt + shared)) {
      shared++;
    }
    return shared;
  }

  /** Whether two texts are the same. */
  static boolean isSame(ByteBuffer texts, int one, ByteBuffer others, int other) {
    int length = texts.getInt(one);
    if (length != others.getInt(other)) {
      return false;
    }
    if (length < Long.BYTES) {
      return sharedPrefix(texts, one, others, other) == length;
    }
    int last = LENGTH_BYTES + length - Long.BYTES;
    for (int at = 0; at < last; at += Long.BYTES) {
      if (texts.getLong(one + at) != others.getLong(other + at)) {
        return false;
      }
    }
    return texts.getLong(one + last) == others.getLong(other + last);
  }

  static byte[] bytes(ByteBuffer texts, int at) {
    byte[] bytes = new byte[texts.getInt(at)];
    texts.get(at + LENGTH_BYTES, bytes);
    return bytes;
  }

  /** Where the text after that at {@code at} begins. */
  static int next(ByteBuffer texts, int at) {
    return at + LENGTH_BYTES + texts.getInt(at);
  }
}
