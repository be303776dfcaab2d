package io.noetl.adapters.parquet.verifier;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Room for pages, for as many threads as read at once, kept from one file to the next. */
final class PageRooms {

  private final Queue<PageRoom> free = new ConcurrentLinkedQueue<>();

  /** Room that is nobody else's until it is given back. */
  PageRoom take() {
    return Objects.requireNonNullElseGet(free.poll(), PageRoom::new);
  }

  /** Takes back what nobody uses any more. */
  void give(PageRoom room) {
    free.add(room);
  }
}
