package io.noetl.adapters.parquet.writer;

import com.github.luben.zstd.Zstd;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.format.CompressionCodec;
import org.xerial.snappy.Snappy;

/** Compresses pages, from one buffer outside of the Java heap into another. For any number of threads. */
record PageCompressor(Compression compression) {

  /** Higher levels of zstd were slower on event logs and no smaller. */
  private static final int ZSTD_LEVEL = 1;

  /** What the footer calls it. */
  CompressionCodec codec() {
    return switch (compression) {
      case UNCOMPRESSED -> CompressionCodec.UNCOMPRESSED;
      case SNAPPY -> CompressionCodec.SNAPPY;
      case ZSTD -> CompressionCodec.ZSTD;
    };
  }

  /** How many bytes a page may take, compressed. */
  int mostBytes(int length) {
    return switch (compression) {
      case UNCOMPRESSED -> length;
      case SNAPPY -> Snappy.maxCompressedLength(length);
      case ZSTD -> Math.toIntExact(Zstd.compressBound(length));
    };
  }

  /**
   * Compresses {@code length} bytes into the beginning of {@code target}, which has room for {@link #mostBytes}.
   *
   * @return how many bytes they take
   */
  int compress(ByteBuffer page, int from, int length, ByteBuffer target) throws IOException {
    return switch (compression) {
      case UNCOMPRESSED -> {
        target.put(0, page, from, length);
        yield length;
      }
      case SNAPPY -> Snappy.compress(page.slice(from, length), target.clear());
      case ZSTD -> zstd(page, from, length, target);
    };
  }

  private static int zstd(ByteBuffer page, int from, int length, ByteBuffer target) throws IOException {
    long size = Zstd.compressDirectByteBuffer(target, 0, target.capacity(), page, from, length, ZSTD_LEVEL);
    if (Zstd.isError(size)) {
      throw new IOException("zstd failed: " + Zstd.getErrorName(size));
    }
    return (int) size;
  }
}
