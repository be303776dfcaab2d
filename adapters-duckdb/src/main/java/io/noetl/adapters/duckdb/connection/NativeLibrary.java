package io.noetl.adapters.duckdb.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps DuckDB's native library (60 MB) from being left behind.
 *
 * <p>The driver takes the library from its own jar if it is in there, and then unpacks it to a new file in the
 * temporary folder at every start, which only an orderly exit deletes. Else it looks on {@code java.library.path},
 * then in the folder that its jar (or its folder of classes) lies in, under the name it has inside the jar. So
 * noetl's distribution keeps the library beside a driver without one: nothing is unpacked at a start.
 *
 * <p>A program that embeds noetl has the driver as it is published. There the unpacked file is deleted as soon as it
 * is loaded, which Linux allows: the process keeps what it has mapped, and a kill leaves nothing behind.
 */
final class NativeLibrary {

  /** The file of each mapping, the last field of a line of {@code /proc/self/maps} (proc(5)). */
  private static final Path MAPPINGS = Path.of("/proc/self/maps");

  /** What the driver's {@code Files.createTempFile("libduckdb_java", ".so")} makes. */
  private static final Pattern UNPACKED = Pattern.compile("(/.*/libduckdb_java\\d+\\.so)$");

  private static final AtomicBoolean FORGOTTEN = new AtomicBoolean();

  private NativeLibrary() {}

  /**
   * Deletes the file that the driver has unpacked, if it has; to be called once the library is loaded. A file that
   * cannot be deleted stays until the exit, as the driver has it.
   */
  static void forget() {
    if (FORGOTTEN.compareAndSet(false, true) && Files.isReadable(MAPPINGS)) {
      unpacked(mappings(), Path.of(System.getProperty("java.io.tmpdir"))).ifPresent(file -> file.toFile().delete());
    }
  }

  /** The mapped file that the driver unpacked into the temporary folder. */
  static Optional<Path> unpacked(List<String> mappings, Path temporaryFolder) {
    return mappings.stream()
        .map(UNPACKED::matcher)
        .filter(Matcher::find)
        .map(mapping -> Path.of(mapping.group(1)))
        .filter(file -> temporaryFolder.toAbsolutePath().equals(file.getParent()))
        .findFirst();
  }

  private static List<String> mappings() {
    try {
      return Files.readAllLines(MAPPINGS);
    } catch (IOException e) {
      return List.of();
    }
  }
}
