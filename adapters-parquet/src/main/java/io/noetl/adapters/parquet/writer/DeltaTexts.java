package io.noetl.adapters.parquet.writer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForInteger;

/**
 * The texts of a staged page as DELTA_BYTE_ARRAY: how many first bytes each text shares with the one before it, how many
 * follow (both DELTA_BINARY_PACKED), then what follows of each, one behind the other.
 *
 * @see <a href="https://github.com/apache/parquet-format/blob/master/Encodings.md#delta-strings-delta_byte_array--7">the encoding</a>
 */
final class DeltaTexts {

  private static final int FIRST_BYTES = 1 << 12;
  private static final int LEAST_SHARE = 4;

  private final StagedPage page;
  private final int[] shared;
  private final int sharedBytes;

  /** Compares each text with the one before it. */
  DeltaTexts(StagedPage page) {
    this.page = page;
    this.shared = new int[page.values()];
    ByteBuffer texts = page.buffer();
    int sum = 0;
    int previous = page.start();
    int at = previous;
    for (int i = 0; i < shared.length; i++) {
      shared[i] = i == 0 ? 0 : PlainTexts.sharedPrefix(texts, previous, texts, at);
      sum += shared[i];
      previous = at;
      at = PlainTexts.next(texts, at);
    }
    this.sharedBytes = sum;
  }

  /** Whether texts share enough with the ones before them: at least one byte in so many. */
  boolean pays() {
    return (long) sharedBytes * LEAST_SHARE >= page.bytes() && sharedBytes > 0;
  }

  /** The two lists of lengths. */
  BytesInput lengths() throws IOException {
    return BytesInput.concat(packed(this::writeShared), packed(this::writeFollowing));
  }

  private void writeShared(ValuesWriter writer) {
    for (int prefix : shared) {
      writer.writeInteger(prefix);
    }
  }

  private void writeFollowing(ValuesWriter writer) {
    int at = page.start();
    for (int prefix : shared) {
      writer.writeInteger(page.buffer().getInt(at) - prefix);
      at = PlainTexts.next(page.buffer(), at);
    }
  }

  /** How many bytes follow the lengths. */
  int suffixBytes() {
    return page.bytes() - shared.length * PlainTexts.LENGTH_BYTES - sharedBytes;
  }

  /** Writes what follows the lengths to a little-endian buffer. */
  void writeSuffixes(ByteBuffer target, int from) {
    ByteBuffer texts = page.buffer();
    int written = from;
    int at = page.start();
    for (int prefix : shared) {
      int suffix = texts.getInt(at) - prefix;
      copy(texts, at + PlainTexts.LENGTH_BYTES + prefix, target, written, suffix);
      written += suffix;
      at = PlainTexts.next(texts, at);
    }
  }

  /** Copies bytes; after few, perhaps, some that the next ones are written over. */
  private static void copy(ByteBuffer source, int from, ByteBuffer target, int to, int length) {
    if (length <= Long.BYTES && from <= source.capacity() - Long.BYTES && to <= target.capacity() - Long.BYTES) {
      target.putLong(to, source.getLong(from));
    } else {
      target.put(to, source, from, length);
    }
  }

  private static BytesInput packed(Consumer<ValuesWriter> lengths) throws IOException {
    ValuesWriter writer =
        new DeltaBinaryPackingValuesWriterForInteger(FIRST_BYTES, 1 << 20, HeapByteBufferAllocator.getInstance());
    lengths.accept(writer);
    ByteArrayOutputStream packed = new ByteArrayOutputStream(Math.toIntExact(writer.getBufferedSize()));
    writer.getBytes().writeAllTo(packed);
    writer.close();
    return BytesInput.from(packed);
  }
}
