package io.noetl.application.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTest {

  private final Cancellation cancellation = new Cancellation();
  private final List<String> reactions = new ArrayList<>();

  @Test
  void a_wish_is_made_once() {
    cancellation.whenRequested(() -> reactions.add("a"));
    cancellation.whenRequested(() -> reactions.add("b"));
    assertThat(cancellation.requested()).isFalse();
    assertThat(reactions).isEmpty();

    cancellation.request();
    cancellation.request();

    assertThat(cancellation.requested()).isTrue();
    assertThat(reactions).containsExactly("a", "b");
  }

  @Test
  void who_comes_after_the_wish_hears_of_it_at_once() {
    cancellation.request();

    cancellation.whenRequested(() -> reactions.add("late"));

    assertThat(reactions).containsExactly("late");
  }

  @Test
  void a_reaction_may_look_at_the_wish_itself() {
    cancellation.whenRequested(() -> reactions.add("requested: " + cancellation.requested()));

    cancellation.request();

    assertThat(reactions).containsExactly("requested: true");
  }
}
