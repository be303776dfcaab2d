package io.noetl.application.run;

import static io.noetl.testkit.core.Values.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.playbook.ValueTemplate.Items;
import io.noetl.domain.playbook.ValueTemplate.Literal;
import io.noetl.domain.playbook.ValueTemplate.Text;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadMergeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // workload               | payload                    | merged
        "{\"a\":1,\"b\":2}        | {}                         | {\"a\":1,\"b\":2}",
        "{\"a\":1,\"b\":2}        | {\"b\":3,\"c\":4}          | {\"a\":1,\"b\":!3,\"c\":!4}",
        "{\"m\":{\"x\":1,\"y\":2}}| {\"m\":{\"y\":3}}          | {\"m\":!{\"y\":3}}",
        "{\"l\":[1,2]}            | {\"l\":[3]}                | {\"l\":![3]}",
        "{\"a\":{\"x\":1}}        | {\"a\":null}               | {\"a\":!null}",
      })
  void without_merging_a_key_of_the_payload_replaces_the_key_of_the_workload(
      String workload, String payload, String merged) {
    assertThat(shown(PayloadMerge.over(fields(workload), (MapValue) json(payload), false))).isEqualTo(merged);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"m\":{\"x\":1,\"y\":2}}         | {\"m\":{\"y\":3,\"z\":4}}      | {\"m\":{\"x\":1,\"y\":!3,\"z\":!4}}",
        "{\"m\":{\"n\":{\"x\":1,\"y\":2}}} | {\"m\":{\"n\":{\"y\":3}}}      | {\"m\":{\"n\":{\"x\":1,\"y\":!3}}}",
        "{\"l\":[1,2]}                     | {\"l\":[2,3]}                  | {\"l\":[1,2,!2,!3]}",
        "{\"l\":[]}                        | {\"l\":[1]}                    | {\"l\":[!1]}",
        "{\"l\":[1]}                       | {\"l\":[]}                     | {\"l\":[1]}",
        "{\"l\":[1]}                       | {\"l\":{\"x\":1}}              | {\"l\":!{\"x\":1}}",
        "{\"l\":{\"x\":1}}                 | {\"l\":[1]}                    | {\"l\":![1]}",
        "{\"a\":1}                         | {\"a\":\"text\"}               | {\"a\":!\"text\"}",
        "{\"a\":{\"x\":1}}                 | {\"a\":null}                   | {\"a\":!null}",
        "{\"a\":null}                      | {\"a\":{\"x\":1}}              | {\"a\":!{\"x\":1}}",
        "{\"a\":1}                         | {\"b\":{\"x\":1}}              | {\"a\":1,\"b\":!{\"x\":1}}",
      })
  void with_merging_maps_merge_recursively_lists_are_concatenated_and_all_else_is_replaced(
      String workload, String payload, String merged) {
    assertThat(shown(PayloadMerge.over(fields(workload), (MapValue) json(payload), true))).isEqualTo(merged);
  }

  @Test
  void with_merging_lists_of_maps_with_a_name_merge_by_name() {
    Fields workload = fields("{\"l\":[{\"name\":\"a\",\"x\":1,\"y\":1},{\"name\":\"b\",\"x\":2}]}");
    MapValue payload =
        (MapValue) json("{\"l\":[{\"name\":\"c\",\"x\":3},{\"name\":\"a\",\"x\":9},{\"name\":\"c\",\"z\":4}]}");

    assertThat(shown(PayloadMerge.over(workload, payload, true)))
        .isEqualTo(
            """
            {"l":[{"name":!"a","x":!9,"y":1},{"name":"b","x":2},{"name":!"c","x":!3,"z":!4}]}""");
  }

  @Test
  void lists_of_which_one_element_has_no_name_are_concatenated() {
    Fields workload = fields("{\"l\":[{\"name\":\"a\"},{\"x\":2}]}");

    assertThat(shown(PayloadMerge.over(workload, (MapValue) json("{\"l\":[{\"name\":\"a\"}]}"), true)))
        .isEqualTo("{\"l\":[{\"name\":\"a\"},{\"x\":2},!{\"name\":\"a\"}]}");
  }

  @Test
  void payload_merges_over_payload_as_over_a_workload() {
    Fields once = PayloadMerge.over(fields("{}"), (MapValue) json("{\"m\":{\"x\":1},\"l\":[1]}"), true);

    assertThat(shown(PayloadMerge.over(once, (MapValue) json("{\"m\":{\"y\":2},\"l\":[2]}"), true)))
        .isEqualTo("{\"m\":{\"x\":!1,\"y\":!2},\"l\":[!1,!2]}");
  }

  @Test
  void payload_is_never_a_template() {
    Fields merged = PayloadMerge.over(fields("{\"a\":\"{{ b }}\"}"), (MapValue) json("{\"c\":\"{{ b }}\"}"), true);

    assertThat(merged.entries().get("a")).isInstanceOf(Text.class);
    assertThat(merged.entries().get("c")).isEqualTo(new Literal(Value.of("{{ b }}"), Position.START));
  }

  /** A workload as a reader makes it: texts are templates. */
  static Fields fields(String json) {
    return (Fields) template(json(json));
  }

  private static ValueTemplate template(Value value) {
    return switch (value) {
      case TextValue text -> new Text(TemplateText.of(text.value()));
      case ListValue list ->
          new Items(list.items().stream().map(PayloadMergeTest::template).toList(), Position.START);
      case MapValue map -> {
        Map<String, ValueTemplate> entries = new LinkedHashMap<>();
        map.entries().forEach((key, item) -> entries.put(key, template(item)));
        yield new Fields(entries, Position.START);
      }
      default -> new Literal(value, new Position(7, 7));
    };
  }

  /** JSON, with a mark before every value that is data of the payload. */
  static String shown(ValueTemplate template) {
    return switch (template) {
      case Text text -> JsonWriter.write(Value.of(text.text().source()));
      case Literal literal ->
          (literal.position().equals(Position.START) ? "!" : "") + JsonWriter.write(literal.value());
      case Items items ->
          items.items().stream().map(PayloadMergeTest::shown).collect(Collectors.joining(",", "[", "]"));
      case Fields fields ->
          fields.entries().entrySet().stream()
              .map(entry -> "\"" + entry.getKey() + "\":" + shown(entry.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
    };
  }
}
