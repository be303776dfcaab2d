package io.noetl.adapters.parquet.writer;

import io.noetl.adapters.parquet.digest.BatchColumn;
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
  void addTexts(BatchColumn values, int from, int to) {
    PackedTexts texts = values.texts();
    int start = texts.start(from);
    int length = texts.start(to) - start;
    reserve(length);
    buffer.put(end, texts.bytes(), start, length);
    end += length;
    addPresence(values, from, to);
  }

  /** Adds integers or doubles, of 4 bytes or 8. */
  void addNumbers(BatchColumn values, int from, int to) {
    reserve((to - from) * Long.BYTES);
    if (column.type() == EventColumn.Type.INT) {
      addIntegers(values.numbers(), values.marks(), from, to);
    } else {
      addLongs(values.numbers(), values.marks(), from, to);
    }
    addPresence(values, from, to);
  }

  /** Gives its memory back. */
  void release() {
    pool.give(buffer);
  }

  private void addLongs(long[] numbers, byte[] marks, int from, int to) {
    for (int row = from; row < to; row++) {
      if (marks[row] != 0) {
        buffer.putLong(end, numbers[row]);
        end += Long.BYTES;
      }
    }
  }

  private void addIntegers(long[] numbers, byte[] marks, int from, int to) {
    for (int row = from; row < to; row++) {
      if (marks[row] != 0) {
        buffer.putInt(end, Math.toIntExact(numbers[row]));
        end += Integer.BYTES;
      }
    }
  }

  private void addPresence(BatchColumn values, int from, int to) {
    if (column.nullable()) {
      addMarks(values.marks(), from, to);
    }
    rows += to - from;
  }

  private void addMarks(byte[] marks, int from, int to) {
    int present = 0;
    for (int row = from; row < to; row++) {
      int at = rows + row - from;
      presence[at >> 3] |= (byte) (marks[row] << (at & 7));
      present += marks[row];
    }
    nulls += to - from - present;
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
