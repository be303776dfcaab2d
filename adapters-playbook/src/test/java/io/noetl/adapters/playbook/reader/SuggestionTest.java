package io.noetl.adapters.playbook.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

  private static final List<String> KNOWN = List.of("next", "step", "iterator", "end_loop", "on_item_error");

  @ParameterizedTest
  @CsvSource({
    "nexts, next",
    "nxt, next",
    "netx, next",
    "NEXT, next",
    "nest, next",
    "iteratr, iterator",
    "itreatr, iterator",
    "end-loop, end_loop",
    "endloop, end_loop",
    "onitemerror, on_item_error"
  })
  void finds_a_name_that_is_near(String written, String meant) {
    assertThat(Suggestion.near(written, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"naxxtt", "ntx", "owner", "itrtr", "s"})
  void finds_nothing_when_none_is_near(String written) {
    assertThat(Suggestion.near(written, KNOWN)).isEmpty();
  }

  @Test
  void of_equally_near_names_takes_the_first_in_the_alphabet() {
    assertThat(Suggestion.near("stap", List.of("stop", "step"))).contains("step");
  }

  @Test
  void ends_a_message_with_the_suggestion() {
    assertThat(Suggestion.after("nexts", KNOWN)).isEqualTo("; did you mean 'next'?");
    assertThat(Suggestion.after("owner", KNOWN)).isEmpty();
  }
}
