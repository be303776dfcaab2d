package io.noetl.benchmarks;

import io.noetl.domain.event.EventColumn;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * The values that an export is to hold, for readers in any language: a folder with a file {@code <column>.bin} for every
 * column, its values in row order, little-endian:
 *
 * <pre>
 *   null                           00
 *   text, JSON                     01, length in bytes (4), the UTF-8 bytes
 *   integers, microseconds         01, value (8)
 *   doubles                        01, raw IEEE 754 bits (8)
 * </pre>
 */
final class ExpectedColumns implements AutoCloseable {

  private static final int BUFFER = 64 << 10;

  private final Map<EventColumn, OutputStream> files = new EnumMap<>(EventColumn.class);

  ExpectedColumns(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (EventColumn column : EventColumn.ALL) {
      files.put(
          column,
          new BufferedOutputStream(Files.newOutputStream(folder.resolve(column.columnName() + ".bin")), BUFFER));
    }
  }

  void addNull(EventColumn column) throws IOException {
    file(column).write(0);
  }

  void addText(EventColumn column, byte[] utf8) throws IOException {
    file(column).write(ByteBuffer.allocate(5).order(ByteOrder.LITTLE_ENDIAN).put((byte) 1).putInt(utf8.length).array());
    file(column).write(utf8);
  }

  void addLong(EventColumn column, long value) throws IOException {
    file(column).write(ByteBuffer.allocate(9).order(ByteOrder.LITTLE_ENDIAN).put((byte) 1).putLong(value).array());
  }

  void addDouble(EventColumn column, double value) throws IOException {
    addLong(column, Double.doubleToRawLongBits(value));
  }

  @Override
  public void close() throws IOException {
    for (OutputStream file : files.values()) {
      file.close();
    }
  }

  private OutputStream file(EventColumn column) {
    OutputStream file = files.get(column);
    if (file == null) {
      throw new IllegalArgumentException("There is no file of column " + column.columnName());
    }
    return file;
  }
}
