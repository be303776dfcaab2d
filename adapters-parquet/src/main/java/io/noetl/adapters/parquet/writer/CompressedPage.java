package io.noetl.adapters.parquet.writer;

import java.nio.ByteBuffer;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.Encoding;

/**
 * A page as it will be in the file.
 *
 * @param header its header, encoded; the checksum of the body is in it
 * @param body compressed
 * @param plainBytes the size of the body before it was compressed
 * @param rows how many rows a data page has; the entries of a dictionary page
 * @param statistics of a data page; empty for a dictionary
 */
record CompressedPage(
    ByteBuffer header, ByteBuffer body, int plainBytes, int rows, Encoding encoding, Statistics<?> statistics) {

  /** Header and body. */
  int bytes() {
    return header.remaining() + body.remaining();
  }

  /** What the footer counts as uncompressed, the header included. */
  int uncompressedBytes() {
    return header.remaining() + plainBytes;
  }
}
