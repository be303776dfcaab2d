package io.noetl.adapters.parquet.writer;

import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.EventColumn;
import java.nio.ByteBuffer;

/**
 * The rows of a page to be: their values as PLAIN, and one bit a row for whether it has one, the first in the lowest bit
 * of the first byte. Before the values there is room for the definition levels, so that the two become one piece.
 */
final class StagedPage {

  private final EventColumn column;
  private final BufferPool pool;
  private final int headroom;
  private final byte[] presence;
  private ByteBuffer buffer;
  private int end;
  private int rows;
  private int nulls;

  /**
   * An empty page.
   *
   * @param mostRows how many rows it may get
   * @param likelyBytes how much its values will probably take; they may take more
   */
  StagedPage(EventColumn column, BufferPool pool, int mostRows, int likelyBytes) {
    this.column = column;
    this.pool = pool;
    this.presence = new byte[column.nullable() ? (mostRows + 7) / 8 : 0];
    this.headroom = DefinitionLevels.mostBytes(mostRows);
    this.buffer = pool.take(headroom + likelyBytes);
    this.end = headroom;
  }

  EventColumn column() {
    return column;
  }

  int rows() {
    return rows;
  }

  int nulls() {
    return nulls;
  }

  /** How many rows have a value. */
  int values() {
    return rows - nulls;
  }

  byte[] presence() {
    return presence;
  }

  /** Holds the values from {@link #start} to {@link #end}; what is before them may be written over. */
  ByteBuffer buffer() {
    return buffer;
  }

  int start() {
    return headroom;
  }

  int end() {
    return end;
  }

  /** Bytes of the values. */
  int bytes() {
    return end - headroom;
  }

  /** Adds texts, in one piece. */
  void addTexts(ColumnVector vector, PackedTexts texts, int from, int to) {
    int start = texts.start(from);
    int length = texts.start(to) - start;
    reserve(length);
    buffer.put(end, texts.bytes(), start, length);
    end += length;
    addPresence(vector, from, to);
  }

  /** Adds integers, of 4 bytes or 8. */
  void addIntegers(ColumnVector vector, int from, int to) {
    boolean narrow = column.type() == EventColumn.Type.INT;
    reserve((to - from) * Long.BYTES);
    for (int row = from; row < to; row++) {
      if (isNull(vector, row)) {
        continue;
      }
      if (narrow) {
        buffer.putInt(end, Math.toIntExact(vector.longAt(row)));
        end += Integer.BYTES;
      } else {
        buffer.putLong(end, vector.longAt(row));
        end += Long.BYTES;
      }
    }
    addPresence(vector, from, to);
  }

  void addDoubles(ColumnVector vector, int from, int to) {
    reserve((to - from) * Double.BYTES);
    for (int row = from; row < to; row++) {
      if (!isNull(vector, row)) {
        buffer.putLong(end, Double.doubleToRawLongBits(vector.doubleAt(row)));
        end += Double.BYTES;
      }
    }
    addPresence(vector, from, to);
  }

  /** Gives its memory back. */
  void release() {
    pool.give(buffer);
  }

  private boolean isNull(ColumnVector vector, int row) {
    return column.nullable() && vector.isNull(row);
  }

  private void addPresence(ColumnVector vector, int from, int to) {
    for (int row = from; column.nullable() && row < to; row++) {
      int at = rows + row - from;
      if (vector.isNull(row)) {
        nulls++;
      } else {
        presence[at >> 3] |= (byte) (1 << (at & 7));
      }
    }
    rows += to - from;
  }

  private void reserve(int bytes) {
    int needed = Math.addExact(end, bytes);
    if (needed <= buffer.capacity()) {
      return;
    }
    ByteBuffer larger = pool.take((int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * buffer.capacity())));
    larger.put(headroom, buffer, headroom, end - headroom);
    pool.give(buffer);
    buffer = larger;
  }
}
