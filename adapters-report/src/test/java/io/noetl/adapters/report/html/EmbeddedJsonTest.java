package io.noetl.adapters.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import org.junit.jupiter.api.Test;

class EmbeddedJsonTest {

  @Test
  void what_html_gives_a_meaning_stands_as_its_number() {
    assertThat(EmbeddedJson.of(Value.of("</script><!-- &lt; ]]>")))
        .isEqualTo("\"\\u003c/script\\u003e\\u003c!-- \\u0026lt; ]]\\u003e\"");
  }

  @Test
  void line_and_paragraph_separators_stand_as_their_numbers() {
    assertThat(EmbeddedJson.of(Value.of("a\u2028b\u2029c"))).isEqualTo("\"a\\u2028b\\u2029c\"");
  }

  @Test
  void braces_and_quotes_are_those_of_json() {
    assertThat(EmbeddedJson.of(Value.of("{{ \"x\" }}"))).isEqualTo("\"{{ \\\"x\\\" }}\"");
  }

  @Test
  void a_reader_of_json_finds_what_was_written() throws Exception {
    Value value = Value.of("<script>\u2028&\u202e</script>");

    assertThat(JsonReader.read(EmbeddedJson.of(value))).isEqualTo(value);
  }
}
