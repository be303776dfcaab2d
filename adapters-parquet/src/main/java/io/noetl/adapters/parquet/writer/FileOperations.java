package io.noetl.adapters.parquet.writer;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Everything the writer asks of the file system, so that tests can have any of it fail. Reading and writing do not mind
 * an interrupted thread: an execution that was interrupted is still exported.
 */
class FileOperations {

  /** A file being written. */
  interface Output extends Closeable {

    /** Writes at the end. */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /** Returns when everything written has reached the disk. */
    void sync() throws IOException;
  }

  void createFolders(Path folder) throws IOException {
    Files.createDirectories(folder);
  }

  /** Creates a file that was not there. */
  Output create(Path file) throws IOException {
    Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE).close();
    return new BufferedFile(new RandomAccessFile(file.toFile(), "rw"));
  }

  /** Gives {@code file} that name, in one step; what had the name is gone. */
  void replace(Path file, Path name) throws IOException {
    Files.move(file, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Gives {@code file} that name too, in one step.
   *
   * @throws FileAlreadyExistsException if something has the name
   */
  void link(Path file, Path name) throws IOException {
    Files.createLink(name, file);
  }

  /**
   * Gives {@code file} that name where links are not to be had; a file that gets the name in the instant between the
   * look and the move is replaced.
   */
  void moveToFreeName(Path file, Path name) throws IOException {
    if (Files.exists(name, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(name.toString());
    }
    replace(file, name);
  }

  void deleteIfThere(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  /** Returns when the names in the folder have reached the disk. */
  void syncFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Writes in large pieces. */
  private static final class BufferedFile implements Output {

    private final RandomAccessFile file;
    private final byte[] pending = new byte[64 << 10];
    private int filled;

    BufferedFile(RandomAccessFile file) {
      this.file = file;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (length > pending.length - filled) {
        drain();
      }
      if (length > pending.length) {
        file.write(bytes, offset, length);
      } else {
        System.arraycopy(bytes, offset, pending, filled, length);
        filled += length;
      }
    }

    @Override
    public void sync() throws IOException {
      drain();
      file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }

    private void drain() throws IOException {
      file.write(pending, 0, filled);
      filled = 0;
    }
  }
}
