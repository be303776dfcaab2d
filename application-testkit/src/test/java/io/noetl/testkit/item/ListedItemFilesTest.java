package io.noetl.testkit.item;

import io.noetl.application.port.ItemFiles;
import io.noetl.domain.playbook.LoopItems.FileFormat;
import io.noetl.domain.value.Value.MapValue;
import java.nio.file.Path;
import java.util.List;

class ListedItemFilesTest extends ItemFilesContract {

  private final ListedItemFiles files = new ListedItemFiles();

  @Override
  protected ItemFiles files() {
    return files;
  }

  @Override
  protected FileFormat format() {
    return FileFormat.JSONL;
  }

  @Override
  protected Path write(Path file, List<MapValue> rows) {
    files.file(file, rows);
    return file;
  }
}
