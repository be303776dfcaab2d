package io.noetl.adapters.tasks.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.template.Position;
import io.noetl.domain.template.SourceMap;
import io.noetl.domain.template.TemplateText;
import org.junit.jupiter.api.Test;

class CodeTextTest {

  @Test
  void the_lines_of_a_block_are_those_of_the_playbook() {
    CodeText code = new CodeText("def main():\n  return 1\n", new Position(11, 7));

    assertThat(code.at(11, 5)).isEqualTo(new Position(11, 11));
    assertThat(code.at(12, 3)).isEqualTo(new Position(12, 9));
    assertThat(code.lineStart(12)).isEqualTo(new Position(12, 9));
  }

  @Test
  void the_lines_of_code_in_quotes_stand_where_they_are_written() {
    // 11: "def main():\n  re\
    // 12:   turn 1"
    SourceMap places =
        new SourceMap.Builder(new Position(11, 8), 1)
            .run(12, new Position(11, 21))
            .run(16, new Position(12, 3))
            .build();
    CodeText code = new CodeText(new TemplateText("def main():\n  return 1", places));

    assertThat(code.position()).isEqualTo(new Position(11, 8));
    assertThat(code.at(11, 5)).isEqualTo(new Position(11, 12));
    assertThat(code.lineStart(12)).isEqualTo(new Position(11, 23));
    assertThat(code.at(12, 6)).isEqualTo(new Position(12, 4));
  }

  @Test
  void columns_of_python_count_characters_and_positions_utf_16_units() {
    CodeText code = new CodeText("x = '😀' +", new Position(2, 1));

    assertThat(code.at(2, 8)).isEqualTo(new Position(2, 9));
  }

  @Test
  void a_column_or_line_behind_the_code_is_its_end() {
    CodeText code = new CodeText("a\nbc\n", new Position(2, 5));

    assertThat(code.at(2, 9)).isEqualTo(new Position(2, 6));
    assertThat(code.at(9, 1)).isEqualTo(new Position(4, 5));
    assertThat(code.lineStart(1)).isEqualTo(new Position(2, 5));
  }

  @Test
  void lines_of_code_may_end_as_python_lets_them() {
    CodeText code = new CodeText("a\r\nb\r c", new Position(1, 1));

    assertThat(code.lineStart(2)).isEqualTo(new Position(2, 1));
    assertThat(code.lineStart(3)).isEqualTo(new Position(3, 2));
  }
}
