package io.noetl.adapters.parquet.writer;

import io.noetl.adapters.parquet.digest.ColumnDigest;
import io.noetl.application.port.EventCursor;
import io.noetl.domain.event.EventColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rows that wait in memory, encoded and compressed, to be written as one row group. */
final class RowGroupBuffer implements AutoCloseable {

  /** Fullness is judged at multiples of this many rows, so that a file does not depend on the size of batches. */
  private static final int SLICE_ROWS = 128;

  private final WriterSettings settings;
  private final Map<EventColumn, ColumnEncoder> encoders = new EnumMap<>(EventColumn.class);
  private int rows;

  RowGroupBuffer(WriterSettings settings, Map<EventColumn, ColumnDigest> digests, PageCompressor compressor) {
    this.settings = settings;
    digests.forEach(
        (column, digest) -> encoders.put(column, new ColumnEncoder(column, settings, digest, compressor)));
  }

  /**
   * Adds rows of the cursor's batch from {@code from} on, a column at a time.
   *
   * @return the row after the last one added
   */
  int append(EventCursor events, int from) throws IOException {
    int room = SLICE_ROWS - rows % SLICE_ROWS;
    int to = Math.min(events.rows(), from + room);
    for (Map.Entry<EventColumn, ColumnEncoder> encoder : encoders.entrySet()) {
      encoder.getValue().append(events.column(encoder.getKey()), from, to);
    }
    rows += to - from;
    return to;
  }

  boolean isEmpty() {
    return rows == 0;
  }

  boolean isFull() {
    if (rows % SLICE_ROWS != 0) {
      return false;
    }
    long bytes = 0;
    for (ColumnEncoder encoder : encoders.values()) {
      bytes += encoder.bufferedBytes();
    }
    return bytes >= settings.rowGroupBytes() || rows >= settings.rowGroupRows();
  }

  void writeTo(SealingStream file, FileFooter footer) throws IOException {
    List<WrittenChunk> chunks = new ArrayList<>();
    for (ColumnEncoder encoder : encoders.values()) {
      chunks.add(encoder.writeTo(file));
    }
    footer.add(chunks, rows);
  }

  @Override
  public void close() {
    encoders.values().forEach(ColumnEncoder::close);
  }
}
