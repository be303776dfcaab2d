package io.noetl.adapters.duckdb.store;

import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.EventColumn;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/**
 * Copies values straight from DuckDB's memory, many at a time, without a call into native code or an object for each.
 * Numbers lie there one behind the other. A text is a {@code string_t} of two words, little-endian: its length (4 bytes);
 * then, up to 12 bytes long, its UTF-8, and if longer, its first 4 bytes and the address of the whole. Which rows have a value is
 * one bit a row, the first in the lowest bit of the first byte, or nothing at all if all have one.
 *
 * <p>The driver keeps these arrays in private fields, so this is for the versions of DuckDB that it was tested with; what
 * stands there dies with the chunk. Serves one cursor.
 *
 * @see <a href="https://github.com/duckdb/duckdb/blob/main/src/include/duckdb/common/types/string_type.hpp">string_t</a>
 */
final class NativeValues implements ChunkValues {

  private static final String TESTED_VERSIONS = "v?1\\.5\\.\\d+";
  private static final int TEXT_WORDS = 2;
  private static final int INLINE_BYTES = 12;

  private static final @Nullable Field DATA = field("data");
  private static final @Nullable Field VALIDITY = field("validity");

  private final NativeMemory memory = new NativeMemory();
  private byte[] bits = {};
  private int[] ints = {};
  private long[] words = {};

  /** Whether this Java can read memory by its address, and this DuckDB is one that is known inside out. */
  static boolean supported(String version) {
    return DATA != null
        && VALIDITY != null
        && NativeMemory.AVAILABLE
        && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
        && version.matches(TESTED_VERSIONS);
  }

  @Override
  public void mark(DuckDBReadableVector vector, int first, int rows, byte[] marks) {
    ByteBuffer validity = value(VALIDITY, vector);
    if (validity == null) {
      Arrays.fill(marks, 0, rows, (byte) 1);
      return;
    }
    int from = first >> 3;
    int count = ((first + rows + 7) >> 3) - from;
    if (bits.length < count) {
      bits = new byte[count];
    }
    validity.get(from, bits, 0, count);
    for (int row = 0; row < rows; row++) {
      int bit = (first & 7) + row;
      marks[row] = (byte) ((bits[bit >> 3] >> (bit & 7)) & 1);
    }
  }

  @Override
  public void numbers(
      DuckDBReadableVector vector, EventColumn.Type type, int first, int rows, byte[] marks, long[] numbers) {
    ByteBuffer data = data(vector);
    switch (type) {
      case TIMESTAMP, LONG, DOUBLE -> data.asLongBuffer().get(first, numbers, 0, rows);
      case INT -> widen(data, first, rows, numbers);
      case TEXT, JSON -> throw new IllegalArgumentException(type + " is no number");
    }
  }

  private void widen(ByteBuffer data, int first, int rows, long[] numbers) {
    if (ints.length < rows) {
      ints = new int[rows];
    }
    data.asIntBuffer().get(first, ints, 0, rows);
    for (int row = 0; row < rows; row++) {
      numbers[row] = ints[row];
    }
  }

  @Override
  public void texts(DuckDBReadableVector vector, int first, int rows, byte[] marks, int most, PackedTexts target) {
    if (words.length < TEXT_WORDS * rows) {
      words = new long[TEXT_WORDS * rows];
    }
    data(vector).asLongBuffer().get(TEXT_WORDS * first, words, 0, TEXT_WORDS * rows);
    int end = 0;
    long bytes = 0;
    while (end < rows && (end == 0 || bytes < most)) {
      if (marks[end] != 0) {
        bytes += PackedTexts.LENGTH_BYTES + (int) words[TEXT_WORDS * end];
      }
      end++;
    }
    // Short texts are written as whole words, the last perhaps beyond its end.
    target.reserve(Math.toIntExact(bytes + TEXT_WORDS * Long.BYTES));
    copy(end, marks, target);
  }

  private void copy(int rows, byte[] marks, PackedTexts target) {
    ByteBuffer bytes = target.bytes();
    int position = target.start(0);
    for (int row = 0; row < rows; row++) {
      if (marks[row] != 0) {
        long first = words[TEXT_WORDS * row];
        long second = words[TEXT_WORDS * row + 1];
        int length = (int) first;
        if (length <= INLINE_BYTES) {
          bytes.putLong(position, first).putLong(position + Long.BYTES, second);
        } else {
          bytes.putInt(position, length);
          memory.copy(second, bytes, position + PackedTexts.LENGTH_BYTES, length);
        }
        position += PackedTexts.LENGTH_BYTES + length;
      }
      target.end(position);
    }
  }

  private static ByteBuffer data(DuckDBReadableVector vector) {
    ByteBuffer data = value(DATA, vector);
    if (data == null) {
      throw new IllegalStateException("The driver's vector has no data");
    }
    return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  private static @Nullable ByteBuffer value(@Nullable Field field, DuckDBReadableVector vector) {
    try {
      return field == null ? null : (ByteBuffer) field.get(vector);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("The driver's vector was accessible before", e);
    }
  }

  private static @Nullable Field field(String name) {
    try {
      Field field = DuckDBReadableVector.class.getDeclaredField(name);
      field.setAccessible(true);
      return field.getType() == ByteBuffer.class ? field : null;
    } catch (NoSuchFieldException | InaccessibleObjectException | SecurityException e) {
      return null;
    }
  }
}
