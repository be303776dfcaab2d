package io.noetl.adapters.playbook.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The JSON Schema in {@code docs} knows the keys that the reader knows, in each of its constructs, and no others. */
class PlaybookSchemaTest {

  private static final Path SCHEMA = Path.of("..", "docs", "playbook.schema.json");

  static Stream<Arguments> constructs() {
    return Stream.of(
        Arguments.of("playbook", Construct.PLAYBOOK),
        Arguments.of("metadata", Construct.METADATA),
        Arguments.of("step", withSettings(Construct.STEP).with(Construct.LOOP)),
        Arguments.of("call", withSettings(Construct.CALL)),
        Arguments.of("task", withSettings(Construct.TASK)),
        Arguments.of("next", Construct.NEXT),
        Arguments.of("target", Construct.TARGET),
        Arguments.of("loop", Construct.LOOP),
        Arguments.of("range", Construct.RANGE),
        Arguments.of("order", Construct.ORDER),
        Arguments.of("retry_map", Construct.RETRY),
        Arguments.of("save", Construct.SAVE),
        Arguments.of("variable", Construct.VARIABLE),
        Arguments.of("secret", Construct.SECRET));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("constructs")
  void the_schema_has_the_keys_of_the_reader(String definition, Keys keys) throws IOException {
    Set<String> expected = new TreeSet<>(keys.known());
    expected.addAll(keys.aliases().keySet());

    MapValue properties = map(map(definitions(), definition), "properties");

    assertThat(new TreeSet<>(properties.entries().keySet())).isEqualTo(expected);
  }

  @Test
  void every_key_of_the_schema_says_what_it_is() throws IOException {
    definitions()
        .entries()
        .forEach(
            (name, definition) -> {
              if (((MapValue) definition).valueOf("properties") instanceof MapValue properties) {
                assertThat(properties.entries()).allSatisfy((key, schema) -> checkDescribed(name, (MapValue) schema));
              }
            });
  }

  @Test
  void the_types_of_tasks_are_those_of_the_reader() throws IOException {
    MapValue type = map(map(map(definitions(), "task"), "properties"), "type");

    assertThat(type.valueOf("enum")).isEqualTo(JsonReader.read("[\"http\", \"python\", \"duckdb\", \"playbook\"]"));
    assertThat(TaskTypes.SETTINGS).containsOnlyKeys("http", "python", "duckdb", "playbook");
  }

  private static void checkDescribed(String definition, MapValue schema) {
    boolean described = schema.valueOf("description") instanceof Value.TextValue;
    boolean refersToOne = schema.valueOf("$ref") instanceof Value.TextValue;
    assertThat(described || refersToOne).as(definition).isTrue();
  }

  private static Keys withSettings(Keys construct) {
    Keys keys = construct;
    for (Keys settings : TaskTypes.SETTINGS.values()) {
      keys = keys.with(settings);
    }
    return keys;
  }

  private static MapValue definitions() throws IOException {
    return map((MapValue) JsonReader.read(Files.readString(SCHEMA)), "$defs");
  }

  private static MapValue map(MapValue parent, String key) {
    if (parent.valueOf(key) instanceof MapValue map) {
      return map;
    }
    throw new AssertionError("the schema has no map '" + key + "'");
  }
}
