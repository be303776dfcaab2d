package io.noetl.adapters.parquet.writer;

import io.noetl.adapters.parquet.digest.BatchColumn;
import io.noetl.adapters.parquet.digest.EventBatch;
import io.noetl.application.error.ExportException;
import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.EventColumn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/**
 * Cuts one column of one row group into pages and has them made. A page ends after the row with which its values reach
 * a size, or at a number of rows. Texts go to a dictionary for as long as that pays: until it outgrows its page, or when
 * more than half of the first page's values are distinct.
 */
final class ColumnWriter {

  private final EventColumn column;
  private final PrimitiveType type;
  private final WriterSettings settings;
  private final PageMaker maker;
  private final PageWorkers workers;
  private final BufferPool buffers;
  private final PageStore store;
  private final List<CompletableFuture<CompressedPage>> pages = new ArrayList<>();
  private @Nullable TextDictionary dictionary;
  private boolean dictionaryOpen;
  private StagedPage page;

  ColumnWriter(
      EventColumn column, WriterSettings settings, PageMaker maker, PageWorkers workers, BufferPool buffers, PageStore store) {
    this.column = column;
    this.type = EventSchema.descriptor(column).getPrimitiveType();
    this.settings = settings;
    this.maker = maker;
    this.workers = workers;
    this.buffers = buffers;
    this.store = store;
    this.dictionary = mayRepeat(column) ? new TextDictionary(settings.dictionaryBytes(), store::allocate) : null;
    this.dictionaryOpen = dictionary != null;
    this.page = new StagedPage(column, buffers, settings.pageRows(), 0);
  }

  /** Adds the rows {@code from} (inclusive) to {@code to} (exclusive) of a batch. */
  void append(EventBatch batch, int from, int to) {
    BatchColumn values = batch.column(column);
    if (values.hasNulls() && !column.nullable()) {
      throw new ExportException(
          "the store handed over a row without a value in column " + column.columnName() + ", which always has one",
          "the store is damaged or was changed by something else: export from an intact copy of it");
    }
    switch (column.type()) {
      case TEXT, JSON -> appendTexts(values, from, to);
      case TIMESTAMP, LONG, INT, DOUBLE -> appendNumbers(values, from, to);
    }
  }

  /** Ends the last page and hands over the chunk, whose pages may still be in the making. */
  ColumnChunkPages finish() {
    if (page.rows() > 0) {
      endPage();
    } else {
      page.release();
    }
    CompletableFuture<CompressedPage> dictionaryPage = null;
    if (dictionary != null && dictionary.count() > 0) {
      TextDictionary.Entries entries = dictionary.entries();
      dictionaryPage = workers.make(() -> maker.dictionaryPage(column, type, entries, store));
    }
    return new ColumnChunkPages(column, type, maker.compressor().codec(), dictionaryPage, pages);
  }

  /** The ids of events are all different, and those of parents come one after the other. */
  private static boolean mayRepeat(EventColumn column) {
    return switch (column.type()) {
      case TEXT, JSON -> column != EventColumn.EVENT_ID && column != EventColumn.PARENT_EVENT_ID;
      case TIMESTAMP, LONG, INT, DOUBLE -> false;
    };
  }

  private void appendTexts(BatchColumn values, int from, int to) {
    PackedTexts texts = values.texts();
    for (int row = from; row < to; ) {
      int end = Math.min(to, row + settings.pageRows() - page.rows());
      int room = texts.start(row) + settings.pageBytes() - page.bytes();
      int cut = row + 1;
      if (texts.start(end) < room) {
        cut = end;
      } else {
        while (texts.start(cut) < room) {
          cut++;
        }
      }
      page.addTexts(values, row, cut);
      row = cut;
      endFullPage();
    }
  }

  private void appendNumbers(BatchColumn values, int from, int to) {
    for (int row = from; row < to; ) {
      int cut = Math.min(to, row + settings.pageRows() - page.rows());
      page.addNumbers(values, row, cut);
      row = cut;
      endFullPage();
    }
  }

  private void endFullPage() {
    if (page.rows() >= settings.pageRows() || page.bytes() >= settings.pageBytes()) {
      int likely = Math.min(page.bytes(), settings.pageBytes());
      endPage();
      page = new StagedPage(column, buffers, settings.pageRows(), likely);
    }
  }

  /** Has the page made, which gives its memory back: there must be another one before more is added. */
  private void endPage() {
    StagedPage ended = page;
    int[] numbers = dictionaryOpen ? numbers(ended) : null;
    if (numbers == null || dictionary == null) {
      pages.add(workers.make(() -> maker.page(ended, type, store)));
      return;
    }
    TextDictionary.Entries entries = dictionary.entries();
    pages.add(workers.make(() -> maker.page(ended, type, numbers, entries, store)));
  }

  /** The numbers of a page's values in the dictionary; null, and no dictionary for later pages, if it does not pay. */
  private int @Nullable [] numbers(StagedPage ended) {
    TextDictionary open = dictionary;
    if (open == null || ended.values() == 0) {
      return null;
    }
    int before = open.count();
    int[] numbers = new int[ended.values()];
    ByteBuffer texts = ended.buffer();
    int at = ended.start();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = open.numberOf(texts, at);
      if (numbers[i] == TextDictionary.FULL) {
        return close(open, before);
      }
      at = PlainTexts.next(texts, at);
    }
    return before == 0 && 2 * open.count() > numbers.length + 1 ? close(open, before) : numbers;
  }

  private int @Nullable [] close(TextDictionary open, int before) {
    open.truncate(before);
    dictionaryOpen = false;
    return null;
  }
}
