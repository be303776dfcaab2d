package io.noetl.application.run;

import io.noetl.application.error.ItemFileException;
import io.noetl.application.port.ItemCursor;
import io.noetl.application.port.ItemFiles;
import io.noetl.domain.playbook.LoopItems.FileFormat;
import java.nio.file.Path;

/** The item files of several adapters as one. */
public final class CombinedItemFiles implements ItemFiles {

  private final ItemFiles lines;
  private final ItemFiles tables;

  /**
   * Reads each format with the adapter that can.
   *
   * @param lines reads JSON Lines
   * @param tables reads CSV and Parquet
   */
  public CombinedItemFiles(ItemFiles lines, ItemFiles tables) {
    this.lines = lines;
    this.tables = tables;
  }

  @Override
  public ItemCursor open(Path file, FileFormat format) throws ItemFileException {
    return switch (format) {
      case JSONL -> lines.open(file, format);
      case CSV, PARQUET -> tables.open(file, format);
    };
  }
}
