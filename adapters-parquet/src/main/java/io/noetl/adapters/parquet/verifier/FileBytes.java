package io.noetl.adapters.parquet.verifier;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The bytes of a file, for any number of threads. Reading does not mind an interrupted thread. */
final class FileBytes implements Closeable {

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
    byte[] bytes = new byte[length];
    try {
      synchronized (file) {
        file.seek(position);
        file.readFully(bytes);
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
