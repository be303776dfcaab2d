package io.noetl.adapters.parquet.verifier;

import java.util.ArrayDeque;
import java.util.Deque;

/** Room for pages, for the threads that read at once, kept from one file to the next. For any number of threads. */
final class PageRooms {

  private final int mostKept;
  private final Deque<PageRoom> free = new ArrayDeque<>();

  /**
   * No room yet.
   *
   * @param mostKept for how many threads room is kept
   */
  PageRooms(int mostKept) {
    this.mostKept = mostKept;
  }

  /** For one proof at a time, on all processors. */
  static PageRooms forAllProcessors() {
    return new PageRooms(Runtime.getRuntime().availableProcessors() + 1);
  }

  /** Room that is nobody else's until it is given back: that which was used last. */
  synchronized PageRoom take() {
    PageRoom room = free.poll();
    return room == null ? new PageRoom() : room;
  }

  /** Takes back what nobody uses any more. */
  synchronized void give(PageRoom room) {
    if (free.size() < mostKept) {
      free.push(room);
    }
  }
}
