package io.noetl.application.port;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The texts of one column in a batch of rows, one behind the other without an object per value: each text that is there
 * as its length in bytes (4, little-endian) and its UTF-8; a null takes no bytes. It is what Parquet calls PLAIN.
 *
 * <p>Grows as needed and can be filled again; keeps the memory of the largest batch. For one thread.
 */
public final class PackedTexts {

  /** The bytes before each text. */
  public static final int LENGTH_BYTES = Integer.BYTES;

  private static final int FIRST_CAPACITY = 1 << 12;

  private final boolean direct;
  private ByteBuffer bytes;
  private int[] starts = new int[64];
  private int rows;

  private PackedTexts(boolean direct) {
    this.direct = direct;
    this.bytes = allocate(FIRST_CAPACITY);
  }

  /** Empty, in the Java heap. */
  public static PackedTexts onHeap() {
    return new PackedTexts(false);
  }

  /** Empty, outside of the Java heap: for what native code reads or writes. */
  public static PackedTexts offHeap() {
    return new PackedTexts(true);
  }

  /**
   * The texts of a vector, asked for one by one.
   *
   * @throws LoneSurrogateException if one of them cannot be UTF-8
   */
  public static PackedTexts of(ColumnVector vector, int rows) {
    PackedTexts texts = onHeap();
    for (int row = 0; row < rows; row++) {
      if (vector.isNull(row)) {
        texts.addNull();
      } else {
        texts.add(vector.textAt(row));
      }
    }
    return texts;
  }

  /** Forgets all rows. */
  public void clear() {
    rows = 0;
    starts[0] = 0;
  }

  /** How many rows were added. */
  public int rows() {
    return rows;
  }

  /** Where a row begins in {@link #bytes}; that of the row after the last is where the last one ends. */
  public int start(int row) {
    return starts[row];
  }

  /** Little-endian; read by index, up to {@code start(rows())}, until anything is added. */
  public ByteBuffer bytes() {
    return bytes;
  }

  public void addNull() {
    end(starts[rows]);
  }

  /**
   * Adds a text.
   *
   * @throws LoneSurrogateException if it cannot be UTF-8
   */
  public void add(String text) {
    requirePairs(text);
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int start = reserve(LENGTH_BYTES + utf8.length);
    bytes.putInt(start, utf8.length).put(start + LENGTH_BYTES, utf8);
    end(start + LENGTH_BYTES + utf8.length);
  }

  /**
   * Makes room for {@code length} more bytes, for a caller that writes them itself and then says how far each row goes
   * with {@link #end}.
   *
   * @return where the next row begins
   */
  public int reserve(int length) {
    int start = starts[rows];
    int needed = Math.addExact(start, length);
    if (needed > bytes.capacity()) {
      ByteBuffer larger = allocate((int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * bytes.capacity())));
      larger.put(0, bytes, 0, start);
      bytes = larger;
    }
    return start;
  }

  /** Ends the next row at that index of {@link #bytes}. */
  public void end(int position) {
    rows++;
    if (rows == starts.length) {
      starts = Arrays.copyOf(starts, 2 * rows);
    }
    starts[rows] = position;
  }

  private ByteBuffer allocate(int capacity) {
    ByteBuffer buffer = direct ? ByteBuffer.allocateDirect(capacity) : ByteBuffer.allocate(capacity);
    return buffer.order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void requirePairs(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isSurrogate(text.charAt(at))) {
        if (!Character.isSurrogatePair(text.charAt(at), at + 1 < text.length() ? text.charAt(at + 1) : 0)) {
          throw new LoneSurrogateException(text.charAt(at), at, text.length());
        }
        at++;
      }
    }
  }

  /** A text that holds half a surrogate pair: UTF-8 cannot hold it, and a question mark in its place would be a lie. */
  public static final class LoneSurrogateException extends IllegalArgumentException {

    private LoneSurrogateException(char half, int at, int length) {
      super("half a surrogate pair, U+%04X at character %d of %d".formatted((int) half, at, length));
    }
  }
}
