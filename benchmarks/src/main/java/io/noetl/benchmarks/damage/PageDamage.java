package io.noetl.benchmarks.damage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.jspecify.annotations.NullUnmarked;

/** Whole pages in wrong places, and pages that are wrong in themselves, with all offsets, sizes and checksums true. */
@NullUnmarked
final class PageDamage {

  private static final int ATTEMPTS = 50;

  private PageDamage() {}

  /** Swaps two data pages of a column, or two pages of one kind and type of different columns or row groups. */
  static Optional<byte[]> swap(byte[] file, Random random) throws IOException {
    ParquetParts parts = ParquetParts.of(file);
    List<Chunk> chunks = parts.chunks();
    for (int attempt = 0; attempt < ATTEMPTS && !chunks.isEmpty(); attempt++) {
      int from = random.nextInt(chunks.size());
      int to = random.nextBoolean() ? from : random.nextInt(chunks.size());
      List<Page> first = chunks.get(from).pages();
      List<Page> second = chunks.get(to).pages();
      int i = random.nextInt(first.size());
      int j = random.nextInt(second.size());
      if (areAlike(chunks.get(from), first.get(i), chunks.get(to), second.get(j)) && (from != to || i != j)) {
        Page page = first.get(i);
        first.set(i, second.get(j));
        second.set(j, page);
        return Optional.of(parts.bytes());
      }
    }
    return Optional.empty();
  }

  /** Whether a reader that finds the one in the place of the other has nothing to wonder at but the values. */
  private static boolean areAlike(Chunk chunk, Page page, Chunk otherChunk, Page other) {
    boolean sameColumn = chunk.metadata().getPath_in_schema().equals(otherChunk.metadata().getPath_in_schema());
    return chunk.metadata().getType() == otherChunk.metadata().getType()
        && chunk.metadata().getCodec() == otherChunk.metadata().getCodec()
        && page.header().getType() == other.header().getType()
        && (sameColumn || page.values() == other.values());
  }

  /** Puts a copy of a data page in the place of another one of its column. */
  static Optional<byte[]> repeat(byte[] file, Random random) throws IOException {
    ParquetParts parts = ParquetParts.of(file);
    List<Chunk> candidates = parts.chunks().stream().filter(chunk -> chunk.dataPages().size() > 1).toList();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    Chunk chunk = any(candidates, random);
    int from = any(chunk.dataPages(), random);
    int to = any(chunk.dataPages(), random);
    chunk.pages().set(to, chunk.pages().get(from).copy());
    return Optional.of(parts.bytes());
  }

  /** Changes a byte of a page's levels or values, and makes the page's checksum true again. */
  static Optional<byte[]> changeValue(byte[] file, Random random) throws IOException {
    ParquetParts parts = ParquetParts.of(file);
    for (int attempt = 0; attempt < ATTEMPTS && !parts.chunks().isEmpty(); attempt++) {
      Chunk chunk = any(parts.chunks(), random);
      int place = random.nextInt(chunk.pages().size());
      CompressionCodec codec = chunk.metadata().getCodec();
      byte[] content = chunk.pages().get(place).content(codec);
      if (content.length > 0) {
        content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        chunk.pages().set(place, chunk.pages().get(place).with(content, codec));
        return Optional.of(parts.bytes());
      }
    }
    return Optional.empty();
  }

  /** Changes one field of a page's header. */
  static Optional<byte[]> editHeader(byte[] file, Random random) throws IOException {
    ParquetParts parts = ParquetParts.of(file);
    if (parts.chunks().isEmpty()) {
      return Optional.empty();
    }
    Chunk chunk = any(parts.chunks(), random);
    int place = random.nextInt(chunk.pages().size());
    Page page = chunk.pages().get(place).copy();
    chunk.pages().set(place, page);
    edit(page.header(), random);
    return Optional.of(parts.bytes());
  }

  private static void edit(PageHeader header, Random random) {
    int step = random.nextBoolean() ? 1 : -1 - random.nextInt(1000);
    switch (random.nextInt(7)) {
      case 0 -> header.setCrc(random.nextInt());
      case 1 -> header.unsetCrc();
      case 2 -> header.setUncompressed_page_size(header.getUncompressed_page_size() + step);
      case 3 -> header.setCompressed_page_size(header.getCompressed_page_size() + step);
      case 4 -> header.setType(any(List.of(PageType.values()), random));
      case 5 -> editValues(header, step);
      default -> editEncoding(header, any(List.of(Encoding.values()), random));
    }
  }

  private static void editValues(PageHeader header, int step) {
    switch (header.getType()) {
      case DATA_PAGE -> header.getData_page_header().setNum_values(header.getData_page_header().getNum_values() + step);
      case DATA_PAGE_V2 ->
          header.getData_page_header_v2().setNum_values(header.getData_page_header_v2().getNum_values() + step);
      case DICTIONARY_PAGE ->
          header.getDictionary_page_header().setNum_values(header.getDictionary_page_header().getNum_values() + step);
      case INDEX_PAGE -> header.unsetCrc();
    }
  }

  private static void editEncoding(PageHeader header, Encoding encoding) {
    switch (header.getType()) {
      case DATA_PAGE -> header.getData_page_header().setEncoding(encoding);
      case DATA_PAGE_V2 -> header.getData_page_header_v2().setEncoding(encoding);
      case DICTIONARY_PAGE -> header.getDictionary_page_header().setEncoding(encoding);
      case INDEX_PAGE -> header.unsetCrc();
    }
  }

  static <T> T any(List<T> things, Random random) {
    return things.get(random.nextInt(things.size()));
  }

  /** A list like another, its elements to be put in other places. */
  static <T> List<T> mutable(List<T> things) {
    return new ArrayList<>(things);
  }
}
