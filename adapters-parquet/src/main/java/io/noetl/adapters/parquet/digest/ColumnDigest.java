package io.noetl.adapters.parquet.digest;

import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.EventColumn;
import java.nio.ByteBuffer;
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

  private static final byte NULL = 0;
  private static final byte VALUE = 1;
  private static final int PENDING_BYTES = 8192;

  private final XxHash64 valueHash = new XxHash64();
  private final XxHash64 presenceHash = new XxHash64();
  private final ByteBuffer values = ByteBuffer.allocate(PENDING_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private final ByteBuffer presence = ByteBuffer.allocate(PENDING_BYTES).order(ByteOrder.LITTLE_ENDIAN);

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

  /**
   * Adds the first rows of a batch.
   *
   * @param hasNulls false if it is known that none of them is null
   */
  public void add(EventColumn column, ColumnVector vector, int rows, boolean hasNulls) {
    switch (column.type()) {
      case TEXT, JSON -> addTexts(vector, rows, hasNulls);
      case TIMESTAMP, LONG, INT -> {
        for (int row = 0; row < rows; row++) {
          if (hasNulls && vector.isNull(row)) {
            addNull();
          } else {
            addLong(vector.longAt(row));
          }
        }
      }
      case DOUBLE -> {
        for (int row = 0; row < rows; row++) {
          if (hasNulls && vector.isNull(row)) {
            addNull();
          } else {
            addDouble(vector.doubleAt(row));
          }
        }
      }
    }
  }

  public void addNull() {
    addPresence(NULL);
  }

  /** Adds a text, given as UTF-8. */
  public void addText(byte[] utf8) {
    addText(ByteBuffer.wrap(utf8), 0, utf8.length);
  }

  /** Adds a text, the {@code length} bytes of UTF-8 that lie at an index of a buffer. */
  public void addText(ByteBuffer utf8, int from, int length) {
    addPresence(VALUE);
    room(Integer.BYTES).putInt(length);
    if (length > values.remaining()) {
      drain(values, valueHash);
    }
    if (length > values.capacity()) {
      valueHash.update(utf8, from, length);
    } else {
      values.put(values.position(), utf8, from, length).position(values.position() + length);
    }
  }

  /** Adds an integer of any width, or the microseconds of a timestamp. */
  public void addLong(long value) {
    addPresence(VALUE);
    room(Long.BYTES).putLong(value);
  }

  public void addDouble(double value) {
    addLong(Double.doubleToRawLongBits(value));
  }

  /** The digest of all that was added, in {@link #DIGITS} hexadecimal digits: the values', then the presence's. */
  public String hex() {
    drain(values, valueHash);
    drain(presence, presenceHash);
    return valueHash.hex() + presenceHash.hex();
  }

  private void addTexts(ColumnVector vector, int rows, boolean hasNulls) {
    PackedTexts texts = vector.texts();
    drain(values, valueHash);
    valueHash.update(texts.bytes(), texts.start(0), texts.start(rows) - texts.start(0));
    for (int row = 0; row < rows; row++) {
      addPresence(hasNulls && vector.isNull(row) ? NULL : VALUE);
    }
  }

  private void addPresence(byte mark) {
    if (!presence.hasRemaining()) {
      drain(presence, presenceHash);
    }
    presence.put(mark);
  }

  private ByteBuffer room(int bytes) {
    if (values.remaining() < bytes) {
      drain(values, valueHash);
    }
    return values;
  }

  private static void drain(ByteBuffer pending, XxHash64 hash) {
    hash.update(pending, 0, pending.position());
    pending.clear();
  }
}
