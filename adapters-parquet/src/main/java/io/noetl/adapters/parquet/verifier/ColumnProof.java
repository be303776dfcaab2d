package io.noetl.adapters.parquet.verifier;

import io.noetl.adapters.parquet.digest.ColumnDigest;
import io.noetl.domain.event.EventColumn;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.values.ValuesReader;

/** What was found in one column chunk of ours: its values go to the column's digest, its pages are remembered. */
final class ColumnProof implements ChunkPages.Listener {

  private final EventColumn column;
  private final ColumnDigest digest;
  private final List<ProvenPage> pages = new ArrayList<>();

  ColumnProof(EventColumn column, ColumnDigest digest) {
    this.column = column;
    this.digest = digest;
  }

  /** The data pages, in order. */
  List<ProvenPage> pages() {
    return pages;
  }

  long nulls() {
    return pages.stream().mapToLong(ProvenPage::nulls).sum();
  }

  /** The bounds of all pages together. */
  Bounds bounds() {
    Bounds all = Bounds.of(column.type());
    pages.forEach(page -> all.include(page.bounds()));
    return all;
  }

  /**
   * Decodes all of it.
   *
   * @param chunk its pages; this must be their listener
   */
  void read(ChunkPages chunk) {
    ChunkDecoder decoder = new ChunkDecoder(OwnSchema.descriptor(column), chunk);
    for (long left = chunk.getTotalValueCount(); left > 0; ) {
      ChunkDecoder.Page page = decoder.next();
      digest.addRows(decoder.marks(), page.rows());
      addValues(page, pages.getLast());
      left -= page.rows();
    }
    chunk.requireEnd();
  }

  @Override
  public void pageBegins(PageSummary page) {
    pages.add(new ProvenPage(page, Bounds.of(column.type())));
  }

  private void addValues(ChunkDecoder.Page page, ProvenPage proven) {
    proven.countNulls(page.rows() - page.values());
    switch (column.type()) {
      case TEXT, JSON -> addTexts(page, (Bounds.Texts) proven.bounds());
      case TIMESTAMP, LONG -> addLongs(page.reader(), page.values(), (Bounds.Integers) proven.bounds());
      case INT -> addIntegers(page.reader(), page.values(), (Bounds.Integers) proven.bounds());
      case DOUBLE -> addDoubles(page.reader(), page.values(), (Bounds.Reals) proven.bounds());
    }
  }

  private void addTexts(ChunkDecoder.Page page, Bounds.Texts bounds) {
    if (page.numbered() != null) {
      addNumbered(page.reader(), page.values(), page.numbered(), bounds);
    } else if (page.reader() instanceof JoinedTexts joined) {
      addJoined(joined, page.values(), bounds);
    } else {
      addWhole(page.reader(), page.values(), bounds);
    }
    bounds.keep();
  }

  private void addJoined(JoinedTexts reader, int values, Bounds.Texts bounds) {
    for (int i = 0; i < values; i++) {
      int length = reader.next();
      digest.addText(reader.array(), 0, length);
      bounds.addPassing(reader.array(), length);
    }
  }

  private void addWhole(ValuesReader reader, int values, Bounds.Texts bounds) {
    for (int i = 0; i < values; i++) {
      ByteBuffer utf8 = reader.readBytes().toByteBuffer();
      byte[] array = utf8.array();
      int from = utf8.arrayOffset() + utf8.position();
      int length = utf8.remaining();
      digest.addText(array, from, length);
      bounds.add(array, from, from + length);
    }
  }

  private void addNumbered(ValuesReader reader, int values, DictionaryTexts texts, Bounds.Texts bounds) {
    for (int i = 0; i < values; i++) {
      int number = reader.readValueDictionaryId();
      byte[] array = texts.array(number);
      int from = texts.from(number);
      int to = texts.to(number);
      digest.addText(array, from, to - from);
      if (texts.isFirst(number, pages.size())) {
        bounds.add(array, from, to);
      }
    }
  }

  private void addLongs(ValuesReader reader, int values, Bounds.Integers bounds) {
    for (int i = 0; i < values; i++) {
      long value = reader.readLong();
      digest.addLong(value);
      bounds.add(value);
    }
  }

  private void addIntegers(ValuesReader reader, int values, Bounds.Integers bounds) {
    for (int i = 0; i < values; i++) {
      int value = reader.readInteger();
      digest.addLong(value);
      bounds.add(value);
    }
  }

  private void addDoubles(ValuesReader reader, int values, Bounds.Reals bounds) {
    for (int i = 0; i < values; i++) {
      double value = reader.readDouble();
      digest.addDouble(value);
      bounds.add(value);
    }
  }
}
