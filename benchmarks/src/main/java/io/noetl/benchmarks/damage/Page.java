package io.noetl.benchmarks.damage;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.jspecify.annotations.NullUnmarked;
import org.xerial.snappy.Snappy;

/** A page of a file: its header, and its body as it is in the file. */
@NullUnmarked
final class Page {

  private final PageHeader header;
  private final byte[] body;

  Page(PageHeader header, byte[] body) {
    this.header = header;
    this.body = body;
  }

  PageHeader header() {
    return header;
  }

  byte[] body() {
    return body;
  }

  Page copy() {
    return new Page(new PageHeader(header), body.clone());
  }

  boolean isData() {
    return header.getType() == PageType.DATA_PAGE || header.getType() == PageType.DATA_PAGE_V2;
  }

  /** By the header that it has, whatever type it claims. */
  int values() {
    if (header.isSetData_page_header()) {
      return header.getData_page_header().getNum_values();
    }
    if (header.isSetData_page_header_v2()) {
      return header.getData_page_header_v2().getNum_values();
    }
    return header.isSetDictionary_page_header() ? header.getDictionary_page_header().getNum_values() : 0;
  }

  /** Levels and values, decompressed. */
  byte[] content(CompressionCodec codec) throws IOException {
    int levels = levels();
    byte[] packed = Arrays.copyOfRange(body, levels, body.length);
    byte[] content = Arrays.copyOf(body, header.getUncompressed_page_size());
    byte[] values = isCompressed() ? decompress(packed, content.length - levels, codec) : packed;
    System.arraycopy(values, 0, content, levels, values.length);
    return content;
  }

  /** The same page with other content of the same length, its sizes and its checksum true. */
  Page with(byte[] content, CompressionCodec codec) throws IOException {
    int levels = levels();
    byte[] values = Arrays.copyOfRange(content, levels, content.length);
    byte[] packed = isCompressed() ? compress(values, codec) : values;
    byte[] changed = Arrays.copyOf(content, levels + packed.length);
    System.arraycopy(packed, 0, changed, levels, packed.length);
    CRC32 crc = new CRC32();
    crc.update(changed);
    PageHeader described = new PageHeader(header).setCompressed_page_size(changed.length);
    if (header.isSetCrc()) {
      described.setCrc((int) crc.getValue());
    }
    return new Page(described, changed);
  }

  /** How many bytes at the beginning are never compressed. */
  private int levels() {
    return header.getType() == PageType.DATA_PAGE_V2
        ? header.getData_page_header_v2().getDefinition_levels_byte_length()
            + header.getData_page_header_v2().getRepetition_levels_byte_length()
        : 0;
  }

  private boolean isCompressed() {
    return header.getType() != PageType.DATA_PAGE_V2 || header.getData_page_header_v2().isIs_compressed();
  }

  private static byte[] decompress(byte[] packed, int length, CompressionCodec codec) throws IOException {
    return switch (codec) {
      case UNCOMPRESSED -> packed;
      case SNAPPY -> packed.length == 0 ? packed : Snappy.uncompress(packed);
      case ZSTD -> packed.length == 0 ? packed : Zstd.decompress(packed, length);
      case GZIP, LZO, BROTLI, LZ4, LZ4_RAW -> throw new IOException("no export is compressed with " + codec);
    };
  }

  private static byte[] compress(byte[] values, CompressionCodec codec) throws IOException {
    return switch (codec) {
      case UNCOMPRESSED -> values;
      case SNAPPY -> Snappy.compress(values);
      case ZSTD -> Zstd.compress(values);
      case GZIP, LZO, BROTLI, LZ4, LZ4_RAW -> throw new IOException("no export is compressed with " + codec);
    };
  }
}
