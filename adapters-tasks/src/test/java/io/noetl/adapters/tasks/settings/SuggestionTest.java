package io.noetl.adapters.tasks.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

  private static final List<String> KNOWN = List.of("method", "endpoint", "params", "GET");

  @ParameterizedTest
  @CsvSource({"methd, method", "endpiont, endpoint", "Param, params", "gte, GET", "mehtdo, method", "params, params"})
  void finds_the_name_that_was_meant(String name, String meant) {
    assertThat(Suggestion.nearest(name, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"verify", "end", "xyz", "''"})
  void finds_nothing_for_another_name(String name) {
    assertThat(Suggestion.nearest(name, KNOWN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'', '', 0", "abc, abc, 0", "abc, '', 3", "abcd, acbd, 1", "kitten, sitting, 3"})
  void counts_edits(String a, String b, int edits) {
    assertThat(Suggestion.distance(a, b)).isEqualTo(edits);
  }
}
