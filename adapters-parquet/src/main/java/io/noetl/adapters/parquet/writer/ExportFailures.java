package io.noetl.adapters.parquet.writer;

import io.noetl.application.error.ExportException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says in the user's terms why the file system would not have an export, and what to do. */
final class ExportFailures {

  private ExportFailures() {}

  static ExportException explain(Path target, IOException failure) {
    Explanation explanation = explanation(failure);
    return new ExportException(
        "Cannot export to " + target + ": " + explanation.reason() + "; nothing under that name was changed",
        explanation.remedy(),
        failure);
  }

  private record Explanation(String reason, String remedy) {}

  private static Explanation explanation(IOException failure) {
    return switch (failure) {
      case AccessDeniedException denied ->
          new Explanation(
              "no permission to write " + denied.getFile(),
              "Choose a folder that you may write to, or have its permissions changed");
      case FileAlreadyExistsException file ->
          new Explanation(file.getFile() + " is a file, not a folder", "Choose another folder, or rename that file");
      case NotDirectoryException file ->
          new Explanation(file.getFile() + " is a file, not a folder", "Choose another folder, or rename that file");
      case FileSystemLoopException loop ->
          new Explanation("its symbolic links lead round in a circle", "Name the file itself, or mend the links");
      default -> byText(failure);
    };
  }

  /** What the operating system has no exception class for, by the words of its error numbers. */
  private static Explanation byText(IOException failure) {
    String text = text(failure);
    if (text.contains("No space left on device")) {
      return new Explanation("the disk is full", "Make room on it, or export to another disk");
    }
    if (text.contains("Disk quota exceeded")) {
      return new Explanation("your disk quota is used up", "Delete files of yours, or export to another disk");
    }
    if (text.contains("Read-only file system")) {
      return new Explanation("the disk is mounted read-only", "Export to another folder");
    }
    if (text.contains("File name too long")) {
      return new Explanation("the name is too long for the disk", "Choose a shorter name");
    }
    if (text.contains("Not a directory")) {
      return new Explanation(
          "a part of its path is a file, not a folder", "Choose another folder, or rename that file");
    }
    return new Explanation(text, "Mend the cause, or export to another folder");
  }

  private static String text(IOException failure) {
    if (failure instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
