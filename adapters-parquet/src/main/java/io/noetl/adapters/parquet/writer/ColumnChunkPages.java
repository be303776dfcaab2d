package io.noetl.adapters.parquet.writer;

import io.noetl.domain.event.EventColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.OffsetIndex;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.PageLocation;
import org.apache.parquet.format.PageType;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one column chunk, in order, some of them perhaps still in the making. In the file the dictionary comes
 * first.
 *
 * @param dictionary null if there is none
 */
record ColumnChunkPages(
    EventColumn column,
    PrimitiveType type,
    CompressionCodec codec,
    @Nullable CompletableFuture<CompressedPage> dictionary,
    List<CompletableFuture<CompressedPage>> pages) {

  /** Writes the chunks of a row group, in order. */
  static List<WrittenChunk> write(List<ColumnChunkPages> chunks, SealingStream file) throws IOException {
    List<WrittenChunk> written = new ArrayList<>();
    for (ColumnChunkPages chunk : chunks) {
      written.add(chunk.writeTo(file));
    }
    return written;
  }

  /** Waits for the pages, writes them, and returns what the footer and the page indexes are to say of them. */
  private WrittenChunk writeTo(SealingStream file) throws IOException {
    Summary summary = new Summary(file.position());
    if (dictionary != null) {
      summary.addDictionary(written(dictionary, file));
    }
    long data = file.position();
    ColumnBounds bounds = new ColumnBounds(type);
    List<PageLocation> locations = new ArrayList<>();
    for (CompletableFuture<CompressedPage> waiting : pages) {
      long position = file.position();
      CompressedPage page = written(waiting, file);
      locations.add(new PageLocation(position, page.bytes(), summary.rows));
      bounds.add(page.statistics());
      summary.addData(page);
    }
    ColumnMetaData metadata = summary.metadata(this, data, file.position()).setStatistics(bounds.statistics());
    return new WrittenChunk(metadata, bounds.columnIndex(), new OffsetIndex(locations));
  }

  private static CompressedPage written(CompletableFuture<CompressedPage> waiting, SealingStream file)
      throws IOException {
    CompressedPage page = PageWorkers.join(waiting);
    file.write(page.header());
    file.write(page.body());
    return page;
  }

  /** Counts what is written. */
  private static final class Summary {

    private final long start;
    private final Map<Encoding, Integer> dataPages = new EnumMap<>(Encoding.class);
    private boolean hasDictionary;
    private long rows;
    private long uncompressedBytes;

    Summary(long start) {
      this.start = start;
    }

    void addDictionary(CompressedPage page) {
      hasDictionary = true;
      uncompressedBytes += page.uncompressedBytes();
    }

    void addData(CompressedPage page) {
      rows += page.rows();
      uncompressedBytes += page.uncompressedBytes();
      dataPages.merge(page.encoding(), 1, Integer::sum);
    }

    ColumnMetaData metadata(ColumnChunkPages chunk, long data, long end) {
      List<String> path = List.of(chunk.column().columnName());
      ColumnMetaData metadata =
          new ColumnMetaData(
                  EventSchema.physical(chunk.column()), encodings(), path, chunk.codec(), rows, uncompressedBytes, end - start, data)
              .setEncoding_stats(encodingStatistics());
      if (hasDictionary) {
        metadata.setDictionary_page_offset(start);
      }
      return metadata;
    }

    private List<Encoding> encodings() {
      List<Encoding> encodings = new ArrayList<>();
      if (hasDictionary) {
        encodings.add(Encoding.PLAIN);
      }
      dataPages.keySet().stream().filter(encoding -> !encodings.contains(encoding)).forEach(encodings::add);
      encodings.add(Encoding.RLE);
      return encodings;
    }

    private List<PageEncodingStats> encodingStatistics() {
      List<PageEncodingStats> statistics = new ArrayList<>();
      if (hasDictionary) {
        statistics.add(new PageEncodingStats(PageType.DICTIONARY_PAGE, Encoding.PLAIN, 1));
      }
      dataPages.forEach((encoding, count) -> statistics.add(new PageEncodingStats(PageType.DATA_PAGE, encoding, count)));
      return statistics;
    }
  }
}
