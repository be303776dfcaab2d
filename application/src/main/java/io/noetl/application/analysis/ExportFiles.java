package io.noetl.application.analysis;

import io.noetl.application.error.InputException;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.ExportInspector;
import io.noetl.application.port.ExportInspector.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Finds the Parquet files that a location means, and has each looked at before anything is read from it. */
final class ExportFiles {

  private static final String ENDING = ".parquet";

  private final ExportInspector inspector;

  ExportFiles(ExportInspector inspector) {
    this.inspector = inspector;
  }

  /**
   * The files, in the order of their names.
   *
   * @throws InputException if there are none, or one is missing, damaged or no Parquet
   */
  List<Path> at(String location) {
    List<Path> files = found(location);
    for (Path file : files) {
      if (inspector.inspect(file) instanceof Verdict.Bad bad) {
        throw new InputException("'" + file + "' cannot be read: " + bad.reason(), bad.remedy());
      }
    }
    return files;
  }

  private static List<Path> found(String location) {
    try {
      Path path = Path.of(location);
      if (Files.isDirectory(path)) {
        return inFolder(path);
      }
      boolean pattern = location.matches(".*[*?\\[{].*") && !Files.exists(path);
      return pattern ? matching(location) : List.of(path);
    } catch (InvalidPathException e) {
      throw new InvalidRequestException("'" + location + "' is no path: " + e.getReason(), "name a file with --input", e);
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(
          "'" + location + "' cannot be listed: no permission, or it was changed meanwhile",
          "check file permissions: they must let you read the folder",
          e);
    }
  }

  private static List<Path> inFolder(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> files = entries.filter(ExportFiles::isExport).sorted().toList();
      if (files.isEmpty()) {
        throw new InputException(
            "the folder '" + folder + "' holds no " + ENDING + " files",
            "check the path; if no file was exported yet, run the playbook with --export");
      }
      return files;
    }
  }

  private static boolean isExport(Path file) {
    return file.toString().endsWith(ENDING) && !file.getFileName().toString().startsWith(".") && Files.isRegularFile(file);
  }

  /** Walks from the last folder that is no pattern, and no deeper than the pattern goes unless it has {@code **}. */
  private static List<Path> matching(String pattern) throws IOException {
    String fixed = pattern.substring(0, pattern.split("[*?\\[{]", 2)[0].lastIndexOf('/') + 1);
    Path start = Path.of(fixed);
    int depth = pattern.contains("**") ? Integer.MAX_VALUE : (int) pattern.substring(fixed.length()).chars().filter(c -> c == '/').count() + 1;
    List<Path> files = List.of();
    if (Files.isDirectory(start)) {
      PathMatcher matcher = matcher(pattern);
      try (Stream<Path> entries = Files.walk(start, depth)) {
        files = entries.filter(file -> matcher.matches(file) && Files.isRegularFile(file)).sorted().toList();
      }
    }
    if (files.isEmpty()) {
      throw new InputException(
          "file not found: no file matches '" + pattern + "'", "check the path, and quote the pattern for the shell");
    }
    return files;
  }

  private static PathMatcher matcher(String pattern) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException e) {
      throw new InvalidRequestException(
          "'" + pattern + "' is no pattern: " + e.getDescription(), "use * and ? for parts of names", e);
    }
  }
}
