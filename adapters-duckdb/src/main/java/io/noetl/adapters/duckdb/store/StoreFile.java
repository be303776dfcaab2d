package io.noetl.adapters.duckdb.store;

import io.noetl.adapters.duckdb.connection.DuckDbConnections;
import io.noetl.application.error.StoreException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** What can be told of a store's path before DuckDB sees it, in clearer words than DuckDB has. */
final class StoreFile {

  private static final String ANOTHER = "use another store with --duckdb PATH";

  private StoreFile() {}

  /** Makes the folders of a file that is to be written. */
  static void prepareToWrite(Path file) {
    requireName(file);
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    String problem = "the folder of event store '" + file + "' cannot be made: ";
    try {
      Files.createDirectories(folder);
    } catch (FileAlreadyExistsException e) {
      throw new StoreException(problem + "'" + e.getFile() + "' is a file", ANOTHER, e);
    } catch (IOException e) {
      throw new StoreException(problem + e.getMessage(), "check the rights of the folders above, or " + ANOTHER, e);
    }
  }

  /** Checks that there is a file to read. */
  static void requireToRead(Path file) {
    requireName(file);
    if (Files.notExists(file)) {
      throw new StoreException(
          "there is no event store at '" + file + "'",
          "run a playbook to make one, or name another with --duckdb PATH");
    }
  }

  /** The file's own path, whatever links lead to it; the file need not be there yet, its folder must. */
  static Path realPath(Path file) {
    Path absolute = file.toAbsolutePath();
    try {
      return Files.exists(absolute)
          ? absolute.toRealPath()
          : absolute.resolveSibling("").toRealPath().resolve(absolute.getFileName());
    } catch (IOException e) {
      return absolute.normalize();
    }
  }

  /** What tells a file from another one under the same name; null if there is none. */
  static @Nullable Object keyOf(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (IOException e) {
      return null;
    }
  }

  private static void requireName(Path file) {
    if (!DuckDbConnections.canName(file)) {
      throw new StoreException(
          "event store '" + file + "' cannot be opened: a path with a semicolon is not allowed",
          "use a path without one");
    }
    if (Files.isDirectory(file)) {
      throw new StoreException(
          "event store '" + file + "' is a folder, not a file", "name a file in it with --duckdb PATH");
    }
  }
}
