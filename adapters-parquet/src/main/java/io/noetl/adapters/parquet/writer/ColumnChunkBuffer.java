package io.noetl.adapters.parquet.writer;

import io.noetl.domain.event.EventColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.OffsetIndex;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageLocation;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.PrimitiveType;

/**
 * The pages of one column chunk, compressed and with their headers and checksums, until the row group is written; and
 * all that the footer and the page indexes are to say of them. In the file the dictionary page comes first.
 */
final class ColumnChunkBuffer {

  private final EventColumn column;
  private final PageCompressor compressor;
  private final ColumnBounds bounds;
  private final List<byte[]> pages = new ArrayList<>();
  private final List<PageLocation> locations = new ArrayList<>();
  private final Map<Encoding, Integer> dataPages = new EnumMap<>(Encoding.class);
  private byte[] dictionary = {};
  private Encoding dictionaryEncoding = Encoding.PLAIN_DICTIONARY;
  private long rows;
  private long pageBytes;
  private long uncompressedBytes;

  ColumnChunkBuffer(EventColumn column, PrimitiveType type, PageCompressor compressor) {
    this.column = column;
    this.compressor = compressor;
    this.bounds = new ColumnBounds(type);
  }

  /** Compressed bytes held, headers included. */
  long bytes() {
    return dictionary.length + pageBytes;
  }

  /** Adds a data page of version 1, its definition levels in RLE. */
  void add(BytesInput content, int pageRows, Statistics<?> statistics, Encoding encoding) throws IOException {
    DataPageHeader header = new DataPageHeader(pageRows, encoding, Encoding.RLE, Encoding.BIT_PACKED);
    byte[] page =
        page(content, new PageHeader().setType(PageType.DATA_PAGE).setData_page_header(header));
    locations.add(new PageLocation(pageBytes, page.length, rows));
    pages.add(page);
    pageBytes += page.length;
    rows += pageRows;
    bounds.add(statistics);
    dataPages.merge(encoding, 1, Integer::sum);
  }

  void setDictionary(DictionaryPage values) throws IOException {
    dictionaryEncoding = Encoding.valueOf(values.getEncoding().name());
    DictionaryPageHeader header = new DictionaryPageHeader(values.getDictionarySize(), dictionaryEncoding);
    dictionary =
        page(
            values.getBytes(),
            new PageHeader().setType(PageType.DICTIONARY_PAGE).setDictionary_page_header(header));
  }

  /** Writes the pages and returns what is to be said of them. */
  WrittenChunk writeTo(SealingStream file) throws IOException {
    long start = file.position();
    file.write(dictionary);
    long data = file.position();
    for (byte[] page : pages) {
      file.write(page);
    }
    for (PageLocation location : locations) {
      location.setOffset(data + location.getOffset());
    }
    ColumnMetaData metadata =
        new ColumnMetaData(
                EventSchema.physical(column),
                encodings(),
                List.of(column.columnName()),
                compressor.codec(),
                rows,
                uncompressedBytes,
                bytes(),
                data)
            .setStatistics(bounds.statistics())
            .setEncoding_stats(encodingStatistics());
    if (dictionary.length > 0) {
      metadata.setDictionary_page_offset(start);
    }
    return new WrittenChunk(metadata, bounds.columnIndex(), new OffsetIndex(locations));
  }

  private byte[] page(BytesInput content, PageHeader header) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(Math.toIntExact(content.size()));
    content.writeAllTo(plain);
    byte[] body = compressor.compress(plain.toByteArray());
    CRC32 crc = new CRC32();
    crc.update(body);
    header.setUncompressed_page_size(plain.size()).setCompressed_page_size(body.length).setCrc((int) crc.getValue());
    ByteArrayOutputStream page = new ByteArrayOutputStream(body.length + 64);
    Util.writePageHeader(header, page);
    uncompressedBytes += page.size() + plain.size();
    page.write(body);
    return page.toByteArray();
  }

  private List<Encoding> encodings() {
    List<Encoding> encodings = new ArrayList<>(dataPages.keySet());
    encodings.add(Encoding.RLE);
    encodings.add(Encoding.BIT_PACKED);
    return encodings;
  }

  private List<PageEncodingStats> encodingStatistics() {
    List<PageEncodingStats> statistics = new ArrayList<>();
    if (dictionary.length > 0) {
      statistics.add(new PageEncodingStats(PageType.DICTIONARY_PAGE, dictionaryEncoding, 1));
    }
    dataPages.forEach((encoding, count) -> statistics.add(new PageEncodingStats(PageType.DATA_PAGE, encoding, count)));
    return statistics;
  }
}
