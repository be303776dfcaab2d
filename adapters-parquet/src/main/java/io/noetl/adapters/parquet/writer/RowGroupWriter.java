package io.noetl.adapters.parquet.writer;

import io.noetl.adapters.parquet.digest.EventBatch;
import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.EventColumn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One row group in the making. It ends after the row with which its values, before any encoding, reach a size: so what
 * a file looks like follows from the rows alone, and not from how they came in batches or which thread was faster.
 */
final class RowGroupWriter {

  private static final int NUMBER_BYTES = Long.BYTES;

  private final WriterSettings settings;
  private final PageStore store;
  private final Map<EventColumn, ColumnWriter> columns = new EnumMap<>(EventColumn.class);
  private int rows;
  private long bytes;

  RowGroupWriter(WriterSettings settings, PageMaker maker, PageWorkers workers, BufferPool buffers, PageStore store) {
    this.settings = settings;
    this.store = store;
    for (EventColumn column : EventColumn.ALL) {
      columns.put(column, new ColumnWriter(column, settings, maker, workers, buffers, store));
    }
  }

  /**
   * Adds rows of a batch from {@code from} on, up to the end of the batch or of the row group.
   *
   * @return the row after the last one added
   */
  int append(EventBatch batch, int from) {
    List<PackedTexts> texts = EventColumn.TEXTS.stream().map(column -> batch.column(column).texts()).toList();
    int to = end(texts, from, Math.min(batch.rows(), from + settings.rowGroupRows() - rows));
    columns.forEach((column, writer) -> writer.append(batch, from, to));
    rows += to - from;
    bytes += bytes(texts, from, to);
    return to;
  }

  boolean isEmpty() {
    return rows == 0;
  }

  boolean isFull() {
    return rows >= settings.rowGroupRows() || bytes >= settings.rowGroupBytes();
  }

  int rows() {
    return rows;
  }

  /** Ends the last pages; they may still be in the making. */
  List<ColumnChunkPages> finish() {
    List<ColumnChunkPages> chunks = new ArrayList<>();
    columns.values().forEach(column -> chunks.add(column.finish()));
    return chunks;
  }

  /** Gives back the memory of the pages, once they are written. */
  void release() {
    store.release();
  }

  /** The row after the one with which the group is full, or {@code most}. */
  private int end(List<PackedTexts> texts, int from, int most) {
    if (bytes + bytes(texts, from, most) < settings.rowGroupBytes()) {
      return most;
    }
    int end = from + 1;
    while (end < most && bytes + bytes(texts, from, end) < settings.rowGroupBytes()) {
      end++;
    }
    return end;
  }

  private static long bytes(List<PackedTexts> texts, int from, int to) {
    long bytes = (long) (EventColumn.ALL.size() - texts.size()) * NUMBER_BYTES * (to - from);
    for (PackedTexts column : texts) {
      bytes += column.start(to) - column.start(from);
    }
    return bytes;
  }
}
