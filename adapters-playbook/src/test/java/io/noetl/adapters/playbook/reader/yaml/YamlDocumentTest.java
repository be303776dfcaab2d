package io.noetl.adapters.playbook.reader.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.JsonWriter;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class YamlDocumentTest {

  private static final YamlLimits SMALL = new YamlLimits(1000, 3, 10);

  @Test
  void a_merge_puts_the_merged_keys_first_and_lets_own_keys_win() {
    assertThat(json("base: &b {x: 1, y: 2}\nown: {z: 3, <<: *b, x: 4}\n"))
        .isEqualTo("{\"base\":{\"x\":1,\"y\":2},\"own\":{\"x\":4,\"y\":2,\"z\":3}}");
  }

  @Test
  void of_several_merged_maps_the_earlier_wins() {
    assertThat(json("- &a {x: 1, y: 2}\n- &b {y: 3, z: 4}\n- <<: [*a, *b]\n"))
        .isEqualTo("[{\"x\":1,\"y\":2},{\"y\":3,\"z\":4},{\"y\":2,\"z\":4,\"x\":1}]");
  }

  @Test
  void a_quoted_merge_sign_is_a_key() {
    assertThat(json("{'<<': {a: 1}, '=': 2}")).isEqualTo("{\"<<\":{\"a\":1},\"=\":2}");
  }

  @Test
  void an_anchor_is_set_once() {
    assertProblem(() -> json("[&a 1, &a 2]"), "anchor '&a' is there already; give this one another name", 1, 8);
  }

  @Test
  void an_anchor_may_stand_on_a_key() {
    assertThat(json("{&k name: *k}")).isEqualTo("{\"name\":\"name\"}");
  }

  @Test
  void keys_are_texts_as_in_json() {
    assertThat(json("{1: a, yes: b, ~: c, 1.50: d, 2001-01-01: e, '7': f, 0x8: g}"))
        .isEqualTo(
            "{\"1\":\"a\",\"true\":\"b\",\"null\":\"c\",\"1.5\":\"d\",\"2001-01-01\":\"e\",\"7\":\"f\",\"8\":\"g\"}");
  }

  @Test
  void a_text_without_content_is_no_document() {
    assertThat(YamlDocument.read("# nothing\n", SMALL)).isEmpty();
  }

  @Test
  void an_explicit_document_may_be_empty() {
    assertThat(json("---\n")).isEqualTo("null");
  }

  @Test
  void as_many_nodes_as_the_limit_are_read() {
    assertThat(json("[1, 2, 3, 4, 5, 6, 7, 8, 9]")).isEqualTo("[1,2,3,4,5,6,7,8,9]");
    assertProblem(() -> json("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]"), "more than 10 nodes, aliases expanded", 1, 29);
  }

  @Test
  void an_alias_counts_all_that_it_stands_for() {
    assertThat(json("[&a [1, 2, 3], *a]")).isEqualTo("[[1,2,3],[1,2,3]]");
    assertProblem(() -> json("[&a [1, 2, 3], *a, *a]"), "more than 10 nodes, aliases expanded", 1, 20);
  }

  @Test
  void lists_nest_as_deep_as_the_limit() {
    assertThat(json("[[1]]")).isEqualTo("[[1]]");
    assertProblem(() -> json("[[[1]]]"), "nested deeper than 3 levels", 1, 4);
  }

  @Test
  void the_depth_behind_an_alias_counts() {
    assertThat(json("[&a [1], *a]")).isEqualTo("[[1],[1]]");
    assertProblem(() -> json("[&a [1], [*a]]"), "nested deeper than 3 levels", 1, 11);
  }

  @Test
  void an_alias_has_the_positions_of_its_anchor() {
    YamlNode.Sequence root = (YamlNode.Sequence) YamlDocument.read("- &a x\n- *a\n", SMALL).orElseThrow();

    assertThat(root.items().getLast().position()).isEqualTo(new Position(1, 6));
  }

  @Test
  void a_malformed_directive_is_refused() {
    assertProblem(
        () -> json("%YAML 2.0\n---\na\n"),
        "no valid YAML: found incompatible YAML document (version 1.* is required)",
        1,
        1);
  }

  private static void assertProblem(ThrowingCallable reading, String message, int line, int column) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            YamlException.class,
            refusal -> assertThat(refusal.problem()).isEqualTo(new Problem(message, new Position(line, column))));
  }

  private static String json(String text) {
    YamlLimits limits = text.length() < 35 ? SMALL : YamlLimits.PLAYBOOK;
    return JsonWriter.write(YamlDocument.read(text, limits).orElseThrow().value());
  }
}
