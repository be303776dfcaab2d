package io.noetl.application.port;

import io.noetl.application.error.ItemFileException;
import io.noetl.domain.value.Value;
import java.util.Optional;

/** The items of a file in their order, one at a time: memory does not grow with their number. */
public interface ItemCursor extends AutoCloseable {

  /**
   * The next item; none after the last one, as often as asked.
   *
   * @throws ItemFileException if there is one that cannot be read; nothing can be read after it
   */
  Optional<Value> next() throws ItemFileException;

  /** May be called twice. */
  @Override
  void close();
}
