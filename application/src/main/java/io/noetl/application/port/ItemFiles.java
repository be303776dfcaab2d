package io.noetl.application.port;

import io.noetl.application.error.ItemFileException;
import io.noetl.domain.playbook.LoopItems.FileFormat;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens the files that loops take their items from. */
@FunctionalInterface
public interface ItemFiles {

  /** There are none: every file is refused. */
  ItemFiles NONE =
      (file, format) -> {
        throw new ItemFileException("no files of items can be read here");
      };

  /**
   * Goes to before the first item of a file; the caller closes the cursor.
   *
   * @throws ItemFileException if the file is missing, cannot be opened or is not of the format
   */
  ItemCursor open(Path file, FileFormat format) throws ItemFileException;

  /**
   * Refuses what is no readable file. Neither is a pipe or a device: waiting for one could not be cancelled.
   *
   * @throws ItemFileException if it is none
   */
  static void requireFile(Path file) throws ItemFileException {
    if (Files.notExists(file)) {
      throw new ItemFileException("there is no such file; a path is relative to the working folder");
    }
    if (Files.isDirectory(file)) {
      throw new ItemFileException("it is a folder, not a file");
    }
    if (!Files.isRegularFile(file)) {
      throw new ItemFileException("it is a pipe or a device, not a file");
    }
    if (!Files.isReadable(file)) {
      throw new ItemFileException("permission denied; make the file readable");
    }
  }
}
