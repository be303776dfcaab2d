package io.noetl.benchmarks.damage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnIndex;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.OffsetIndex;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageLocation;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.NullUnmarked;

/**
 * A Parquet file taken apart: pages, indexes and footer. Put together again, all offsets and sizes are made to fit what the
 * pages are by then, so that only the damage that was done is wrong; without any the bytes are those that were read.
 */
@NullUnmarked
final class ParquetParts {

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int TAIL_BYTES = 8;

  private final FileMetaData footer;
  private final List<Chunk> chunks;

  private ParquetParts(FileMetaData footer, List<Chunk> chunks) {
    this.footer = footer;
    this.chunks = chunks;
  }

  /** Takes a sound file apart. */
  static ParquetParts of(byte[] file) throws IOException {
    int end = file.length - TAIL_BYTES;
    int length = ByteBuffer.wrap(file, end, Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).getInt();
    FileMetaData footer = Util.readFileMetaData(stream(file, end - length, length));
    List<Chunk> chunks = new ArrayList<>();
    for (RowGroup group : footer.getRow_groups()) {
      for (ColumnChunk entry : group.getColumns()) {
        chunks.add(chunk(file, entry));
      }
    }
    return new ParquetParts(footer, chunks);
  }

  /** In the order of the file. */
  List<Chunk> chunks() {
    return chunks;
  }

  /** Puts the file together. */
  byte[] bytes() throws IOException {
    return bytes(located -> {}, described -> {});
  }

  /**
   * Puts the file together.
   *
   * @param indexes changes the chunks' indexes when all in them is true
   * @param description changes the footer when all in it is true
   */
  byte[] bytes(Consumer<List<Chunk>> indexes, Consumer<FileMetaData> description) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(MAGIC);
    for (Chunk chunk : chunks) {
      writePages(chunk, file);
    }
    indexes.accept(chunks);
    writeIndexes(file);
    summarise();
    FileMetaData described = new FileMetaData(footer);
    description.accept(described);
    int start = file.size();
    Util.writeFileMetaData(described, file);
    int length = file.size() - start;
    file.write(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(length).array());
    file.write(MAGIC);
    return file.toByteArray();
  }

  private static Chunk chunk(byte[] file, ColumnChunk entry) throws IOException {
    ColumnMetaData metadata = entry.getMeta_data();
    boolean dictionaryFirst =
        metadata.isSetDictionary_page_offset() && metadata.getDictionary_page_offset() < metadata.getData_page_offset();
    long start = dictionaryFirst ? metadata.getDictionary_page_offset() : metadata.getData_page_offset();
    ByteArrayInputStream bytes = stream(file, start, metadata.getTotal_compressed_size());
    List<Page> pages = new ArrayList<>();
    while (bytes.available() > 0) {
      PageHeader header = Util.readPageHeader(bytes);
      pages.add(new Page(header, bytes.readNBytes(header.getCompressed_page_size())));
    }
    ColumnIndex columnIndex =
        entry.isSetColumn_index_offset()
            ? Util.readColumnIndex(stream(file, entry.getColumn_index_offset(), entry.getColumn_index_length()))
            : null;
    OffsetIndex offsetIndex =
        entry.isSetOffset_index_offset()
            ? Util.readOffsetIndex(stream(file, entry.getOffset_index_offset(), entry.getOffset_index_length()))
            : null;
    return new Chunk(entry, pages, columnIndex, offsetIndex);
  }

  private static ByteArrayInputStream stream(byte[] file, long start, long length) {
    return new ByteArrayInputStream(file, Math.toIntExact(start), Math.toIntExact(length));
  }

  private static void writePages(Chunk chunk, ByteArrayOutputStream file) throws IOException {
    int start = file.size();
    long plain = 0;
    long row = 0;
    List<PageLocation> locations = new ArrayList<>();
    for (Page page : chunk.pages()) {
      int offset = file.size();
      Util.writePageHeader(page.header(), file);
      plain += file.size() - offset + page.header().getUncompressed_page_size();
      file.write(page.body());
      if (page.header().getType() == PageType.DICTIONARY_PAGE) {
        chunk.metadata().setDictionary_page_offset(offset);
      } else {
        locations.add(new PageLocation(offset, file.size() - offset, row));
        row += page.values();
      }
    }
    if (!locations.isEmpty()) {
      chunk.metadata().setData_page_offset(locations.get(0).getOffset());
    }
    chunk.metadata().setTotal_compressed_size(file.size() - start).setTotal_uncompressed_size(plain);
    if (chunk.offsetIndex() != null) {
      chunk.offsetIndex().setPage_locations(locations);
    }
  }

  private void writeIndexes(ByteArrayOutputStream file) throws IOException {
    for (Chunk chunk : chunks) {
      if (chunk.columnIndex() != null) {
        int offset = file.size();
        Util.writeColumnIndex(chunk.columnIndex(), file);
        chunk.entry().setColumn_index_offset(offset).setColumn_index_length(file.size() - offset);
      }
    }
    for (Chunk chunk : chunks) {
      if (chunk.offsetIndex() != null) {
        int offset = file.size();
        Util.writeOffsetIndex(chunk.offsetIndex(), file);
        chunk.entry().setOffset_index_offset(offset).setOffset_index_length(file.size() - offset);
      }
    }
  }

  private void summarise() {
    for (RowGroup group : footer.getRow_groups()) {
      List<ColumnMetaData> columns = group.getColumns().stream().map(ColumnChunk::getMeta_data).toList();
      group.setTotal_byte_size(columns.stream().mapToLong(ColumnMetaData::getTotal_uncompressed_size).sum());
      if (group.isSetTotal_compressed_size()) {
        group.setTotal_compressed_size(columns.stream().mapToLong(ColumnMetaData::getTotal_compressed_size).sum());
      }
      if (group.isSetFile_offset() && !columns.isEmpty()) {
        ColumnMetaData first = columns.get(0);
        group.setFile_offset(
            first.isSetDictionary_page_offset() ? first.getDictionary_page_offset() : first.getData_page_offset());
      }
    }
  }
}
