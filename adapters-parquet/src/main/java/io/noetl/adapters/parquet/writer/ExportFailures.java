package io.noetl.adapters.parquet.writer;

import io.noetl.application.error.ExportException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says in the user's terms why the file system would not have an export, and what to do. */
final class ExportFailures {

  private ExportFailures() {}

  static ExportException explain(Path target, IOException failure) {
    Explanation explanation = explanation(target, failure);
    return new ExportException(
        "cannot export to " + target + ": " + explanation.reason() + "; nothing under that name was changed",
        explanation.remedy(),
        failure);
  }

  private record Explanation(String reason, String remedy) {}

  private static Explanation explanation(Path target, IOException failure) {
    return switch (failure) {
      case AccessDeniedException denied ->
          new Explanation(
              isIn(denied, target)
                  ? "no permission to write to the folder " + folder(denied, target)
                  : "no permission to write " + denied.getFile(),
              "choose a folder that you may write to, or have its permissions changed");
      case FileAlreadyExistsException file ->
          new Explanation(file.getFile() + " is a file, not a folder", "choose another folder, or rename that file");
      case NotDirectoryException file ->
          new Explanation(file.getFile() + " is a file, not a folder", "choose another folder, or rename that file");
      case NoSuchFileException missing ->
          new Explanation(
              "the folder " + folder(missing, target) + " cannot be made, or was deleted meanwhile",
              "choose another folder");
      case FileSystemLoopException loop ->
          new Explanation("its symbolic links lead round in a circle", "name the file itself, or mend the links");
      default -> byText(failure);
    };
  }

  /** What the operating system has no exception class for, by the words of its error numbers. */
  private static Explanation byText(IOException failure) {
    String text = text(failure);
    if (text.contains("No space left on device")) {
      return new Explanation("the disk is full", "make room on it, or export to another disk");
    }
    if (text.contains("Disk quota exceeded")) {
      return new Explanation("your disk quota is used up", "delete files of yours, or export to another disk");
    }
    if (text.contains("Read-only file system")) {
      return new Explanation("the disk is mounted read-only", "export to another folder");
    }
    if (text.contains("File name too long")) {
      return new Explanation("the name is too long for the disk", "choose a shorter name");
    }
    if (text.contains("Not a directory")) {
      return new Explanation(
          "a part of its path is a file, not a folder", "choose another folder, or rename that file");
    }
    return new Explanation(text, "mend the cause, or export to another folder");
  }

  /** Never a path alone, which is all that the message of some exceptions holds. */
  private static String text(IOException failure) {
    String text = failure.getMessage();
    if (failure instanceof FileSystemException system) {
      text = system.getReason();
    } else if (failure instanceof FileNotFoundException && text != null) {
      text = text.substring(text.lastIndexOf('(') + 1).replace(")", "");
    }
    return text == null ? "the file system refused it (" + failure.getClass().getSimpleName() + ")" : text;
  }

  /** Whether it happened to what an export makes in its target's folder: users do not know those names. */
  private static boolean isIn(FileSystemException failure, Path target) {
    return TemporaryFile.isName(Path.of(failure.getFile())) || isTarget(failure, target);
  }

  private static boolean isTarget(FileSystemException failure, Path target) {
    return Path.of(failure.getFile()).toAbsolutePath().normalize().equals(target.toAbsolutePath().normalize());
  }

  /** The folder that it happened in, or to. */
  private static Path folder(FileSystemException failure, Path target) {
    Path file = Path.of(failure.getFile());
    Path parent = file.getParent();
    return isIn(failure, target) && parent != null ? parent : file;
  }
}
