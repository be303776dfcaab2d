package io.noetl.adapters.parquet.writer;

import com.github.luben.zstd.Zstd;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.format.CompressionCodec;
import org.xerial.snappy.Snappy;

/** Compresses pages. Keeps one buffer; for one thread. */
final class PageCompressor {

  /** Higher levels of zstd were slower on event logs and no smaller. */
  private static final int ZSTD_LEVEL = 1;

  private final Compression compression;
  private byte[] scratch = {};

  PageCompressor(Compression compression) {
    this.compression = compression;
  }

  /** What the footer calls it. */
  CompressionCodec codec() {
    return switch (compression) {
      case UNCOMPRESSED -> CompressionCodec.UNCOMPRESSED;
      case SNAPPY -> CompressionCodec.SNAPPY;
      case ZSTD -> CompressionCodec.ZSTD;
    };
  }

  byte[] compress(byte[] page) throws IOException {
    return switch (compression) {
      case UNCOMPRESSED -> page;
      case SNAPPY -> snappy(page);
      case ZSTD -> zstd(page);
    };
  }

  private byte[] snappy(byte[] page) throws IOException {
    byte[] target = scratch(Snappy.maxCompressedLength(page.length));
    return Arrays.copyOf(target, Snappy.compress(page, 0, page.length, target, 0));
  }

  private byte[] zstd(byte[] page) {
    byte[] target = scratch(Math.toIntExact(Zstd.compressBound(page.length)));
    long length = Zstd.compressByteArray(target, 0, target.length, page, 0, page.length, ZSTD_LEVEL);
    return Arrays.copyOf(target, (int) length);
  }

  private byte[] scratch(int length) {
    if (scratch.length < length) {
      scratch = new byte[length];
    }
    return scratch;
  }
}
