package io.noetl.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReaderTest {

  @Test
  void reads_every_kind_of_value() {
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("a", Value.of(List.of(Value.NULL, Value.TRUE, Value.FALSE)));
    entries.put("b", Value.of(-12));
    entries.put("c", Value.of(1.5));
    entries.put("d", Value.of("text"));
    entries.put("e", Value.EMPTY_LIST);
    entries.put("f", Value.EMPTY_MAP);
    String text = " {\"a\": [null, true, false],\r\n\t\"b\":-12,\"c\":1.5,\"d\":\"text\", \"e\":[ ], \"f\":{ }} ";

    assertThat(JsonReader.read(text)).isEqualTo(Value.of(entries));
  }

  @Test
  void keeps_the_order_of_keys_and_the_last_value_of_a_key_that_stands_twice() {
    Value value = JsonReader.read("{\"b\":1,\"a\":2,\"b\":3}");

    assertThat(JsonWriter.write(value)).isEqualTo("{\"b\":3,\"a\":2}");
  }

  @Test
  void keeps_integers_whole_at_any_size() {
    assertThat(JsonReader.read("9223372036854775807")).isEqualTo(Value.of(Long.MAX_VALUE));
    assertThat(JsonReader.read("-9223372036854775808")).isEqualTo(Value.of(Long.MIN_VALUE));
    assertThat(JsonReader.read("9223372036854775808"))
        .isEqualTo(new Value.BigIntValue(new BigInteger("9223372036854775808")));
    assertThat(JsonReader.read("-9223372036854775809"))
        .isEqualTo(new Value.BigIntValue(new BigInteger("-9223372036854775809")));
    assertThat(JsonReader.read("-0")).isEqualTo(Value.of(0));
  }

  @ParameterizedTest
  @CsvSource({"1.0, 1.0", "-0.0, -0.0", "1e2, 100.0", "1E-2, 0.01", "1.25e+3, 1250.0", "0e0, 0.0", "1e-400, 0.0"})
  void reads_a_number_with_fraction_or_exponent_as_a_double(String text, double expected) {
    assertThat(JsonReader.read(text)).isEqualTo(Value.of(expected));
  }

  @Test
  void reads_escapes_and_characters_beyond_the_basic_plane() {
    assertThat(JsonReader.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00é😀\\ud800\""))
        .isEqualTo(Value.of("\"\\/\b\f\n\r\té😀é😀\ufffd"));
  }

  @Test
  void reads_a_number_of_exactly_as_many_digits_as_allowed() {
    assertThat(JsonReader.read("1".repeat(4_300))).isEqualTo(Value.of(new BigInteger("1".repeat(4_300))));
    assertThatThrownBy(() -> JsonReader.read("[" + "1".repeat(4_301) + "]"))
        .hasMessage("a number of more than 4300 digits at line 1, column 2");
  }

  @Test
  void reads_lists_and_maps_nested_exactly_as_deep_as_allowed() {
    assertThat(JsonReader.read("[".repeat(512) + "]".repeat(512))).isInstanceOf(Value.ListValue.class);
    assertThat(JsonReader.read("[".repeat(512) + "1" + "]".repeat(512))).isInstanceOf(Value.ListValue.class);
    assertThatThrownBy(() -> JsonReader.read("[".repeat(513) + "]".repeat(513)))
        .hasMessage("nested deeper than 512 levels at line 1, column 513");
    assertThatThrownBy(() -> JsonReader.read("{\"k\":".repeat(513) + "{}" + "}".repeat(513)))
        .hasMessage("nested deeper than 512 levels at line 1, column 2561");
    assertThatThrownBy(() -> JsonReader.read("[".repeat(1_000_000)))
        .hasMessage("nested deeper than 512 levels at line 1, column 513");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``           | unexpected end of the text at line 1, column 1",
        "[1,          | unexpected end of the text at line 1, column 4",
        "[1 2]        | expected ']', found '2' at line 1, column 4",
        "[1,]         | unexpected ']' at line 1, column 4",
        "{\"a\" 1}    | expected ':', found '1' at line 1, column 6",
        "{\"a\":1,}   | expected a key in double quotes, found '}' at line 1, column 8",
        "{a:1}        | expected a key in double quotes, found 'a' at line 1, column 2",
        "{\"a\":1     | expected '}', found the end of the text at line 1, column 7",
        "nul          | unexpected 'n' at line 1, column 1",
        "NaN          | unexpected 'N' at line 1, column 1",
        "truex        | unexpected 'x' after the value at line 1, column 5",
        "1 2          | unexpected '2' after the value at line 1, column 3",
        "01           | a number must not begin with 0 at line 1, column 2",
        "-            | expected a digit, found the end of the text at line 1, column 2",
        "1.           | expected a digit, found the end of the text at line 1, column 3",
        "1e+          | expected a digit, found the end of the text at line 1, column 4",
        ".5           | unexpected '.' at line 1, column 1",
        "+1           | unexpected '+' at line 1, column 1",
        "1e999        | a number beyond the range of a double at line 1, column 1",
        "\"ab         | a string without its closing quote at line 1, column 4",
        "\"a\\        | a string without its closing quote at line 1, column 4",
        "\"a\\x\"     | an unknown escape \\x at line 1, column 4",
        "\"\\u12G4\"  | expected four hexadecimal digits after \\u at line 1, column 6",
        "\"\\u12      | expected four hexadecimal digits after \\u at line 1, column 6",
        "// no        | unexpected '/' at line 1, column 1",
        "😀           | unexpected '😀' at line 1, column 1",
      })
  void names_what_is_wrong_and_where(String text, String message) {
    assertThatThrownBy(() -> JsonReader.read(text)).isInstanceOf(JsonException.class).hasMessage(message);
  }

  @Test
  void refuses_control_characters_inside_strings() {
    assertThatThrownBy(() -> JsonReader.read("\"a\nb\""))
        .hasMessage("a control character inside a string at line 1, column 3");
    assertThatThrownBy(() -> JsonReader.read("\"\\n\u0001\""))
        .hasMessage("a control character inside a string at line 1, column 4");
  }

  @Test
  void counts_lines_and_columns_from_one() {
    assertThatThrownBy(() -> JsonReader.read("{\n  \"a\": 1,\n  \"b\": ?\n}"))
        .asInstanceOf(InstanceOfAssertFactories.type(JsonException.class))
        .returns(3, JsonException::line)
        .returns(8, JsonException::column);
  }
}
