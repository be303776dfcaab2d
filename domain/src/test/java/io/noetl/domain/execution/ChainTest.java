package io.noetl.domain.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {

  @Test
  void a_list_put_in_front_comes_in_its_own_order_before_the_rest() {
    Chain<String> chain = Chain.<String>empty().withFirst("c").withFirst(List.of("a", "b"));

    assertThat(chain.size()).isEqualTo(3);
    assertThat(chain.first()).isEqualTo("a");
    assertThat(chain.rest().first()).isEqualTo("b");
    assertThat(chain.rest().rest().first()).isEqualTo("c");
    assertThat(chain.rest().rest().rest().isEmpty()).isTrue();
  }

  @Test
  void reversed_gives_the_elements_in_the_order_in_which_they_were_put_in_front() {
    assertThat(Chain.<Integer>empty().withFirst(1).withFirst(2).withFirst(3).reversed()).containsExactly(1, 2, 3);
    assertThat(Chain.empty().reversed()).isEmpty();
  }

  @Test
  void a_chain_is_left_as_it_was() {
    Chain<Integer> one = Chain.<Integer>empty().withFirst(1);
    Chain<Integer> two = one.withFirst(2);

    assertThat(one.reversed()).containsExactly(1);
    assertThat(two.rest()).isSameAs(one);
  }

  @Test
  void an_empty_chain_has_neither_first_nor_rest() {
    assertThatThrownBy(() -> Chain.empty().first()).hasMessage("an empty chain has no first element");
    assertThatThrownBy(() -> Chain.empty().rest()).hasMessage("an empty chain has no rest");
  }

  @Test
  void a_long_chain_is_read_without_recursion() {
    Chain<Integer> chain = Chain.empty();
    for (int i = 0; i < 200_000; i++) {
      chain = chain.withFirst(i);
    }

    assertThat(chain.reversed()).hasSize(200_000).startsWith(0, 1, 2).endsWith(199_998, 199_999);
  }
}
