package io.noetl.adapters.parquet.verifier;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The bytes of a file, for any number of threads. Reading does not mind an interrupted thread. */
final class FileBytes implements ByteReader, Closeable {

  private static final byte[] NO_ROOM = {};

  private final RandomAccessFile file;

  FileBytes(Path path) throws IOException {
    this.file = new RandomAccessFile(path.toFile(), "r");
  }

  /** The file's length by now. */
  long size() {
    try {
      return file.length();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads {@code length} bytes, which must all be there: callers compare untrusted lengths with the size first.
   *
   * @throws UncheckedIOException if the disk fails, or the file was cut while it was being read
   */
  byte[] read(long position, int length) {
    return read(position, length, NO_ROOM);
  }

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException if the disk fails, or the file was cut while it was being read
   */
  @Override
  public byte[] read(long position, int length, byte[] room) {
    byte[] bytes = room.length < length ? new byte[length] : room;
    try {
      synchronized (file) {
        file.seek(position);
        file.readFully(bytes, 0, length);
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
