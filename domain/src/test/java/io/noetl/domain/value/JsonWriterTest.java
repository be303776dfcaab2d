package io.noetl.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

  @Test
  void writes_every_kind_of_value_without_white_space() {
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("z", Value.of(List.of(Value.NULL, Value.TRUE, Value.FALSE, Value.EMPTY_LIST, Value.EMPTY_MAP)));
    entries.put("a", Value.of(-7));
    entries.put("big", Value.of(new BigInteger("123456789012345678901234567890")));
    entries.put("float", Value.of(2.0));
    entries.put("small", Value.of(1e-5));

    assertThat(JsonWriter.write(Value.of(entries)))
        .isEqualTo(
            "{\"z\":[null,true,false,[],{}],\"a\":-7,\"big\":123456789012345678901234567890,"
                + "\"float\":2.0,\"small\":1e-05}");
  }

  @Test
  void escapes_only_what_must_be_escaped() {
    assertThat(JsonWriter.write(Value.of("\"\\/\b\f\n\r\t\u0000\u001f\u007fé😀\u2028")))
        .isEqualTo("\"\\\"\\\\/\\u0008\\u000c\\n\\r\\t\\u0000\\u001f\\u007fé😀\u2028\"");
  }

  @Test
  void lone_surrogates_become_replacement_characters_in_texts_and_keys() {
    assertThat(JsonWriter.write(Value.of("\ude00\ud83dx😀"))).isEqualTo("\"\ufffd\ufffdx😀\"");
    assertThat(JsonWriter.write(Value.of(Map.of("\ud83d", Value.NULL)))).isEqualTo("{\"\ufffd\":null}");
  }

  @Test
  void writes_indented_text_with_two_spaces_a_level() {
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("list", Value.of(List.of(Value.of(1), Value.of(Map.of("k", Value.of("v"))))));
    entries.put("empty", Value.EMPTY_MAP);
    entries.put("none", Value.EMPTY_LIST);

    assertThat(JsonWriter.writeIndented(Value.of(entries)))
        .isEqualTo(
            """
            {
              "list": [
                1,
                {
                  "k": "v"
                }
              ],
              "empty": {},
              "none": []
            }""");
  }

  @Test
  void what_is_written_reads_back_as_the_same_value() {
    long seed = 20260101;
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      Value value = anyValue(random, 4);
      assertThat(JsonReader.read(JsonWriter.write(value))).as("seed %d, case %d", seed, i).isEqualTo(value);
      assertThat(JsonReader.read(JsonWriter.writeIndented(value))).as("seed %d, case %d", seed, i).isEqualTo(value);
    }
  }

  private static Value anyValue(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 6 : 8)) {
      case 0 -> Value.NULL;
      case 1 -> Value.of(random.nextBoolean());
      case 2 -> Value.of(random.nextLong() >> random.nextInt(64));
      case 3 -> Value.of(new BigInteger(random.nextInt(200) + 1, random).negate());
      case 4 -> anyDouble(random);
      case 5 -> Value.of(anyText(random));
      case 6 -> anyList(random, depth);
      default -> anyMap(random, depth);
    };
  }

  private static Value anyDouble(Random random) {
    double value = Double.longBitsToDouble(random.nextLong());
    return Value.of(Double.isFinite(value) ? value : random.nextDouble());
  }

  private static Value anyList(Random random, int depth) {
    List<Value> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(anyValue(random, depth - 1));
    }
    return Value.of(items);
  }

  private static Value anyMap(Random random, int depth) {
    Map<String, Value> entries = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      entries.put(anyText(random), anyValue(random, depth - 1));
    }
    return Value.of(entries);
  }

  /** Any UTF-16 code units, lone surrogates among them. */
  private static String anyText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append((char) (random.nextInt(4) == 0 ? 0xd700 + random.nextInt(0x900) : random.nextInt(0x100)));
    }
    return text.toString();
  }
}
