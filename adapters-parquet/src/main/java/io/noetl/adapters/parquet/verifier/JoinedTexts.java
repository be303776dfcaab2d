package io.noetl.adapters.parquet.verifier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesReader;
import org.apache.parquet.io.ParquetDecodingException;

/**
 * Reads a page of DELTA_BYTE_ARRAY with parquet-java's readers of its numbers, how many first bytes each text takes from the
 * one before it and how many follow them, and puts every text together where the one before it lies: its first bytes are
 * there already. (parquet-java's own reader of all that makes two arrays and two buffers for each.)
 *
 * @see <a href="https://github.com/apache/parquet-format/blob/master/Encodings.md#delta-strings-delta_byte_array--7">the encoding</a>
 */
final class JoinedTexts extends ValuesReader {

  private static final int FIRST_BYTES = 256;

  private final ValuesReader prefixes = new DeltaBinaryPackingValuesReader();
  private final ValuesReader lengths = new DeltaBinaryPackingValuesReader();
  private ByteBuffer suffixes = ByteBuffer.allocate(0);
  private byte[] text = new byte[FIRST_BYTES];
  private int length;

  @Override
  public void initFromPage(int valueCount, ByteBufferInputStream input) throws IOException {
    prefixes.initFromPage(valueCount, input);
    lengths.initFromPage(valueCount, input);
    suffixes = input.slice(input.available());
  }

  /**
   * Goes to the next text.
   *
   * @return its length in bytes
   * @throws ParquetDecodingException if it takes more bytes from the one before it, or from the page, than that has
   */
  int next() {
    int shared = prefixes.readInteger();
    if (shared < 0 || shared > length) {
      throw new ParquetDecodingException("a text takes " + shared + " bytes from the one before it, which has " + length);
    }
    int own = lengths.readInteger();
    if (own < 0 || own > suffixes.remaining()) {
      throw new ParquetDecodingException("a text goes on for " + own + " bytes, and its page for " + suffixes.remaining());
    }
    length = Math.addExact(shared, own);
    if (length > text.length) {
      text = Arrays.copyOf(text, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(length, 2L * text.length)));
    }
    suffixes.get(text, shared, own);
    return length;
  }

  /** Holds the text from its beginning, until the next one. */
  byte[] array() {
    return text;
  }

  @Override
  public void skip() {
    next();
  }
}
