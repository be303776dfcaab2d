package io.noetl.testkit.item;

import io.noetl.application.error.ItemFileException;
import io.noetl.application.port.ItemCursor;
import io.noetl.application.port.ItemFiles;
import io.noetl.domain.playbook.LoopItems.FileFormat;
import io.noetl.domain.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files of items that are lists in memory. They keep a journal: {@code open a.csv CSV}, {@code close a.csv}. */
public final class ListedItemFiles implements ItemFiles {

  private final Map<Path, List<Value>> files = new HashMap<>();
  private final Map<Path, String> endings = new HashMap<>();
  private final List<String> journal = new ArrayList<>();

  /** A file with these items. */
  public ListedItemFiles file(Path file, List<? extends Value> items) {
    files.put(file, List.copyOf(items));
    return this;
  }

  /** A file with these items, after which it cannot be read on. */
  public ListedItemFiles file(Path file, List<? extends Value> items, String problem) {
    endings.put(file, problem);
    return file(file, items);
  }

  /** What was opened and closed so far. */
  public List<String> journal() {
    return journal;
  }

  @Override
  public ItemCursor open(Path file, FileFormat format) throws ItemFileException {
    List<Value> items = files.get(file);
    if (items == null) {
      ItemFiles.requireFile(file);
      throw new ItemFileException("it holds nothing that was listed");
    }
    journal.add("open " + file + " " + format);
    return new Cursor(file, items.iterator());
  }

  private final class Cursor implements ItemCursor {

    private final Path file;
    private final Iterator<Value> items;
    private boolean closed;

    Cursor(Path file, Iterator<Value> items) {
      this.file = file;
      this.items = items;
    }

    @Override
    public Optional<Value> next() throws ItemFileException {
      if (items.hasNext()) {
        return Optional.of(items.next());
      }
      if (endings.containsKey(file)) {
        throw new ItemFileException(String.valueOf(endings.get(file)));
      }
      return Optional.empty();
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        journal.add("close " + file);
      }
    }
  }
}
