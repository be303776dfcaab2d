package io.noetl.application.run;

import io.noetl.application.error.ItemFileException;
import io.noetl.application.port.ItemCursor;
import io.noetl.application.port.ItemFiles;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.execution.ItemFeed;
import io.noetl.domain.playbook.LoopItems.FileFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files that the running loops of one playbook go over: of each loop an open cursor and its current item. A file is
 * opened when its first item is asked for and closed after its last, or when its loop ends before that. Not for several
 * threads.
 */
final class OpenItemFiles implements ItemFeed, AutoCloseable {

  /** Opens them for the loops of one playbook. */
  interface Source {
    OpenItemFiles open();
  }

  private final ItemFiles files;
  private final @Nullable Path store;
  private final Map<String, OpenFile> open = new HashMap<>();

  /**
   * @param store the file of the run's own event store, which no loop may read: closing it would end DuckDB's lock on it;
   *     null if it is no file
   */
  OpenItemFiles(ItemFiles files, @Nullable Path store) {
    this.files = files;
    this.store = store;
  }

  /** One that was passed before is reached by reading the file again from its start. */
  @Override
  public Item next(String loop, int index, ItemFile file) {
    OpenFile known = open.get(loop);
    if (known == null || index < known.index) {
      close(loop);
      known = new OpenFile(file);
      open.put(loop, known);
    }
    return known.item(index);
  }

  /** Lets go of the file of a loop that has ended. */
  void happened(Event event) {
    if (event.type() == EventType.LOOP_COMPLETE && !open.isEmpty()) {
      close(event.node().id());
    }
  }

  private void close(String loop) {
    OpenFile ended = open.remove(loop);
    if (ended != null) {
      ended.close();
    }
  }

  @Override
  public void close() {
    open.values().forEach(OpenFile::close);
    open.clear();
  }

  private ItemCursor cursor(ItemFile file) throws ItemFileException {
    FileFormat format = file.format() == null ? format(file.path()) : file.format();
    try {
      Path path = Path.of(file.path());
      if (isStore(path)) {
        throw new ItemFileException("it is the run's own event store, which is open for this run; export it after the run");
      }
      return files.open(path, format);
    } catch (InvalidPathException e) {
      throw new ItemFileException("it is no path: " + e.getReason());
    }
  }

  private boolean isStore(Path path) {
    try {
      return store != null && Files.exists(store) && Files.exists(path) && Files.isSameFile(path, store);
    } catch (IOException e) {
      return false;
    }
  }

  private static FileFormat format(String path) throws ItemFileException {
    return FileFormat.ofName(path).orElseThrow(() -> new ItemFileException("its name " + FileFormat.UNKNOWN));
  }

  /** A file and the item at which its loop is: {@code index} is that of {@code current}, -1 before the first. */
  private final class OpenFile implements AutoCloseable {

    private final ItemFile file;
    private int index = -1;
    private Item current = new Item.End();
    private @Nullable ItemCursor cursor;

    OpenFile(ItemFile file) {
      this.file = file;
    }

    Item item(int wanted) {
      while (index < wanted && (index < 0 || current instanceof Item.Found)) {
        current = read();
        index++;
      }
      return current;
    }

    private Item read() {
      try {
        if (cursor == null) {
          cursor = cursor(file);
        }
        return cursor.next().<Item>map(Item.Found::new).orElseGet(this::end);
      } catch (ItemFileException e) {
        close();
        return new Item.Broken("in_file '" + file.path() + "': " + e.problem());
      }
    }

    private Item end() {
      close();
      return new Item.End();
    }

    @Override
    public void close() {
      if (cursor != null) {
        cursor.close();
      }
    }
  }
}
