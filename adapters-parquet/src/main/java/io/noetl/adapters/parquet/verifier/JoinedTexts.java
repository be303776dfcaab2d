package io.noetl.adapters.parquet.verifier;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesReader;
import org.apache.parquet.column.values.deltalengthbytearray.DeltaLengthByteArrayValuesReader;
import org.apache.parquet.io.ParquetDecodingException;

/**
 * Reads a page of DELTA_BYTE_ARRAY with parquet-java's readers of its two parts, how many first bytes each text takes from the
 * one before it and what follows them, and puts every text together where the one before it lies: its first bytes are there
 * already. (parquet-java's own reader of both makes two arrays for each.)
 *
 * @see <a href="https://github.com/apache/parquet-format/blob/master/Encodings.md#delta-strings-delta_byte_array--7">the encoding</a>
 */
final class JoinedTexts extends ValuesReader {

  private static final int FIRST_BYTES = 256;

  private final ValuesReader prefixes = new DeltaBinaryPackingValuesReader();
  private final ValuesReader suffixes = new DeltaLengthByteArrayValuesReader();
  private final End end = new End();
  private byte[] text = new byte[FIRST_BYTES];
  private int length;

  @Override
  public void initFromPage(int valueCount, ByteBufferInputStream input) throws IOException {
    prefixes.initFromPage(valueCount, input);
    suffixes.initFromPage(valueCount, input);
  }

  /**
   * Goes to the next text.
   *
   * @return its length in bytes
   * @throws ParquetDecodingException if it takes more bytes from the one before it than that has
   */
  int next() {
    int shared = prefixes.readInteger();
    if (shared < 0 || shared > length) {
      throw new ParquetDecodingException("a text takes " + shared + " bytes from the one before it, which has " + length);
    }
    length = shared;
    try {
      suffixes.readBytes().writeTo(end);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /** Where what follows the first bytes is put. */
  private final class End extends OutputStream {

    @Override
    public void write(byte[] bytes, int from, int count) {
      int longer = Math.addExact(length, count);
      if (longer > text.length) {
        text = Arrays.copyOf(text, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(longer, 2L * text.length)));
      }
      System.arraycopy(bytes, from, text, length, count);
      length = longer;
    }

    @Override
    public void write(int single) {
      write(new byte[] {(byte) single}, 0, 1);
    }
  }
}
