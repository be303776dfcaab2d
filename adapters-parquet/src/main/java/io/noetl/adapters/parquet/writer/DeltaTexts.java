package io.noetl.adapters.parquet.writer;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForInteger;

/**
 * DELTA_BYTE_ARRAY: how many first bytes each text shares with the one before it, how many follow (both
 * DELTA_BINARY_PACKED), then what follows of each, one behind the other.
 *
 * @see <a href="https://github.com/apache/parquet-format/blob/master/Encodings.md#delta-strings-delta_byte_array--7">the encoding</a>
 */
final class DeltaTexts {

  private static final int FIRST_BYTES = 1 << 12;
  private static final int LEAST_SHARE = 4;

  private final ValuesWriter shared = lengths();
  private final ValuesWriter following = lengths();

  /** Whether texts share enough with the ones before them: at least one byte in so many. */
  static boolean pays(StagedPage page) {
    ByteBuffer texts = page.buffer();
    long shared = 0;
    int previous = -1;
    for (int at = page.start(); at < page.end(); at = PlainTexts.next(texts, at)) {
      shared += previous < 0 ? 0 : PlainTexts.sharedPrefix(texts, previous, texts, at);
      previous = at;
    }
    return shared * LEAST_SHARE >= page.bytes() && shared > 0;
  }

  /** Encodes a page's texts; serves one page. */
  BytesInput encode(StagedPage page) throws IOException {
    ByteBuffer texts = page.buffer();
    byte[] suffixes = new byte[page.bytes()];
    int written = 0;
    int previous = -1;
    for (int at = page.start(); at < page.end(); at = PlainTexts.next(texts, at)) {
      int prefix = previous < 0 ? 0 : PlainTexts.sharedPrefix(texts, previous, texts, at);
      int suffix = texts.getInt(at) - prefix;
      shared.writeInteger(prefix);
      following.writeInteger(suffix);
      texts.get(at + PlainTexts.LENGTH_BYTES + prefix, suffixes, written, suffix);
      written += suffix;
      previous = at;
    }
    return BytesInput.concat(
        PageEncoder.taken(shared), PageEncoder.taken(following), BytesInput.from(suffixes, 0, written));
  }

  private static ValuesWriter lengths() {
    return new DeltaBinaryPackingValuesWriterForInteger(FIRST_BYTES, 1 << 20, HeapByteBufferAllocator.getInstance());
  }
}
