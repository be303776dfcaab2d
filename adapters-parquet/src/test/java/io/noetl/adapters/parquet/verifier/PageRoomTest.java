package io.noetl.adapters.parquet.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageRoomTest {

  private final PageRoom room = new PageRoom();

  @Test
  void the_arrays_of_one_page_are_for_the_next() {
    byte[] body = new byte[10];
    byte[] content = new byte[4 << 20];
    room.keepBody(body);
    room.keepContent(content);

    assertThat(room.body()).isSameAs(body);
    assertThat(room.content()).isSameAs(content);
  }

  @Test
  void what_long_values_asked_for_is_not_kept() {
    room.keepBody(new byte[(4 << 20) + 1]);
    room.keepContent(new byte[(4 << 20) + 1]);

    assertThat(room.body()).isEmpty();
    assertThat(room.content()).isEmpty();
  }

  @Test
  void no_room_keeps_nothing() {
    PageRoom none = PageRoom.none();
    none.keepBody(new byte[1]);
    none.keepContent(new byte[1]);

    assertThat(none.body()).isEmpty();
    assertThat(none.content()).isEmpty();
  }
}
