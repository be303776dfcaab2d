package io.noetl.application.run;

import io.noetl.application.error.InvalidRequestException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files that an operation reads and writes, by what they are for. No file may be two things when one of them is
 * written: an export onto the store would be the end of the store.
 */
public final class FileRoles {

  private static final String IN_MEMORY = ":memory:";

  private final Map<Path, String> inputs = new LinkedHashMap<>();
  private final Map<Path, String> outputs = new LinkedHashMap<>();

  /** Adds a file that is read; {@code what} names it in messages, null is none. */
  public FileRoles reads(@Nullable Path file, String what) {
    if (file != null) {
      refuse(file, what, outputs.get(canonical(file)));
      inputs.put(canonical(file), what);
    }
    return this;
  }

  /**
   * Adds a file that is written; null is none.
   *
   * @throws InvalidRequestException if it is something else already
   */
  public FileRoles writes(@Nullable Path file, String what) {
    if (file != null) {
      Path place = canonical(file);
      refuse(file, what, inputs.get(place));
      refuse(file, what, outputs.get(place));
      outputs.put(place, what);
    }
    return this;
  }

  /** Adds a store, with the log that DuckDB keeps beside it. */
  public FileRoles store(String location) {
    Path file = storeFile(location);
    return file == null ? this : writes(file, "the store").writes(Path.of(location + ".wal"), "the store's log");
  }

  /** The file of a store; null if it is in memory, or no path: opening the store says what is wrong with it. */
  static @Nullable Path storeFile(String location) {
    try {
      return location.equals(IN_MEMORY) ? null : Path.of(location);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static void refuse(Path file, String what, @Nullable String already) {
    if (already != null) {
      throw new InvalidRequestException(
          "'" + file + "' cannot be both " + already + " and " + what, "give each a file of its own");
    }
  }

  /** The file itself, whatever links and dots lead to it, also when it is not there yet. */
  private static Path canonical(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    try {
      return absolute.toRealPath();
    } catch (IOException missing) {
      Path folder = absolute.getParent();
      Path name = absolute.getFileName();
      return folder == null || name == null ? absolute : canonical(folder).resolve(name);
    }
  }
}
