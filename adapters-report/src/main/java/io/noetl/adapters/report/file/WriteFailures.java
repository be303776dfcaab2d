package io.noetl.adapters.report.file;

import io.noetl.application.error.ExportException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says in the user's terms why a file of a report cannot be written. */
final class WriteFailures {

  private static final String ANOTHER = "choose another folder with --output-dir";

  private WriteFailures() {}

  static ExportException explain(Path file, IOException failure) {
    String problem = "cannot write '" + file + "': ";
    return switch (failure) {
      case AccessDeniedException denied ->
          new ExportException(
              problem + "no permission to write to its folder", "check the folder's permissions, or " + ANOTHER, failure);
      case FileAlreadyExistsException taken ->
          new ExportException(problem + "'" + taken.getFile() + "' is a file, not a folder", ANOTHER, failure);
      case NoSuchFileException missing -> new ExportException(problem + "its folder cannot be made", ANOTHER, failure);
      default -> new ExportException(problem + reason(failure), remedy(failure), failure);
    };
  }

  /** Never a path alone, which is all that the message of some exceptions holds. */
  private static String reason(IOException failure) {
    String text = failure instanceof FileSystemException system ? system.getReason() : failure.getMessage();
    if (text == null) {
      return "the file system refused it (" + failure.getClass().getSimpleName() + ")";
    }
    return text.contains("No space left on device") ? "the disk is full" : text;
  }

  private static String remedy(IOException failure) {
    return reason(failure).equals("the disk is full") ? "make room on it, or " + ANOTHER : ANOTHER;
  }
}
