package io.noetl.adapters.cli.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.template.Position;
import org.junit.jupiter.api.Test;

class SnippetTest {

  @Test
  void the_caret_stands_below_the_place() {
    assertThat(shown("    next: fetsh", 11, 80)).isEqualTo("  7 |     next: fetsh\n    |           ^");
  }

  @Test
  void wide_characters_and_tabs_move_the_caret() {
    assertThat(shown("東京\tx", 4, 80)).isEqualTo("  7 | 東京\\tx\n    |       ^");
  }

  @Test
  void a_place_past_the_end_is_behind_the_line() {
    assertThat(shown("abc", 9, 80)).isEqualTo("  7 | abc\n    |    ^");
  }

  @Test
  void of_a_wide_line_the_part_around_the_place_is_shown() {
    String line = "a".repeat(100) + "X" + "b".repeat(100);

    assertThat(shown(line, 101, 46))
        .isEqualTo("  7 | …" + "a".repeat(19) + "X" + "b".repeat(18) + "…\n    | " + " ".repeat(20) + "^");
  }

  private static String shown(String line, int column, int width) {
    Snippet snippet = new Snippet(line, new Position(7, column), width);
    return snippet.gutter() + snippet.shown() + "\n" + snippet.emptyGutter() + snippet.indentation() + "^";
  }
}
