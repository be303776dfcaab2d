package io.noetl.adapters.parquet.writer;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Everything the writer asks of the file system, so that tests can have any of it fail. A file is written by a
 * thread that nobody interrupts.
 */
class FileOperations {

  /** A file being written. */
  interface Output extends Closeable {

    /** Writes all that the buffer has left, at the end. */
    void write(ByteBuffer bytes) throws IOException;

    /** Hands everything written to the operating system, so that a reader of the file sees it. */
    void flush() throws IOException;

    /** Returns when everything written has reached the disk. */
    void sync() throws IOException;
  }

  void createFolders(Path folder) throws IOException {
    Files.createDirectories(folder);
  }

  /** Creates a file that was not there. */
  Output create(Path file) throws IOException {
    return new BufferedFile(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
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

    private final FileChannel file;
    private final ByteBuffer pending = ByteBuffer.allocateDirect(64 << 10);

    BufferedFile(FileChannel file) {
      this.file = file;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      if (bytes.remaining() > pending.remaining()) {
        drain();
      }
      if (bytes.remaining() > pending.capacity()) {
        writeAll(bytes);
      } else {
        pending.put(bytes);
      }
    }

    @Override
    public void sync() throws IOException {
      drain();
      file.force(true);
    }

    @Override
    public void flush() throws IOException {
      drain();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }

    private void drain() throws IOException {
      writeAll(pending.flip());
      pending.clear();
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    }
  }
}
