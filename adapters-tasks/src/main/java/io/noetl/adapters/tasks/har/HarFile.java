package io.noetl.adapters.tasks.har;

import io.noetl.application.error.ExportException;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A HAR file being written. Entries go to a file beside the target that is a complete HAR after each of them (a new entry
 * overwrites the closing brackets and writes them anew), so that even a killed program leaves what it recorded; {@link
 * #close} syncs that file and renames it over the target.
 */
final class HarFile implements AutoCloseable {

  private static final String REMEDY = "free some space or name another file with --record";
  private static final byte[] CLOSING = "\n]}}\n".getBytes(StandardCharsets.UTF_8);

  private final Path target;
  private final Path partial;

  /** No channel: an interrupted thread would close that, and with it the recording. */
  private final RandomAccessFile file;

  /** Where the next entry goes: after the last one, over the closing brackets. */
  private long end;

  private boolean first = true;
  private boolean closed;

  /**
   * Begins a file; missing parent folders are created.
   *
   * @param version the version of this program, which the file names as its creator
   * @throws InvalidRequestException if the file cannot be written there
   */
  HarFile(Path target, String version) {
    this.target = target.toAbsolutePath();
    Path folder = this.target.getParent();
    this.partial = this.target.resolveSibling(this.target.getFileName() + "." + ProcessHandle.current().pid() + ".partial");
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
      if (Files.isDirectory(this.target)) {
        throw new InvalidRequestException("cannot record to '" + target + "': it is a folder", "name a file");
      }
      file = new RandomAccessFile(partial.toFile(), "rw");
      file.setLength(0);
      String creator = JsonWriter.write(Value.of("noetl")) + ",\"version\":" + JsonWriter.write(Value.of(version));
      end = write("{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":" + creator + "},\"entries\":[", 0);
    } catch (IOException e) {
      String problem = "cannot record to '" + target + "': " + e.getMessage();
      throw new InvalidRequestException(problem, "name a file in a folder that can be written to", e);
    }
  }

  /**
   * Adds an entry.
   *
   * @throws ExportException if it cannot be written
   */
  synchronized void add(MapValue entry) {
    if (closed) {
      return;
    }
    try {
      end = write((first ? "\n" : ",\n") + JsonWriter.write(entry), end);
      first = false;
    } catch (IOException e) {
      throw new ExportException("cannot write the recording '" + partial + "': " + e.getMessage(), REMEDY, e);
    }
  }

  private long write(String text, long position) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(bytes, bytes.length + CLOSING.length);
    System.arraycopy(CLOSING, 0, whole, bytes.length, CLOSING.length);
    file.seek(position);
    file.write(whole);
    return position + bytes.length;
  }

  /**
   * Puts the file in its place.
   *
   * @throws ExportException if that fails; the entries are in the partial file then
   */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    boolean interrupted = Thread.interrupted();
    try (file) {
      file.getFD().sync();
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      syncFolder();
    } catch (IOException e) {
      String problem = "cannot put the recording in its place '" + target + "': " + e.getMessage();
      throw new ExportException(problem, "its entries are in '" + partial + "'", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void syncFolder() throws IOException {
    Path folder = target.getParent();
    if (folder != null && !System.getProperty("os.name", "").startsWith("Windows")) {
      try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
        directory.force(true);
      }
    }
  }
}
