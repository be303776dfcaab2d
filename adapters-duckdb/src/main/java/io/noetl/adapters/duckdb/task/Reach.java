package io.noetl.adapters.duckdb.task;

import io.noetl.adapters.duckdb.connection.DuckDbConnections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which files a task may touch: those below the working folder, or all with external access; but never the run's own
 * event store. DuckDB itself enforces the folder, links and {@code ..} resolved, also for paths that SQL computes.
 *
 * <p>The store is another matter: this process has it open, and DuckDB's lock on a file ends as soon as the process
 * closes any other handle of that file. DuckDB refuses to attach it a second time, whatever the SQL computes; what the
 * SQL spells out is refused here, because reading it as bytes would end the lock too.
 */
final class Reach {

  private static final String STORE_REMEDY =
      " is open for this run and cannot be used by a task: take another file, or ask it after the run with noetl query";

  private final Path folder;
  private final @Nullable Path store;

  /**
   * @param folder the working folder
   * @param store the file of the run's event store; null for none
   */
  Reach(Path folder, @Nullable Path store) {
    this.folder = folder.toAbsolutePath().normalize();
    this.store = store == null ? null : real(store);
  }

  /**
   * The file of a database that a task names.
   *
   * @throws SettingException if the task may not touch it
   */
  Path database(String path, boolean external) throws SettingException {
    Path file = path(path);
    if (!external && !real(file).startsWith(real(folder))) {
      throw new SettingException(
          "database",
          "database '" + path + "' lies outside of the working folder; set external_access: true to allow it");
    }
    if (Files.isSymbolicLink(file) && Files.notExists(file)) {
      throw new SettingException("database", "database '" + path + "' is a link to nothing");
    }
    if (isStore(file)) {
      throw new SettingException("database", "database '" + path + "' is the run's own event store, which" + STORE_REMEDY);
    }
    if (Files.isDirectory(file)) {
      throw new SettingException("database", "database '" + path + "' is a folder, not a file");
    }
    return real(file);
  }

  private Path path(String path) throws SettingException {
    try {
      Path file = folder.resolve(path);
      if (DuckDbConnections.canName(file)) {
        return file;
      }
      throw new SettingException("database", "database '" + path + "' cannot be opened: a path with a semicolon is not allowed");
    } catch (InvalidPathException e) {
      throw new SettingException("database", "database '" + path + "' is no path: " + e.getReason());
    }
  }

  /** What is wrong with a statement that spells out the path of the run's event store. */
  Optional<String> problem(SqlStatement statement) {
    return statement.quoted().stream()
        .filter(this::namesStore)
        .findFirst()
        .map(text -> "'" + text + "' is the run's own event store, which" + STORE_REMEDY);
  }

  private boolean namesStore(String text) {
    if (store == null || text.isEmpty() || text.indexOf('\n') >= 0) {
      return false;
    }
    try {
      return isStore(folder.resolve(text.replaceFirst("^file:(?://(?:localhost)?(?=/))?", "")));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private boolean isStore(Path file) {
    if (store == null) {
      return false;
    }
    try {
      return real(file).equals(store) || (Files.exists(file) && Files.exists(store) && Files.isSameFile(file, store));
    } catch (IOException e) {
      return false;
    }
  }

  /** The configuration of a database that reaches no more than the task may. */
  Map<String, String> configuration(boolean external) {
    Map<String, String> settings = new LinkedHashMap<>();
    if (!external) {
      String folders =
          Stream.of(folder, real(folder)).distinct().map(Reach::quoted).collect(Collectors.joining(", ", "[", "]"));
      settings.put("allowed_directories", folders);
      settings.put("enable_external_access", "false");
      settings.put("allow_persistent_secrets", "false");
    }
    return settings;
  }

  /** The folder as an element of a list in DuckDB's text form, in which a backslash escapes. */
  private static String quoted(Path folder) {
    String text = folder.toString();
    String path = text.endsWith("/") ? text : text + "/";
    return "'" + path.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** The file itself, whatever links and dots lead to it, also when it is not there yet. */
  private static Path real(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    try {
      return absolute.toRealPath();
    } catch (IOException missing) {
      Path above = absolute.getParent();
      Path name = absolute.getFileName();
      return above == null || name == null ? absolute : real(above).resolve(name);
    }
  }
}
