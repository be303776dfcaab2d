package io.noetl.adapters.parquet.writer;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForInteger;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.format.Encoding;

/**
 * Turns a staged page into the bytes of a data page of version 1, uncompressed: definition levels, then values. The
 * encoding is the one that makes event logs smallest at the least cost:
 *
 * <ul>
 *   <li>integers and timestamps, which go up by little, are DELTA_BINARY_PACKED;
 *   <li>texts that are in no dictionary are DELTA_BYTE_ARRAY where a quarter of a page's bytes is what a text shares with
 *       the one before it, as with ids, or with the result of a step, which is that of its task; otherwise PLAIN;
 *   <li>doubles are PLAIN.
 * </ul>
 *
 * @see <a href="https://github.com/apache/parquet-format/blob/master/Encodings.md">the encodings</a>
 */
final class PageEncoder {

  private static final int FIRST_BYTES = 1 << 12;

  private final BufferPool pool;

  PageEncoder(BufferPool pool) {
    this.pool = pool;
  }

  /** The bytes of a page, from {@code start} to {@code end} of a buffer that is the caller's now. */
  record EncodedPage(Encoding encoding, ByteBuffer buffer, int start, int end) {}

  /** The page's values by themselves; its memory is handed on or given back. */
  EncodedPage encode(StagedPage page) throws IOException {
    return switch (page.column().type()) {
      case TEXT, JSON -> texts(page);
      case TIMESTAMP, LONG -> longs(page);
      case INT -> integers(page);
      case DOUBLE -> plain(page);
    };
  }

  /**
   * The numbers of the page's values in the chunk's dictionary: the bit width (1), then the RLE/bit-packing hybrid. The
   * page's memory is given back.
   *
   * @param distinct how many numbers the dictionary has given out by now
   */
  EncodedPage encode(StagedPage page, int[] numbers, int distinct) throws IOException {
    int bitWidth = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, distinct - 1));
    try (RunLengthBitPackingHybridEncoder hybrid =
        new RunLengthBitPackingHybridEncoder(bitWidth, FIRST_BYTES, 1 << 20, HeapByteBufferAllocator.getInstance())) {
      for (int i = 0; i < page.values(); i++) {
        hybrid.writeInt(numbers[i]);
      }
      BytesInput values = BytesInput.concat(BytesInput.from(new byte[] {(byte) bitWidth}), hybrid.toBytes());
      EncodedPage encoded = withLevels(page, Encoding.RLE_DICTIONARY, values, 0);
      page.release();
      return encoded;
    }
  }

  private EncodedPage texts(StagedPage page) throws IOException {
    DeltaTexts texts = new DeltaTexts(page);
    if (!texts.pays()) {
      return plain(page);
    }
    EncodedPage encoded = withLevels(page, Encoding.DELTA_BYTE_ARRAY, texts.lengths(), texts.suffixBytes());
    texts.writeSuffixes(encoded.buffer(), encoded.end() - texts.suffixBytes());
    page.release();
    return encoded;
  }

  private EncodedPage longs(StagedPage page) throws IOException {
    ValuesWriter writer =
        new DeltaBinaryPackingValuesWriterForLong(FIRST_BYTES, 1 << 20, HeapByteBufferAllocator.getInstance());
    for (int at = page.start(); at < page.end(); at += Long.BYTES) {
      writer.writeLong(page.buffer().getLong(at));
    }
    return packed(page, writer);
  }

  private EncodedPage integers(StagedPage page) throws IOException {
    ValuesWriter writer =
        new DeltaBinaryPackingValuesWriterForInteger(FIRST_BYTES, 1 << 20, HeapByteBufferAllocator.getInstance());
    for (int at = page.start(); at < page.end(); at += Integer.BYTES) {
      writer.writeInteger(page.buffer().getInt(at));
    }
    return packed(page, writer);
  }

  private EncodedPage packed(StagedPage page, ValuesWriter writer) throws IOException {
    EncodedPage encoded = withLevels(page, Encoding.DELTA_BINARY_PACKED, writer.getBytes(), 0);
    writer.close();
    page.release();
    return encoded;
  }

  private static EncodedPage plain(StagedPage page) {
    int start = DefinitionLevels.writeBefore(page.start(), page.buffer(), page);
    return new EncodedPage(Encoding.PLAIN, page.buffer(), start, page.end());
  }

  /** The page's levels and values, with room for {@code more} bytes after them. */
  private EncodedPage withLevels(StagedPage page, Encoding encoding, BytesInput values, int more) throws IOException {
    int from = DefinitionLevels.mostBytes(page.rows());
    int end = Math.toIntExact(from + values.size() + more);
    ByteBuffer buffer = pool.take(end);
    values.writeAllTo(new BufferOutput(buffer, from));
    return new EncodedPage(encoding, buffer, DefinitionLevels.writeBefore(from, buffer, page), end);
  }
}
