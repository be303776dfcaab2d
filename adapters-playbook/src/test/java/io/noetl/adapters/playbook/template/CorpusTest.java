package io.noetl.adapters.playbook.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.template.RenderContext;
import io.noetl.domain.template.Rendered;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.template.Variable;
import io.noetl.domain.template.Variables;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every case of {@code corpus.json}: templates with what Jinja2 3.1.6 makes of them. */
class CorpusTest {

  private static final Instant NOW = Instant.parse("2025-06-17T01:18:13.000123Z");

  /** Cases that are meant to differ, by id, and why. */
  private static final Map<Long, String> DIFFERENT = Map.of(
      140L, "null is none here, for Jinja it is an undefined name",
      536L, "null is none here, for Jinja it is an undefined name");

  private final JinjaTemplateEngine engine = new JinjaTemplateEngine();

  @Test
  void every_case_of_the_corpus_agrees_with_jinja() throws IOException {
    List<String> differences = new ArrayList<>();
    List<Long> differing = new ArrayList<>();
    List<Value> cases = corpus().items();
    for (Value item : cases) {
      MapValue testCase = (MapValue) item;
      String difference = difference(testCase);
      if (!difference.isEmpty()) {
        differing.add(id(testCase));
        if (!DIFFERENT.containsKey(id(testCase))) {
          differences.add(id(testCase) + " " + text(testCase, "undefined") + " " + text(testCase, "template") + "\n      "
              + difference);
        }
      }
    }
    assertThat(cases).hasSize(755);
    assertThat(differences).as(differences.size() + " cases differ").isEmpty();
    assertThat(differing).containsExactlyInAnyOrderElementsOf(DIFFERENT.keySet());
  }

  private static ListValue corpus() throws IOException {
    try (InputStream in = CorpusTest.class.getResourceAsStream("/templates/corpus.json")) {
      assertThat(in).isNotNull();
      return (ListValue) JsonReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static long id(MapValue testCase) {
    return ((Value.IntValue) testCase.valueOf("id")).value();
  }

  private static String text(MapValue testCase, String key) {
    return ((TextValue) testCase.valueOf(key)).value();
  }

  private String difference(MapValue testCase) {
    boolean strict = text(testCase, "undefined").equals("strict");
    MapValue variables = (MapValue) testCase.valueOf("context");
    Variables lookup = name -> {
      Value value = variables.entries().get(name);
      return value == null ? null : new Variable.Plain(value);
    };
    Rendered rendered;
    try {
      rendered = engine.render(TemplateText.of(text(testCase, "template")), new RenderContext(lookup, NOW, 7, strict));
    } catch (RuntimeException | AssertionError thrown) {
      return "threw " + thrown;
    }
    boolean expression = text(testCase, "kind").equals("expr");
    if (testCase.entries().containsKey(expression ? "expected_value_error" : "expected_error")
        || (testCase.entries().containsKey("expected_error") && !testCase.entries().containsKey("expected_string"))) {
      return failed(rendered) ? "" : "expected an error, was " + rendered;
    }
    Value expected = testCase.valueOf(expression ? "expected_value" : "expected_string");
    return switch (rendered) {
      case Rendered.Failure failure -> "expected " + JsonWriter.write(expected) + ", failed: " + failure.problem();
      case Rendered.Success success -> success.value().equals(plain(expected))
          ? ""
          : "expected " + JsonWriter.write(expected) + ", was " + success;
    };
  }

  /** Lenient rendering turns an error into null with a warning. */
  private static boolean failed(Rendered rendered) {
    return switch (rendered) {
      case Rendered.Failure failure -> true;
      case Rendered.Success success -> success.value() == Value.NULL && !success.warnings().isEmpty();
    };
  }

  /** The expected value without the tags of what is no JSON: tuples and iterables are lists, undefined is null. */
  private static Value plain(Value value) {
    return switch (value) {
      case ListValue list -> Value.of(list.items().stream().map(CorpusTest::plain).toList());
      case MapValue map when map.entries().containsKey("__undefined__") -> Value.NULL;
      case MapValue map when map.entries().containsKey("__tuple__") -> plain(map.valueOf("__tuple__"));
      case MapValue map when map.entries().containsKey("__iter__") -> plain(map.valueOf("__iter__"));
      case MapValue map -> {
        Map<String, Value> entries = new LinkedHashMap<>();
        map.entries().forEach((key, entry) -> entries.put(key, plain(entry)));
        yield Value.of(entries);
      }
      default -> value;
    };
  }
}
