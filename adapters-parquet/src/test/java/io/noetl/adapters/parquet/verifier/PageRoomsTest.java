package io.noetl.adapters.parquet.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageRoomsTest {

  private final PageRooms rooms = new PageRooms(2);

  @Test
  void room_is_one_threads_until_it_is_given_back() {
    PageRoom first = rooms.take();

    assertThat(rooms.take()).isNotSameAs(first);
  }

  @Test
  void what_was_used_last_is_used_next_and_no_more_is_kept_than_threads_read_at_once() {
    PageRoom first = rooms.take();
    PageRoom second = rooms.take();
    PageRoom third = rooms.take();
    rooms.give(first);
    rooms.give(second);
    rooms.give(third);

    assertThat(rooms.take()).isSameAs(second);
    assertThat(rooms.take()).isSameAs(first);
    assertThat(rooms.take()).isNotSameAs(third);
  }
}
