package io.noetl.adapters.tasks.python;

import io.noetl.application.error.InvalidRequestException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Which Python runs the tasks.
 *
 * @param name a path (it holds a {@code /}), or the name of a program on the search path
 * @param searchPath folders as the environment variable {@code PATH} lists them
 */
public record PythonInterpreter(String name, String searchPath) {

  private static final String REMEDY = "install Python 3.8 or newer, or name an interpreter with --python PATH";

  /** The {@code python3} of the search path. */
  public static PythonInterpreter onPath(String searchPath) {
    return new PythonInterpreter("python3", searchPath);
  }

  /**
   * The executable file.
   *
   * @throws InvalidRequestException if there is none
   */
  public Path resolve() {
    try {
      return name.indexOf('/') >= 0 || name.indexOf(File.separatorChar) >= 0 ? given() : found();
    } catch (InvalidPathException e) {
      throw new InvalidRequestException("python interpreter '" + name + "' is no valid path", REMEDY, e);
    }
  }

  private Path given() {
    Path path = Path.of(name);
    if (!Files.exists(path)) {
      throw new InvalidRequestException("python interpreter '" + name + "' does not exist", REMEDY);
    }
    if (!isProgram(path)) {
      throw new InvalidRequestException("python interpreter '" + name + "' is not an executable file", REMEDY);
    }
    return path.toAbsolutePath();
  }

  private Path found() {
    for (String folder : searchPath.split(File.pathSeparator, -1)) {
      Path path = Path.of(folder, name);
      if (isProgram(path)) {
        return path.toAbsolutePath();
      }
    }
    throw new InvalidRequestException(
        "the playbook has python tasks, and there is no '" + name + "' on the PATH", REMEDY);
  }

  private static boolean isProgram(Path path) {
    return Files.isRegularFile(path) && Files.isExecutable(path);
  }

  /** What to do about an interpreter that does not work. */
  static String remedy() {
    return REMEDY;
  }
}
