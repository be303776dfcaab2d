package io.noetl.adapters.parquet.verifier;

import static io.noetl.adapters.parquet.verifier.Present.present;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * Hands the pages of one column chunk to parquet-java's decoders, one at a time, each with its sizes, counts and
 * checksum checked before.
 */
final class ChunkPages implements PageReader {

  /** Hears of every data page before its values are decoded. */
  interface Listener {
    void pageBegins(PageSummary page);
  }

  /** Headers take some 40 bytes; those with statistics in them can take more. */
  private static final int[] HEADER_BYTES = {256, 64 << 10, 16 << 20};

  private static final byte[] NO_ROOM = {};

  /** As many rows as noetl would ever write to one page, by far. */
  private static final int MOST_ROWS = 1 << 20;

  private final ByteReader file;
  private final Place place;
  private final PrimitiveType type;
  private final boolean ours;
  private final PageRoom room;
  private final Listener listener;
  private long position;
  private int page;
  private long values;

  /**
   * The pages of a chunk that noetl wrote: every page has a checksum, and there is no kind that noetl does not write.
   *
   * @param room where its pages are until the next one is read; nobody else's for so long
   */
  static ChunkPages ours(ByteReader file, Place place, PrimitiveType type, PageRoom room, Listener listener) {
    return new ChunkPages(file, place, type, true, room, listener);
  }

  /** The pages of a chunk that another program wrote; each has its own arrays: old writers' first text may go on from a last one. */
  static ChunkPages foreign(ByteReader file, Place place, PrimitiveType type, Listener listener) {
    return new ChunkPages(file, place, type, false, PageRoom.none(), listener);
  }

  private ChunkPages(
      ByteReader file, Place place, PrimitiveType type, boolean ours, PageRoom room, Listener listener) {
    this.file = file;
    this.place = place;
    this.type = type;
    this.ours = ours;
    this.room = room;
    this.listener = listener;
    this.position = place.start();
  }

  @Override
  public long getTotalValueCount() {
    return place.metadata().getNum_values();
  }

  @Override
  public @Nullable DictionaryPage readDictionaryPage() {
    long start = position;
    PageHeader header = readHeader();
    if (header.getType() != PageType.DICTIONARY_PAGE) {
      position = start;
      page--;
      return null;
    }
    DictionaryPageHeader dictionary = present(header.getDictionary_page_header(), "a dictionary's header");
    byte[] entries = decompressed(header, body(header, NO_ROOM), NO_ROOM);
    int mostValues = ours ? entries.length / Integer.BYTES : entries.length;
    if (dictionary.getNum_values() < 0 || dictionary.getNum_values() > mostValues) {
      throw damage("its dictionary claims %d values in %d bytes".formatted(dictionary.getNum_values(), entries.length));
    }
    return new DictionaryPage(
        BytesInput.from(entries), dictionary.getNum_values(), encoding(dictionary.getEncoding()));
  }

  @Override
  public DataPage readPage() {
    while (position < place.end()) {
      long start = position;
      PageHeader header = readHeader();
      byte[] body = body(header, room.body()); // Every value of the page before has been read.
      room.keepBody(body);
      if (header.getType() == PageType.DATA_PAGE) {
        return version1(start, header, body);
      }
      if (header.getType() == PageType.DATA_PAGE_V2 && !ours) {
        return version2(start, header, body);
      }
      if (ours || header.getType() == PageType.DICTIONARY_PAGE) {
        throw damage("it is a page of type " + header.getType() + " where data should be");
      }
    }
    throw new DamageException(
        "%s is damaged: its pages hold %d values, and the footer claims %d"
            .formatted(place, values, getTotalValueCount()));
  }

  /** After the last value: nothing may follow. */
  void requireEnd() {
    if (position != place.end()) {
      throw new DamageException(
          "%s is damaged: its pages end at byte %d, and the footer claims byte %d"
              .formatted(place, position, place.end()));
    }
  }

  private DataPage version1(long start, PageHeader header, byte[] body) {
    DataPageHeader data = present(header.getData_page_header(), "a data page's header");
    if (ours) {
      requireOurs(data);
    }
    int length = header.getUncompressed_page_size();
    byte[] content = decompressed(header, body, room.content());
    if (place.metadata().getCodec() != CompressionCodec.UNCOMPRESSED) {
      room.keepContent(content);
    }
    begin(start, data.getNum_values());
    return new DataPageV1(
        BytesInput.from(content, 0, length),
        data.getNum_values(),
        length,
        Statistics.noopStats(type),
        encoding(data.getRepetition_level_encoding()),
        encoding(data.getDefinition_level_encoding()),
        encoding(data.getEncoding()));
  }

  /** What parquet-java does not look at in a column like ours, and other readers may. */
  private void requireOurs(DataPageHeader data) {
    if (data.getNum_values() < 1 || data.getNum_values() > MOST_ROWS) {
      throw damage("it claims %d rows, and noetl writes 1 to %d to a page".formatted(data.getNum_values(), MOST_ROWS));
    }
    if (data.getDefinition_level_encoding() != org.apache.parquet.format.Encoding.RLE
        || data.getRepetition_level_encoding() != org.apache.parquet.format.Encoding.BIT_PACKED) {
      throw damage(
          "it claims levels in %s and %s, and noetl writes RLE and BIT_PACKED"
              .formatted(data.getDefinition_level_encoding(), data.getRepetition_level_encoding()));
    }
  }

  private DataPage version2(long start, PageHeader header, byte[] body) {
    DataPageHeaderV2 data = present(header.getData_page_header_v2(), "a data page's header");
    int repetition = data.getRepetition_levels_byte_length();
    int definition = data.getDefinition_levels_byte_length();
    if (repetition < 0 || definition < 0 || (long) repetition + definition > body.length) {
      throw damage("its levels claim %d and %d of its %d bytes".formatted(repetition, definition, body.length));
    }
    int levels = repetition + definition;
    byte[] packed = Arrays.copyOfRange(body, levels, body.length);
    int length = header.getUncompressed_page_size() - levels;
    boolean compressed = !data.isSetIs_compressed() || data.isIs_compressed();
    byte[] content = compressed && packed.length > 0 ? decompressed(packed, packed.length, length, NO_ROOM) : packed;
    begin(start, data.getNum_values());
    return DataPageV2.uncompressed(
        data.getNum_rows(),
        data.getNum_nulls(),
        data.getNum_values(),
        BytesInput.from(body, 0, repetition),
        BytesInput.from(body, repetition, definition),
        encoding(data.getEncoding()),
        BytesInput.from(content),
        Statistics.noopStats(type));
  }

  private void begin(long start, int count) {
    if (count < 0 || count > getTotalValueCount() - values) {
      throw damage(
          "it claims %d values, and %d of the column's are left".formatted(count, getTotalValueCount() - values));
    }
    values += count;
    listener.pageBegins(new PageSummary(start, (int) (position - start), count));
  }

  /** Reads the header at the position, and goes behind it. */
  private PageHeader readHeader() {
    page++;
    IOException failure = new IOException("no page");
    for (int limit : HEADER_BYTES) {
      int length = (int) Math.min(limit, place.end() - position);
      ByteArrayInputStream input = new ByteArrayInputStream(file.read(position, length, NO_ROOM), 0, length);
      try {
        PageHeader header = Util.readPageHeader(input);
        position += length - input.available();
        return header;
      } catch (IOException e) {
        failure = e;
      }
      if (length < limit) {
        break;
      }
    }
    throw damage("its header cannot be decoded (" + Damages.text(failure) + ")");
  }

  /** Reads the page behind its header into an array that begins with it, and goes behind it. */
  private byte[] body(PageHeader header, byte[] room) {
    int length = header.getCompressed_page_size();
    if (length < 0 || length > place.end() - position || header.getUncompressed_page_size() < 0) {
      throw damage(
          "its header claims %d bytes, %d uncompressed, and %d are left"
              .formatted(length, header.getUncompressed_page_size(), place.end() - position));
    }
    byte[] body = file.read(position, length, room);
    position += length;
    requireChecksum(header, body, length);
    return body;
  }

  private void requireChecksum(PageHeader header, byte[] body, int length) {
    if (!header.isSetCrc()) {
      if (ours) {
        throw damage("it has no checksum, and noetl writes one");
      }
      return;
    }
    CRC32 crc = new CRC32();
    crc.update(body, 0, length);
    if ((int) crc.getValue() != header.getCrc()) {
      throw damage("its checksum is %08X, and its header says %08X".formatted((int) crc.getValue(), header.getCrc()));
    }
  }

  private byte[] decompressed(PageHeader header, byte[] body, byte[] room) {
    return decompressed(body, header.getCompressed_page_size(), header.getUncompressed_page_size(), room);
  }

  private byte[] decompressed(byte[] body, int size, int length, byte[] room) {
    try {
      return PageDecompressor.decompress(present(place.metadata().getCodec(), "a codec"), body, size, length, room);
    } catch (DamageException e) {
      throw damage(e.reason());
    }
  }

  private static Encoding encoding(org.apache.parquet.format.@Nullable Encoding encoding) {
    return Encoding.valueOf(present(encoding, "a page's encoding").name());
  }

  /** What is wrong with the current page. */
  DamageException damage(String what) {
    return new DamageException(place.page(page) + " is damaged: " + what);
  }
}
