package io.noetl.adapters.parquet.writer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The two files that an export has in its target's folder until it is done: {@code .noetl-export-<uuid>.tmp}, the file
 * to be, and {@code .noetl-export-<uuid>.lock}, on which its process holds a lock for as long as it lives. The lock is
 * created before the file and deleted after it, so a file whose lock can be had belongs to nobody any more: its writer
 * was killed, and the next export to the folder sweeps both away. (The lock is not on the file itself because closing a
 * file, as verifying it does, gives up all locks that the process has on it.) The name does not contain the target's,
 * which may be as long as names can be.
 */
final class TemporaryFile implements AutoCloseable {

  private static final String PREFIX = ".noetl-export-";
  private static final String FILE = ".tmp";
  private static final String LOCK = ".lock";

  /** The names in use by this process, which file locks do not tell apart from free ones. */
  private static final Set<String> OWN = ConcurrentHashMap.newKeySet();

  private final FileOperations files;
  private final Path folder;
  private final String name;
  private final FileChannel lock;

  private TemporaryFile(FileOperations files, Path folder, String name, FileChannel lock) {
    this.files = files;
    this.folder = folder;
    this.name = name;
    this.lock = lock;
  }

  /** Takes a new name in a folder; the file itself is yet to be created. */
  static TemporaryFile in(Path folder, FileOperations files) throws IOException {
    while (true) {
      String name = PREFIX + UUID.randomUUID();
      OWN.add(name);
      FileChannel lock = null;
      try {
        lock = FileChannel.open(folder.resolve(name + LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        // A sweeper may have seen the lock before it was locked, and taken it away.
        if (isFree(lock) && Files.exists(folder.resolve(name + LOCK))) {
          TemporaryFile file = new TemporaryFile(files, folder, name, lock);
          file.deleteOnExit();
          return file;
        }
        lock.close();
        OWN.remove(name);
      } catch (IOException | RuntimeException e) {
        OWN.remove(name);
        if (lock != null) {
          lock.close();
        }
        throw e;
      }
    }
  }

  /** Whether a file is one of the two of some export. */
  static boolean isName(Path file) {
    Path name = file.getFileName();
    return name != null && name.toString().startsWith(PREFIX);
  }

  Path path() {
    return folder.resolve(name + FILE);
  }

  /**
   * Deletes what is left. A failure to do so is not worth an export that is done, nor worth more than the failure that
   * led here: the next export to the folder sweeps.
   */
  @Override
  public void close() {
    deleteQuietly(files, path());
    deleteQuietly(files, folder.resolve(name + LOCK));
    try {
      lock.close();
    } catch (IOException e) {
      // The lock ends with the process.
    }
    OWN.remove(name);
  }

  /**
   * Has both files deleted when the process is told to end, as by Ctrl-C, in the middle of an export. Happens after all
   * shutdown hooks, which may wait for the export. Costs some 200 bytes for an export, as long as the process lives.
   */
  private void deleteOnExit() {
    folder.resolve(name + LOCK).toFile().deleteOnExit();
    path().toFile().deleteOnExit();
  }

  /** Deletes what killed exports left in a folder, as far as this user may. */
  static void sweep(Path folder, FileOperations files) {
    try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, PREFIX + "*{" + FILE + "," + LOCK + "}")) {
      for (Path leftover : leftovers) {
        String fileName = leftover.getFileName().toString();
        String name = fileName.substring(0, fileName.lastIndexOf('.'));
        if (!OWN.contains(name)) {
          sweep(folder, name, files);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      // A folder that may be written to but not listed.
    }
  }

  private static void sweep(Path folder, String name, FileOperations files) {
    Path lockPath = folder.resolve(name + LOCK);
    try (FileChannel lock = openIfThere(lockPath)) {
      if (lock == null || isFreeForSure(lock)) {
        deleteQuietly(files, folder.resolve(name + FILE));
        deleteQuietly(files, lockPath);
      }
    } catch (IOException e) {
      // Somebody else's, and not to be opened by this user.
    }
  }

  private static @Nullable FileChannel openIfThere(Path lock) throws IOException {
    return Files.exists(lock) ? FileChannel.open(lock, StandardOpenOption.WRITE) : null;
  }

  /** Takes the lock; also counts as taken where the file system has no locks. */
  private static boolean isFree(FileChannel channel) {
    try {
      return channel.tryLock() != null;
    } catch (IOException e) {
      return true;
    }
  }

  /** Takes the lock, if anybody can. */
  private static boolean isFreeForSure(FileChannel channel) {
    try {
      return channel.tryLock() != null;
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }

  private static void deleteQuietly(FileOperations files, Path file) {
    try {
      files.deleteIfThere(file);
    } catch (IOException e) {
      // Left to the next export to the folder.
    }
  }
}
