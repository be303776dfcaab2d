package io.noetl.adapters.parquet.writer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The distinct texts of a column chunk, numbered from 0 as they come, kept as PLAIN: what a dictionary page holds. An
 * open hash table finds them again. What an {@link Entries} shows stays as it is while more are added.
 */
final class TextDictionary {

  /** A text that has no number, because it would make the dictionary too large. */
  static final int FULL = -1;

  private static final long MIX = 0x9E3779B97F4A7C15L;

  private static final int FIRST_BYTES = 1 << 10;

  private final int mostBytes;
  private final IntFunction<ByteBuffer> memory;
  private ByteBuffer bytes = ByteBuffer.allocate(0);
  private int[] starts = new int[64];
  private int[] table = new int[128];
  private int count;
  private int last = -1;

  /**
   * An empty dictionary.
   *
   * @param mostBytes how large its page may become
   * @param memory a buffer of that many bytes at least, for as long as anything of this is used
   */
  TextDictionary(int mostBytes, IntFunction<ByteBuffer> memory) {
    this.mostBytes = mostBytes;
    this.memory = memory;
  }

  /** How many texts there are. */
  int count() {
    return count;
  }

  /**
   * The number of the text that lies PLAIN at an index of a buffer, a new one if need be; or {@link #FULL}. In a log the
   * last one is often the same.
   */
  int numberOf(ByteBuffer texts, int at) {
    if (last < 0 || !isSame(texts, at, last)) {
      last = found(texts, at);
    }
    return last;
  }

  /** Forgets the texts from that number on; {@link #numberOf} must not be asked again. */
  void truncate(int count) {
    this.count = count;
  }

  Entries entries() {
    return new Entries(bytes, starts, count);
  }

  /** The texts up to a moment. */
  static final class Entries {

    private final ByteBuffer bytes;
    private final int[] starts;
    private final int count;

    private Entries(ByteBuffer bytes, int[] starts, int count) {
      this.bytes = bytes;
      this.starts = starts;
      this.count = count;
    }

    /** PLAIN, one behind the other. */
    ByteBuffer bytes() {
      return bytes;
    }

    int count() {
      return count;
    }

    int start(int number) {
      return starts[number];
    }

    /** The size of them all. */
    int end() {
      return starts[count];
    }
  }

  private int found(ByteBuffer texts, int at) {
    int slot = slotOf(hash(texts, at));
    while (table[slot] != 0) {
      int number = table[slot] - 1;
      if (isSame(texts, at, number)) {
        return number;
      }
      slot = slot + 1 & table.length - 1;
    }
    return add(texts, at, slot);
  }

  private boolean isSame(ByteBuffer texts, int at, int number) {
    return PlainTexts.isSame(texts, at, bytes, starts[number]);
  }

  private int add(ByteBuffer texts, int at, int slot) {
    int size = PlainTexts.LENGTH_BYTES + texts.getInt(at);
    int end = starts[count];
    if ((long) end + size > mostBytes) {
      return FULL;
    }
    if (end + size > bytes.capacity()) {
      int capacity = Math.max(end + size, Math.max(FIRST_BYTES, 2 * bytes.capacity()));
      bytes = memory.apply(capacity).order(ByteOrder.LITTLE_ENDIAN).put(0, bytes, 0, end);
    }
    bytes.put(end, texts, at, size);
    table[slot] = ++count;
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
    }
    starts[count] = end + size;
    if (2 * count > table.length) {
      grow();
    }
    return count - 1;
  }

  private void grow() {
    table = new int[2 * table.length];
    for (int number = 0; number < count; number++) {
      int slot = slotOf(hash(bytes, starts[number]));
      while (table[slot] != 0) {
        slot = slot + 1 & table.length - 1;
      }
      table[slot] = number + 1;
    }
  }

  private int slotOf(long hash) {
    return (int) (hash >>> 32) & table.length - 1;
  }

  private static long hash(ByteBuffer texts, int at) {
    int length = texts.getInt(at);
    int from = at + PlainTexts.LENGTH_BYTES;
    long hash = length * MIX;
    int read = 0;
    for (; read + Long.BYTES <= length; read += Long.BYTES) {
      hash = mixed(hash, texts.getLong(from + read));
    }
    return mixed(hash, length < Long.BYTES ? rest(texts, from, length) : texts.getLong(from + length - Long.BYTES));
  }

  private static long rest(ByteBuffer texts, int from, int length) {
    long rest = 0;
    for (int read = 0; read < length; read++) {
      rest = rest << 8 | (texts.get(from + read) & 0xFF);
    }
    return rest;
  }

  private static long mixed(long hash, long value) {
    long mixed = (hash ^ value) * MIX;
    return mixed ^ mixed >>> 29;
  }
}
