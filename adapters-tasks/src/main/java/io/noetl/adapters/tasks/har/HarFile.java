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
import org.jspecify.annotations.Nullable;

/**
 * A HAR file being written. Nothing is created before the first entry. Entries go to a file beside the target that is a
 * complete HAR after each of them (a new entry overwrites the closing brackets and writes them anew), so that even a
 * killed program leaves what it recorded; {@link #finish} syncs that file and renames it over the target.
 */
final class HarFile implements AutoCloseable {

  private static final String REMEDY = "free some space or name another file with --record";
  private static final byte[] CLOSING = "\n]}}\n".getBytes(StandardCharsets.UTF_8);

  private final Path target;
  private final Path partial;
  private final String version;

  /** No channel: an interrupted thread would close that, and with it the recording. */
  private @Nullable RandomAccessFile file;

  /** Where the next entry goes: after the last one, over the closing brackets. */
  private long end;

  private boolean first = true;
  private boolean closed;

  /** Why an entry could not be written; nothing is written after that. */
  private @Nullable IOException failure;

  /**
   * A file that is yet to be written. What keeps it from being written is told here as far as looking at the folders
   * shows it.
   *
   * @param version the version of this program, which the file names as its creator
   * @throws InvalidRequestException if the file cannot be written there
   */
  HarFile(Path target, String version) {
    this.target = target.toAbsolutePath();
    this.partial = this.target.resolveSibling(this.target.getFileName() + "." + ProcessHandle.current().pid() + ".partial");
    this.version = version;
    if (Files.isDirectory(this.target)) {
      throw new InvalidRequestException("cannot record to '" + target + "': it is a folder", "name a file");
    }
    if (Files.exists(this.target) && !Files.isRegularFile(this.target)) {
      throw new InvalidRequestException(
          "cannot record to '" + target + "': it is a device or a pipe, which a finished recording would replace",
          "name a file");
    }
    Path folder = this.target.getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    if (folder != null && !(Files.isDirectory(folder) && Files.isWritable(folder))) {
      String problem = Files.isDirectory(folder) ? "' cannot be written to" : "' is no folder";
      throw new InvalidRequestException(
          "cannot record to '" + target + "': '" + folder + problem, "name a file in a folder that can be written to");
    }
  }

  /** Adds an entry. That it cannot be written is told by {@link #finish}. */
  synchronized void add(MapValue entry) {
    if (closed || failure != null) {
      return;
    }
    try {
      end = write(begun(), (first ? "\n" : ",\n") + JsonWriter.write(entry), end);
      first = false;
    } catch (IOException e) {
      failure = e;
    }
  }

  /** Nothing more is written, because an entry cannot be made; {@link #finish} tells why. */
  synchronized void broken(IOException problem) {
    if (failure == null) {
      failure = problem;
    }
  }

  /** The open file, which is created with its missing folders when it is needed first. */
  private RandomAccessFile begun() throws IOException {
    if (file == null) {
      Path folder = target.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      file = new RandomAccessFile(partial.toFile(), "rw");
      file.setLength(0);
      String creator = JsonWriter.write(Value.of("noetl")) + ",\"version\":" + JsonWriter.write(Value.of(version));
      end = write(file, "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":" + creator + "},\"entries\":[", 0);
    }
    return file;
  }

  private static long write(RandomAccessFile file, String text, long position) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(bytes, bytes.length + CLOSING.length);
    System.arraycopy(CLOSING, 0, whole, bytes.length, CLOSING.length);
    file.seek(position);
    file.write(whole);
    return position + bytes.length;
  }

  /**
   * Puts the file in its place, even one without entries. Further calls do nothing.
   *
   * @throws ExportException if an entry could not be written, or the file cannot be put there; the target is as it was
   */
  synchronized void finish() {
    if (closed) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try {
      sync();
      closed = true;
      place();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void sync() {
    try {
      if (failure != null) {
        throw failure;
      }
      try (RandomAccessFile written = begun()) {
        written.getFD().sync();
      }
    } catch (IOException e) {
      throw new ExportException("cannot write the recording '" + target + "': " + e.getMessage(), REMEDY, e);
    }
  }

  private void place() {
    try {
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      syncFolder();
    } catch (IOException e) {
      String problem = "cannot put the recording in its place '" + target + "': " + e.getMessage();
      throw new ExportException(problem, "its entries are in '" + partial + "'", e);
    }
  }

  /** Gives up what was not finished: the target is as it was, and nothing is left beside it. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (file == null) {
      return;
    }
    try {
      file.close();
      Files.deleteIfExists(partial);
    } catch (IOException e) {
      // a file that stays beside the target keeps nobody from anything
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
