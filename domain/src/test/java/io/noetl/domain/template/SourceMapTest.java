package io.noetl.domain.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SourceMapTest {

  @Test
  void a_text_in_no_file_has_its_own_places() {
    TemplateText text = TemplateText.of("ab\nc\r\nd\re");

    assertThat(text.inFile(0)).isEqualTo(new Position(1, 1));
    assertThat(text.inFile(2)).isEqualTo(new Position(1, 3));
    assertThat(text.inFile(3)).isEqualTo(new Position(2, 1));
    assertThat(text.inFile(6)).isEqualTo(new Position(3, 1));
    assertThat(text.inFile(8)).isEqualTo(new Position(4, 1));
  }

  @Test
  void further_lines_go_on_in_the_continuation_column() {
    TemplateText text = new TemplateText("ab\n c\n", new Position(7, 20), 5);

    assertThat(text.start()).isEqualTo(new Position(7, 20));
    assertThat(text.inFile(1)).isEqualTo(new Position(7, 21));
    assertThat(text.inFile(4)).isEqualTo(new Position(8, 6));
    assertThat(text.inFile(6)).isEqualTo(new Position(9, 5));
  }

  @Test
  void each_run_begins_at_its_own_place() {
    SourceMap map = runs();
    String text = "abcdef\ngh";

    assertThat(map.position(text, 0)).isEqualTo(new Position(2, 3));
    assertThat(map.position(text, 1)).isEqualTo(new Position(2, 4));
    assertThat(map.position(text, 2)).isEqualTo(new Position(3, 9));
    assertThat(map.position(text, 3)).isEqualTo(new Position(3, 10));
    assertThat(map.position(text, 4)).isEqualTo(new Position(6, 1));
    assertThat(map.position(text, 6)).isEqualTo(new Position(6, 3));
    assertThat(map.position(text, 8)).isEqualTo(new Position(7, 6));
  }

  @Test
  void the_end_is_the_last_place_there_is() {
    assertThat(TemplateText.of("ab").inFile(2)).isEqualTo(new Position(1, 3));
    assertThat(TemplateText.of("ab").inFile(99)).isEqualTo(new Position(1, 3));
  }

  @Test
  void a_point_is_the_place_of_every_character() {
    TemplateText text = new TemplateText("{{ true }}", new SourceMap.Point(new Position(3, 4)));

    assertThat(text.start()).isEqualTo(new Position(3, 4));
    assertThat(text.inFile(6)).isEqualTo(new Position(3, 4));
  }

  @Test
  void equal_runs_make_equal_maps() {
    assertThat(runs()).isEqualTo(runs()).hasSameHashCodeAs(runs());
    assertThat(runs()).isNotEqualTo(SourceMap.lines(new Position(2, 3), 5));
    assertThat(SourceMap.lines(new Position(2, 3), 5)).isNotEqualTo(SourceMap.lines(new Position(2, 3), 6));
    assertThat(runs()).hasToString("2:3/5 2=3:9 4=6:1");
  }

  @Test
  void runs_come_in_the_order_of_the_text() {
    SourceMap.Builder builder = new SourceMap.Builder(Position.START, 1).run(2, new Position(3, 9));

    assertThatThrownBy(() -> builder.run(2, new Position(6, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a run at offset 2 after one at 2");
  }

  @Test
  void columns_begin_at_1() {
    assertThatThrownBy(() -> SourceMap.lines(Position.START, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("continuation column 0: columns begin at 1");
  }

  private static SourceMap runs() {
    return new SourceMap.Builder(new Position(2, 3), 5).run(2, new Position(3, 9)).run(4, new Position(6, 1)).build();
  }
}
