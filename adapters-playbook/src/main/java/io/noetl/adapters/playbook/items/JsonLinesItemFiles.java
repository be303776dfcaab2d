package io.noetl.adapters.playbook.items;

import io.noetl.application.error.ItemFileException;
import io.noetl.application.port.ItemCursor;
import io.noetl.application.port.ItemFiles;
import io.noetl.domain.playbook.LoopItems.FileFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads JSON Lines (jsonlines.org, also known as NDJSON): a JSON value per line in UTF-8, with or without a byte order
 * mark. Blank lines are skipped.
 */
public final class JsonLinesItemFiles implements ItemFiles {

  @Override
  public ItemCursor open(Path file, FileFormat format) throws ItemFileException {
    if (format != FileFormat.JSONL) {
      throw new IllegalArgumentException("files of the format " + format + " are not read here");
    }
    ItemFiles.requireFile(file);
    try {
      return new JsonLinesCursor(new LineReader(Files.newInputStream(file)));
    } catch (IOException e) {
      throw JsonLinesCursor.unreadable(e);
    }
  }
}
