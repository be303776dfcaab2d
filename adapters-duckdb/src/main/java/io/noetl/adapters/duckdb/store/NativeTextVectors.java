package io.noetl.adapters.duckdb.store;

import io.noetl.application.port.PackedTexts;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/**
 * Copies texts straight from DuckDB's memory, without a call into native code or a Java string for each. A text is a
 * {@code string_t} of 16 bytes: its length (4, little-endian); then, up to 12 bytes long, its UTF-8, and if longer, its
 * first 4 bytes and the address of the whole.
 *
 * <p>The driver keeps the array of these in a private field, so this is for the versions of DuckDB that it was tested with;
 * what stands there dies with the chunk.
 *
 * @see <a href="https://github.com/duckdb/duckdb/blob/main/src/include/duckdb/common/types/string_type.hpp">string_t</a>
 */
final class NativeTextVectors implements TextVectors {

  private static final String TESTED_VERSIONS = "v?1\\.5\\.\\d+";
  private static final int ENTRY_BYTES = 16;
  private static final int INLINE_BYTES = 12;
  private static final int INLINE_AT = 4;
  private static final int ADDRESS_AT = 8;

  private static final @Nullable Field DATA = dataField();

  private final NativeMemory memory = new NativeMemory();

  /** Whether this Java can read memory by its address, and this DuckDB is one that is known inside out. */
  static boolean supported(String version) {
    return DATA != null
        && NativeMemory.AVAILABLE
        && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
        && version.matches(TESTED_VERSIONS);
  }

  @Override
  public void pack(DuckDBReadableVector vector, int row, int rows, int most, PackedTexts target) {
    ByteBuffer entries = entries(vector);
    int end = row;
    long bytes = 0;
    while (end < rows && (end == row || bytes < most)) {
      if (!vector.isNull(end)) {
        bytes += PackedTexts.LENGTH_BYTES + length(entries, end);
      }
      end++;
    }
    target.reserve(Math.toIntExact(bytes));
    copy(vector, entries, row, end, target);
  }

  private void copy(DuckDBReadableVector vector, ByteBuffer entries, int from, int to, PackedTexts target) {
    ByteBuffer bytes = target.bytes();
    int position = target.start(target.rows());
    for (int row = from; row < to; row++) {
      if (!vector.isNull(row)) {
        int length = length(entries, row);
        int entry = row * ENTRY_BYTES;
        bytes.putInt(position, length);
        position += PackedTexts.LENGTH_BYTES;
        if (length <= INLINE_BYTES) {
          bytes.put(position, entries, entry + INLINE_AT, length);
        } else {
          memory.copy(entries.getLong(entry + ADDRESS_AT), bytes, position, length);
        }
        position += length;
      }
      target.end(position);
    }
  }

  private static int length(ByteBuffer entries, int row) {
    return entries.getInt(row * ENTRY_BYTES);
  }

  private static ByteBuffer entries(DuckDBReadableVector vector) {
    try {
      Field field = DATA;
      if (field == null || !(field.get(vector) instanceof ByteBuffer data)) {
        throw new IllegalStateException("The driver's vector has no data");
      }
      return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("The driver's vector was accessible before", e);
    }
  }

  private static @Nullable Field dataField() {
    try {
      Field field = DuckDBReadableVector.class.getDeclaredField("data");
      field.setAccessible(true);
      return field.getType() == ByteBuffer.class ? field : null;
    } catch (NoSuchFieldException | InaccessibleObjectException | SecurityException e) {
      return null;
    }
  }
}
