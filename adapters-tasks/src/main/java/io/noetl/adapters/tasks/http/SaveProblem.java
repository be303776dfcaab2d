package io.noetl.adapters.tasks.http;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;

/** Says in a few words why a response could not be saved. */
final class SaveProblem {

  private SaveProblem() {}

  static String describe(String path, IOException problem) {
    String reason =
        switch (problem) {
          case AccessDeniedException denied -> "the folder cannot be written to; check its permissions";
          case FileAlreadyExistsException exists -> "'" + exists.getFile() + "' is no folder";
          case FileSystemException other when other.getReason() != null -> other.getReason();
          case IOException other -> String.valueOf(other.getMessage());
        };
    return "cannot save to '" + path + "': " + reason;
  }
}
