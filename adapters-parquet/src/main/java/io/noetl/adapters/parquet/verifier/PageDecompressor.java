package io.noetl.adapters.parquet.verifier;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;
import org.xerial.snappy.Snappy;

/** Decompresses pages to exactly the size that their headers claim. */
final class PageDecompressor {

  /** No codec read here shrinks data by more: a page that claims to is a lie that would cost memory. */
  private static final long MOST_SHRUNK = 1 << 16;

  private PageDecompressor() {}

  static boolean supports(CompressionCodec codec) {
    return switch (codec) {
      case UNCOMPRESSED, SNAPPY, GZIP, ZSTD -> true;
      case LZO, BROTLI, LZ4, LZ4_RAW -> false;
    };
  }

  /**
   * Decompresses a page.
   *
   * @param page an array that begins with it
   * @param size how many bytes of that are the page
   * @param room an array to use again, if it is large enough
   * @return an array that begins with the {@code length} bytes; that may be the room, or the page itself
   * @throws DamageException if it does not decompress to {@code length} bytes; the message wants the place before it
   */
  static byte[] decompress(CompressionCodec codec, byte[] page, int size, int length, byte[] room) {
    if (length > (size + 1L) * MOST_SHRUNK) {
      throw new DamageException("%d bytes claim to decompress to %d".formatted(size, length));
    }
    try {
      return switch (codec) {
        case UNCOMPRESSED -> exactly(page, size, length);
        case SNAPPY -> snappy(page, size, length, room);
        case GZIP -> gzip(page, size, length);
        case ZSTD -> zstd(page, size, length, room);
        case LZO, BROTLI, LZ4, LZ4_RAW -> throw new IllegalArgumentException("Not supported: " + codec);
      };
    } catch (IOException e) {
      throw new DamageException("it does not decompress (" + Damages.text(e) + ")");
    }
  }

  private static byte[] snappy(byte[] page, int size, int length, byte[] room) throws IOException {
    exactly(page, Snappy.uncompressedLength(page, 0, size), length);
    byte[] values = room.length < length ? new byte[length] : room;
    return exactly(values, Snappy.uncompress(page, 0, size, values, 0), length);
  }

  private static byte[] gzip(byte[] page, int size, int length) throws IOException {
    try (GZIPInputStream input = new GZIPInputStream(new ByteArrayInputStream(page, 0, size))) {
      byte[] values = input.readNBytes(length);
      return exactly(values, values.length + (input.read() < 0 ? 0L : 1L), length);
    }
  }

  private static byte[] zstd(byte[] page, int size, int length, byte[] room) throws IOException {
    byte[] values = room.length < length ? new byte[length] : room;
    try {
      return exactly(values, Zstd.decompressByteArray(values, 0, length, page, 0, size), length);
    } catch (ZstdException e) {
      throw new IOException(e);
    }
  }

  private static byte[] exactly(byte[] values, long actual, int claimed) {
    if (actual != claimed) {
      throw new DamageException("it holds " + actual + " bytes, and its header claims " + claimed);
    }
    return values;
  }
}
