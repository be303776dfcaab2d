package io.noetl.domain.execution;

import io.noetl.domain.playbook.LoopItems.FileFormat;
import io.noetl.domain.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The items of loops that go over files, as far as they are known when something is decided. The item that is taken
 * stands in the event of its iteration, so folding needs no file.
 */
@FunctionalInterface
public interface ItemFeed {

  /** There are no loops over files. */
  ItemFeed NONE = (loop, index, file) -> new Item.Broken("no file can be read here");

  /**
   * The item of that index. The same question has the same answer until the item after it is asked for.
   *
   * @param loop the node id of the loop's step
   */
  Item next(String loop, int index, ItemFile file);

  /**
   * A file of items.
   *
   * @param format null leaves it to the file's name
   */
  record ItemFile(String path, @Nullable FileFormat format) {}

  /** What came of asking for an item. */
  sealed interface Item {

    record Found(Value value) implements Item {}

    /** There are no more. */
    record End() implements Item {}

    /**
     * The file cannot be read, or not on.
     *
     * @param error what is wrong with which file and record, in one line
     */
    record Broken(String error) implements Item {}
  }
}
