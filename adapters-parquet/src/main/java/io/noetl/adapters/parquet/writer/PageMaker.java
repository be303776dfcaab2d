package io.noetl.adapters.parquet.writer;

import io.noetl.adapters.parquet.writer.PageEncoder.EncodedPage;
import io.noetl.domain.event.EventColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.PrimitiveType;

/** Makes finished pages out of staged ones: bounds, encoding, compression, checksum, header. For any number of threads. */
final class PageMaker {

  private final BufferPool buffers;
  private final PageEncoder encoder;
  private final PageCompressor compressor;
  private final ValueStage stage;

  PageMaker(BufferPool buffers, PageCompressor compressor, ValueStage stage) {
    this.buffers = buffers;
    this.encoder = new PageEncoder(buffers);
    this.compressor = compressor;
    this.stage = stage;
  }

  PageCompressor compressor() {
    return compressor;
  }

  /** A page of the values themselves, kept in the store; the staged one's memory is given back. */
  CompressedPage page(StagedPage page, PrimitiveType type, PageStore store) throws IOException {
    Statistics<?> bounds = PageBounds.of(page, type);
    return dataPage(page, encoder.encode(page), bounds, store);
  }

  /** A page of the values' numbers in a dictionary, kept in the store; the staged one's memory is given back. */
  CompressedPage page(
      StagedPage page, PrimitiveType type, int[] numbers, TextDictionary.Entries dictionary, PageStore store)
      throws IOException {
    Statistics<?> bounds = PageBounds.of(page, type, numbers, dictionary);
    return dataPage(page, encoder.encode(page, numbers, dictionary.count()), bounds, store);
  }

  /** The page of a dictionary that has entries, kept in the store. */
  CompressedPage dictionaryPage(EventColumn column, PrimitiveType type, TextDictionary.Entries entries, PageStore store)
      throws IOException {
    ByteBuffer plain = buffers.take(entries.end());
    plain.put(0, entries.bytes(), 0, entries.end());
    PageHeader header =
        new PageHeader()
            .setType(PageType.DICTIONARY_PAGE)
            .setDictionary_page_header(new DictionaryPageHeader(entries.count(), Encoding.PLAIN));
    EncodedPage encoded = new EncodedPage(Encoding.PLAIN, plain, 0, entries.end());
    stage.page(column, Encoding.PLAIN, plain, 0, entries.end());
    return finished(header, encoded, entries.count(), Statistics.createStats(type), store);
  }

  private CompressedPage dataPage(StagedPage page, EncodedPage encoded, Statistics<?> bounds, PageStore store)
      throws IOException {
    // There are no repetition levels; the format wants an encoding of them all the same.
    DataPageHeader data = new DataPageHeader(page.rows(), encoded.encoding(), Encoding.RLE, Encoding.BIT_PACKED);
    PageHeader header = new PageHeader().setType(PageType.DATA_PAGE).setData_page_header(data);
    stage.page(page.column(), encoded.encoding(), encoded.buffer(), encoded.start(), encoded.end());
    return finished(header, encoded, page.rows(), bounds, store);
  }

  private CompressedPage finished(
      PageHeader header, EncodedPage encoded, int rows, Statistics<?> bounds, PageStore store) throws IOException {
    int length = encoded.end() - encoded.start();
    ByteBuffer scratch = buffers.take(compressor.mostBytes(length));
    int size = compressor.compress(encoded.buffer(), encoded.start(), length, scratch);
    ByteBuffer body = store.keep(scratch, 0, size);
    buffers.give(scratch);
    buffers.give(encoded.buffer());
    CRC32 crc = new CRC32();
    crc.update(body.duplicate());
    header.setUncompressed_page_size(length).setCompressed_page_size(size).setCrc((int) crc.getValue());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
    Util.writePageHeader(header, bytes);
    return new CompressedPage(ByteBuffer.wrap(bytes.toByteArray()), body, length, rows, encoded.encoding(), bounds);
  }
}
