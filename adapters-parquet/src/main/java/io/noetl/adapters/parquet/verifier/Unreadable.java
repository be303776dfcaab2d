package io.noetl.adapters.parquet.verifier;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not even be opened. */
final class Unreadable {

  private static final String NOT_A_DIRECTORY = "Not a directory";

  private Unreadable() {}

  static DamageException explain(IOException failure) {
    if (failure instanceof NoSuchFileException
        || (failure instanceof FileSystemException system && NOT_A_DIRECTORY.equals(system.getReason()))) {
      return new DamageException(
          "file not found: there is nothing at this path",
          "check the path; if no file was exported yet, run the playbook with --export, or noetl export if the store"
              + " has the execution");
    }
    if (failure instanceof AccessDeniedException || String.valueOf(failure.getMessage()).contains("(Permission denied)")) {
      return new DamageException(
          "it may not be read: you have no permission to, on the file or on a folder above it",
          "have the permissions changed (chmod u+r), or verify it as the user who owns it");
    }
    return new DamageException(
        "it cannot be opened (" + Damages.text(failure) + ")", "check the path and the disk, then verify it again");
  }
}
