package io.noetl.application.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTextTest {

  @Test
  void the_only_longer_text_is_meant() {
    assertThat(NearestText.to("exp", List.of("--x", "export", "exit"))).contains("export");
  }

  @Test
  void two_longer_texts_are_judged_by_their_edits() {
    assertThat(NearestText.to("expor", List.of("exporting", "export"))).contains("export");
  }

  @Test
  void neighbours_that_are_swapped_are_one_edit() {
    assertThat(NearestText.to("rnu", List.of("query", "run"))).contains("run");
  }

  @Test
  void a_missing_a_superfluous_and_a_wrong_character_are_one_edit_each() {
    assertThat(NearestText.to("qury", List.of("query"))).contains("query");
    assertThat(NearestText.to("queery", List.of("query"))).contains("query");
    assertThat(NearestText.to("quary", List.of("query"))).contains("query");
  }

  @Test
  void what_differs_in_more_than_a_quarter_is_not_meant() {
    assertThat(NearestText.to("abcdefgh", List.of("abcdefzz"))).contains("abcdefzz");
    assertThat(NearestText.to("abcdefgh", List.of("abcdezzz"))).isEmpty();
  }

  @Test
  void an_empty_text_means_nothing() {
    assertThat(NearestText.to("", List.of("query"))).isEmpty();
  }
}
