package io.noetl.adapters.playbook.reader.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value.ListValue;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every line of {@code yaml-types.tsv} is a scalar and the JSON of what PyYAML 6.0.3's {@code safe_load} makes of it, dates
 * by {@code isoformat()}; {@code error} where it raises or the value is no JSON.
 */
class ScalarTypeTest {

  static List<String> lines() throws IOException, URISyntaxException {
    var table = Objects.requireNonNull(ScalarTypeTest.class.getResource("/playbooks/yaml-types.tsv"));
    return Files.readAllLines(Path.of(table.toURI()));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void reads_a_scalar_as_pyyaml_does(String line) {
    String scalar = line.substring(0, line.indexOf('\t'));
    String expected = line.substring(line.indexOf('\t') + 1);

    if (expected.equals("error")) {
      assertThatThrownBy(() -> json(scalar)).isInstanceOf(YamlException.class);
    } else {
      assertThat(json(scalar)).isEqualTo(expected);
    }
  }

  @Test
  void the_table_is_whole() throws IOException, URISyntaxException {
    assertThat(lines()).hasSize(219);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void says_why_a_scalar_is_refused(String scalar, String message) {
    assertThatThrownBy(() -> json(scalar)).hasMessage(message);
  }

  static List<Arguments> refusals() {
    return List.of(
        refusal(".inf", "'.inf' is no JSON number; quote it if it is text"),
        refusal("1.0e+400", "'1.0e+400' is no JSON number; quote it if it is text"),
        refusal("2001-02-30", "'2001-02-30' is no date that exists; quote it if it is text"),
        refusal("0x_", "'0x_' is no integer; quote it if it is text"),
        refusal("!!float x", "'x' is no number; quote it if it is text"),
        refusal("!!bool maybe", "'maybe' is no boolean"),
        refusal("=", "'=' has a meaning of its own in YAML 1.1; quote it if it is text"),
        refusal(
            "!foo x",
            "tag '!foo' is not known here; known are !!str, !!int, !!float, !!bool, !!null, !!timestamp, !!map and !!seq"),
        refusal(
            "!!omap [a: 1]",
            "tag '!!omap' is not known here; known are !!str, !!int, !!float, !!bool, !!null, !!timestamp, !!map and !!seq"),
        refusal("1".repeat(4301), "an integer of more than 4300 digits"));
  }

  private static Arguments refusal(String scalar, String message) {
    return Arguments.of(scalar, message);
  }

  @Test
  void reads_a_number_of_thousands_of_parts() {
    assertThat(json("1" + ":0".repeat(2000))).hasSize(3557).startsWith("2006784635490209538403");
    assertThat(json("1" + ":0".repeat(2140) + ":60")).isEqualTo("\"1" + ":0".repeat(2140) + ":60\"");
  }

  private static String json(String scalar) {
    YamlNode root = YamlDocument.read("- " + scalar, YamlLimits.PLAYBOOK).orElseThrow();
    return JsonWriter.write(((ListValue) root.value()).items().getFirst()).replace("\":", "\": ").replace(",\"", ", \"");
  }
}
