package io.noetl.adapters.parquet.digest;

import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.EventColumn;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.EnumMap;
import java.util.Map;

/**
 * The digest of one column's values in row order, whatever their encoding in a file: two hashes ({@link XxHash64}), one
 * of the values that are there, one of which rows have a value. To the first each value adds, little-endian:
 *
 * <pre>
 *   text, JSON  length in bytes (4), the UTF-8 bytes
 *   integers    value (8)
 *   doubles     raw IEEE 754 bits (8): -0.0 and 0.0 differ, and so do the NaNs
 * </pre>
 *
 * <p>and to the second each row adds 01, or 00 for a null. No two different columns of one type yield the same bytes. For
 * one thread.
 */
public final class ColumnDigest {

  /** In how many hexadecimal digits a digest is written. */
  public static final int DIGITS = 32;

  private static final int PENDING_BYTES = 8192;
  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final XxHash64 valueHash = new XxHash64();
  private final XxHash64 presenceHash = new XxHash64();
  private final byte[] values = new byte[PENDING_BYTES];
  private final byte[] presence = new byte[PENDING_BYTES];
  private int valueBytes;
  private int presenceBytes;

  /** An empty digest for every column of the event log. */
  public static Map<EventColumn, ColumnDigest> ofAllColumns() {
    Map<EventColumn, ColumnDigest> digests = new EnumMap<>(EventColumn.class);
    EventColumn.ALL.forEach(column -> digests.put(column, new ColumnDigest()));
    return digests;
  }

  /** The digests of all that was added, by column. */
  public static Map<EventColumn, String> hex(Map<EventColumn, ColumnDigest> digests) {
    Map<EventColumn, String> hex = new EnumMap<>(EventColumn.class);
    digests.forEach((column, digest) -> hex.put(column, digest.hex()));
    return hex;
  }

  /** Adds the first rows of a batch. */
  public void add(EventColumn column, BatchColumn values, int rows) {
    addRows(values.marks(), rows);
    switch (column.type()) {
      case TEXT, JSON -> addTexts(values.texts(), rows);
      case TIMESTAMP, LONG, INT, DOUBLE -> addNumbers(values, rows);
    }
  }

  /**
   * Adds rows without what their values are, which the caller adds in the same order.
   *
   * @param marks 1 for each row that has a value, 0 for a null
   */
  public void addRows(byte[] marks, int rows) {
    for (int row = 0; row < rows; ) {
      int next = roomForMarks(rows - row);
      System.arraycopy(marks, row, presence, presenceBytes, next);
      presenceBytes += next;
      row += next;
    }
  }

  /** Adds the value of a row that was added: a text, {@code length} bytes of UTF-8. */
  public void addText(byte[] utf8, int from, int length) {
    makeRoom(Integer.BYTES);
    INT.set(values, valueBytes, length);
    valueBytes += Integer.BYTES;
    makeRoom(length);
    if (length > PENDING_BYTES) {
      valueHash.update(utf8, from, length);
    } else {
      System.arraycopy(utf8, from, values, valueBytes, length);
      valueBytes += length;
    }
  }

  /** Adds the value of a row that was added: an integer of any width, or the microseconds of a timestamp. */
  public void addLong(long value) {
    makeRoom(Long.BYTES);
    LONG.set(values, valueBytes, value);
    valueBytes += Long.BYTES;
  }

  /** Adds the value of a row that was added: a double. */
  public void addDouble(double value) {
    addLong(Double.doubleToRawLongBits(value));
  }

  /** The digest of all that was added, in {@link #DIGITS} hexadecimal digits: the values', then the presence's. */
  public String hex() {
    makeRoom(PENDING_BYTES);
    roomForMarks(PENDING_BYTES);
    return valueHash.hex() + presenceHash.hex();
  }

  private void addTexts(PackedTexts texts, int rows) {
    makeRoom(PENDING_BYTES);
    valueHash.update(texts.bytes(), texts.start(0), texts.start(rows) - texts.start(0));
  }

  private void addNumbers(BatchColumn values, int rows) {
    byte[] marks = values.marks();
    long[] numbers = values.numbers();
    for (int row = 0; row < rows; row++) {
      if (marks[row] != 0) {
        addLong(numbers[row]);
      }
    }
  }

  /** Makes room for some marks at least; returns for how many of those that are wanted. */
  private int roomForMarks(int wanted) {
    if (presenceBytes + wanted > PENDING_BYTES) {
      presenceHash.update(presence, 0, presenceBytes);
      presenceBytes = 0;
    }
    return Math.min(wanted, PENDING_BYTES);
  }

  /** Makes room for so many bytes, or for as many as there is room for. */
  private void makeRoom(int wanted) {
    if (valueBytes + wanted > PENDING_BYTES) {
      valueHash.update(values, 0, valueBytes);
      valueBytes = 0;
    }
  }
}
