package io.noetl.adapters.playbook.reader.yaml;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.adapters.playbook.reader.yaml.YamlNode.Mapping;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Scalar;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Sequence;
import io.noetl.domain.template.SourceMap;
import io.noetl.domain.template.TemplateText;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The place of each character of a text, in literal lines and columns: {@code c@line:column}, and {@code $} is its end. */
class ScalarPlaceTest {

  @Test
  void a_plain_text_on_one_line_is_one_run() {
    assertThat(places("a: b c\n")).isEqualTo("b@1:4 _@1:5 c@1:6 $@1:7");
    assertThat(runs("a: some more text\n")).isEqualTo(1);
  }

  @Test
  void a_plain_text_folds_its_lines() {
    assertThat(places("a: b \t\n     c\n\n \n  d  # e\n"))
        .isEqualTo("b@1:4 _@1:7 c@2:6 ⏎@3:1 ⏎@4:2 d@5:3 $@5:4");
  }

  @Test
  void a_doubled_single_quote_stands_at_the_first_of_them() {
    assertThat(places("a: 'b''''c'\n")).isEqualTo("b@1:5 '@1:6 '@1:8 c@1:10 $@1:11");
    assertThat(places("''''\n")).isEqualTo("'@1:2 $@1:4");
  }

  @Test
  void a_single_quoted_text_folds_its_lines() {
    assertThat(places("a: ' b  \n \t c\n\n\n  d\n '\n"))
        .isEqualTo("_@1:5 b@1:6 _@1:9 c@2:4 ⏎@3:1 ⏎@4:1 d@5:3 _@5:4 $@6:2");
    assertThat(places("a: '\\b\"'\n")).isEqualTo("\\@1:5 b@1:6 \"@1:7 $@1:8");
  }

  @Test
  void a_double_quoted_text_folds_its_lines() {
    assertThat(places("a: \"b\n   c  \n\t\n\n d\"\n")).isEqualTo("b@1:5 _@1:6 c@2:4 ⏎@3:2 ⏎@4:1 d@5:2 $@5:3");
    assertThat(places("\"\n b\"\n")).isEqualTo("_@1:2 b@2:2 $@2:3");
  }

  @Test
  void an_escaped_line_break_leaves_nothing_behind() {
    assertThat(places("a: \"b \\\n    c\\\n   \\ d\\\n\n  e\"\n"))
        .isEqualTo("b@1:5 _@1:6 c@2:5 _@3:4 d@3:6 ⏎@4:1 e@5:3 $@5:4");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          \\0, 0, 1:6
          \\a, 7, 1:6
          \\b, 8, 1:6
          \\t, 9, 1:6
          \\n, a, 1:6
          \\v, b, 1:6
          \\f, c, 1:6
          \\r, d, 1:6
          \\e, 1b, 1:6
          `\\ `, 20, 1:6
          \\", 22, 1:6
          \\\\, 5c, 1:6
          \\N, 85, 1:6
          \\_, a0, 1:6
          \\L, 2028, 1:6
          \\P, 2029, 1:6
          \\x41, 41, 1:8
          \\u263A, 263a, 1:10
          \\U0000263a, 263a, 1:14
          """)
  void an_escape_stands_at_its_backslash_and_what_follows_behind_it(String escape, String character, String behind) {
    TemplateText text = text("- \"" + escape + "{\"");

    assertThat(Integer.toHexString(text.source().charAt(0))).isEqualTo(character);
    assertThat(text.inFile(0)).hasToString("1:4");
    assertThat(text.inFile(1)).hasToString(behind);
    assertThat(text.source()).endsWith("{").hasSize(2);
  }

  @Test
  void both_halves_of_an_escaped_surrogate_pair_stand_at_its_backslash() {
    TemplateText text = text("\"\\U0001F600{\"");

    assertThat(text.source()).isEqualTo("😀{");
    assertThat(IntStream.range(0, 3).mapToObj(text::inFile).map(String::valueOf)).containsExactly("1:2", "1:2", "1:12");
  }

  @Test
  void an_escaped_slash_is_refused_as_yaml_1_1_knows_none() {
    assertThatThrownBy(() -> text("a: \"b\\/c\"\n"))
        .isInstanceOfSatisfying(
            YamlException.class, refusal -> assertThat(refusal.problem().position()).hasToString("1:7"));
  }

  @Test
  void the_text_ends_behind_its_last_escape() {
    assertThat(places("\"b\\n\"")).isEqualTo("b@1:2 ⏎@1:3 $@1:5");
  }

  @Test
  void a_literal_block_is_one_run() {
    assertThat(places("a: |\n  b\n   c\n  d\n")).isEqualTo("b@2:3 ⏎@2:4 _@3:3 c@3:4 ⏎@3:5 d@4:3 ⏎@4:4 $@5:3");
    assertThat(runs("a: |\n  b\n   c\n  d\n")).isEqualTo(1);
    assertThat(runs("a: |\r\n  b\r\n   c\r\n  d\r\n")).isEqualTo(1);
  }

  @Test
  void empty_lines_of_a_block_may_be_shorter_than_its_indentation() {
    assertThat(places("a: |\n\n  b\n \n  c\n")).isEqualTo("⏎@2:1 b@3:3 ⏎@3:4 ⏎@4:2 c@5:3 ⏎@5:4 $@6:3");
    assertThat(runs("a: |\n\n  b\n \n  c\n")).isEqualTo(2);
  }

  @Test
  void the_header_of_a_block_gives_its_indentation_and_what_remains_of_its_end() {
    assertThat(places("a: |1\n  b\n")).isEqualTo("_@2:2 b@2:3 ⏎@2:4 $@3:2");
    assertThat(places("a:\n  b: |2-\n      c\n\n")).isEqualTo("_@3:5 _@3:6 c@3:7 $@3:8");
    assertThat(places("a: |-2  # more\n   b\n\n")).isEqualTo("_@2:3 b@2:4 $@2:5");
    assertThat(places("a: |+\n b\n\n \n")).isEqualTo("b@2:2 ⏎@2:3 ⏎@3:1 ⏎@4:2 $@5:2");
    assertThat(places("a: |+1\n   \n")).isEqualTo("_@2:2 _@2:3 ⏎@2:4 $@3:2");
    assertThat(places("a: |\n b")).isEqualTo("b@2:2 $@2:3");
    assertThat(places("- |\n- b\n")).isEqualTo("$@1:3");
    assertThat(places("a: |")).isEqualTo("$@1:4");
    assertThat(places("a: |+\n\n  \n")).isEqualTo("⏎@2:1 ⏎@3:3 $@4:1");
  }

  @Test
  void a_folded_block_joins_its_lines() {
    assertThat(places("a: >\n  b\n  c\n\n  d\n \n\n  e\n"))
        .isEqualTo("b@2:3 _@2:4 c@3:3 ⏎@4:1 d@5:3 ⏎@6:2 ⏎@7:1 e@8:3 ⏎@8:4 $@9:3");
  }

  @Test
  void a_folded_block_keeps_the_line_breaks_around_indented_lines() {
    assertThat(places("a: >-\n  b\n   c\n\n  \td\n  e\n"))
        .isEqualTo("b@2:3 ⏎@2:4 _@3:3 c@3:4 ⏎@3:5 ⏎@4:1 ⇥@5:3 d@5:4 ⏎@5:5 e@6:3 $@6:4");
  }

  @Test
  void lines_may_end_in_a_carriage_return() {
    assertThat(places("a: |\r\n  b\r\n\r\n  c\r\n")).isEqualTo("b@2:3 ⏎@2:4 ⏎@3:1 c@4:3 ⏎@4:4 $@5:3");
    assertThat(places("a: |\r  b\r  c\r")).isEqualTo("b@2:3 ⏎@2:4 c@3:3 ⏎@3:4 $@4:3");
    assertThat(places("a: \"b\r\n  c\\\r\n  d\"\r\n")).isEqualTo("b@1:5 _@1:6 c@2:3 d@3:3 $@3:4");
    assertThat(places("a: b\r\n\r\n  c\r\n")).isEqualTo("b@1:4 ⏎@2:1 c@3:3 $@3:4");
  }

  @Test
  void a_line_break_that_only_yaml_knows_begins_no_line_of_the_file() {
    assertThat(places("'b\u0085c\u2028d'")).isEqualTo("b@1:2 _@1:3 c@1:4 \u2028@1:5 d@1:6 $@1:7");
    assertThat(places("a: |\n  b\u0085  c\n")).isEqualTo("b@2:3 ⏎@2:4 c@2:7 ⏎@2:8 $@3:3");
  }

  @Test
  void columns_count_utf_16_units() {
    assertThat(places("😀: '😀b'\n")).isEqualTo("\uD83D@1:6 \uDE00@1:7 b@1:8 $@1:9");
    assertThat(places("😀: [\"😀\n 😀\", c]\n"))
        .isEqualTo("\uD83D@1:7 \uDE00@1:8 _@1:9 \uD83D@2:2 \uDE00@2:3 $@2:4");
  }

  @Test
  void tags_and_anchors_come_before_the_text() {
    assertThat(places("a: &b !!str  # c\n  'd'\n")).isEqualTo("d@2:4 $@2:5");
    assertThat(places("a: !!str &b |  # c\n  d\n")).isEqualTo("d@2:3 ⏎@2:4 $@3:3");
    assertThat(places("a: !<tag:yaml.org,2002:str> 12\n")).isEqualTo("1@1:29 2@1:30 $@1:31");
    assertThat(places("[&a !!str , b]\n")).isEqualTo("$@1:10");
  }

  @Test
  void an_alias_has_the_places_of_its_anchor() {
    Mapping root = (Mapping) YamlDocument.read("a: &b \"c\\td\"\ne: *b\n", YamlLimits.PLAYBOOK).orElseThrow();

    assertThat(shown(((Scalar) root.entries().get(1).value()).text())).isEqualTo("c@1:8 ⇥@1:9 d@1:11 $@1:12");
  }

  @Test
  void texts_in_brackets_are_mapped_too() {
    assertThat(places("{a: b c, d: e}")).isEqualTo("b@1:5 _@1:6 c@1:7 $@1:8");
    assertThat(places("[ 'b\n c' ]")).isEqualTo("b@1:4 _@1:5 c@2:2 $@2:3");
  }

  @Test
  void a_missing_value_is_an_empty_text() {
    assertThat(places("a:\nb: c\n")).isEqualTo("$@1:3");
    assertThat(places("a: \"\"\n")).isEqualTo("$@1:5");
  }

  @Test
  void a_key_stands_where_it_begins() {
    Mapping root =
        (Mapping) YamlDocument.read("{\"a\\n\": 1, 'b''': 2, ? c : 3, &x d: 4}", YamlLimits.PLAYBOOK).orElseThrow();

    assertThat(root.entries().stream().map(entry -> entry.position().toString()))
        .containsExactly("1:2", "1:12", "1:24", "1:34");
  }

  private static String places(String yaml) {
    return shown(text(yaml));
  }

  private static int runs(String yaml) {
    return ((SourceMap.Runs) text(yaml).places()).count();
  }

  /** The text of the scalar, or of the first value of the first value. */
  static TemplateText text(String yaml) {
    YamlNode node = YamlDocument.read(yaml, YamlLimits.PLAYBOOK).orElseThrow();
    while (!(node instanceof Scalar)) {
      node = node instanceof Mapping map ? map.entries().getFirst().value() : ((Sequence) node).items().getFirst();
    }
    return ((Scalar) node).text();
  }

  private static String shown(TemplateText text) {
    String end = "$@" + text.inFile(text.source().length());
    return IntStream.range(0, text.source().length())
        .mapToObj(i -> shown(text.source().charAt(i)) + "@" + text.inFile(i) + " ")
        .collect(joining("", "", end));
  }

  private static char shown(char c) {
    return switch (c) {
      case ' ' -> '_';
      case '\n' -> '⏎';
      case '\t' -> '⇥';
      default -> c;
    };
  }
}
