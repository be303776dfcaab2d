package io.noetl.adapters.parquet.writer;

import java.nio.ByteBuffer;

/**
 * Which rows of a page have a value, as Parquet's definition levels of a column that may be null: their length (4,
 * little-endian), then one run of the RLE/bit-packing hybrid at bit width 1. A page without nulls, or of nothing else, is
 * one repeated level, two to six bytes; any other is bit-packed whole, an eighth of a byte a row, which compresses to
 * little where nulls are rare or come in stretches.
 *
 * @see <a href="https://github.com/apache/parquet-format/blob/master/Encodings.md#run-length-encoding--bit-packing-hybrid-rle--3">the hybrid</a>
 */
final class DefinitionLevels {

  private static final int LENGTH_BYTES = Integer.BYTES;
  private static final int MOST_VARINT_BYTES = 5;

  private DefinitionLevels() {}

  /** How many bytes the levels of so many rows take at most, their length included. */
  static int mostBytes(int rows) {
    return LENGTH_BYTES + MOST_VARINT_BYTES + Math.max(1, (rows + 7) / 8);
  }

  /**
   * Writes the levels of a page so that they end where {@code end} says.
   *
   * @return where they begin; {@code end} for a column that is never null, which has none
   */
  static int writeBefore(int end, ByteBuffer target, StagedPage page) {
    if (!page.column().nullable()) {
      return end;
    }
    byte[] levels = levels(page);
    int start = end - LENGTH_BYTES - levels.length;
    target.putInt(start, levels.length).put(start + LENGTH_BYTES, levels);
    return start;
  }

  private static byte[] levels(StagedPage page) {
    boolean uniform = page.nulls() == 0 || page.values() == 0;
    int packed = (page.rows() + 7) / 8;
    int header = uniform ? page.rows() << 1 : packed << 1 | 1;
    ByteBuffer levels = ByteBuffer.allocate(mostBytes(page.rows()));
    putVarint(levels, header);
    if (uniform) {
      levels.put((byte) (page.nulls() == 0 ? 1 : 0));
    } else {
      levels.put(page.presence(), 0, packed);
    }
    byte[] bytes = new byte[levels.position()];
    levels.get(0, bytes);
    return bytes;
  }

  private static void putVarint(ByteBuffer target, int value) {
    int left = value;
    while ((left & ~0x7F) != 0) {
      target.put((byte) ((left & 0x7F) | 0x80));
      left >>>= 7;
    }
    target.put((byte) left);
  }
}
