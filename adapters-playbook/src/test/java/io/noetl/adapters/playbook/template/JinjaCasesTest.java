package io.noetl.adapters.playbook.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.template.RenderContext;
import io.noetl.domain.template.Rendered;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.template.Variable;
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
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every case of {@code cases.json}, which {@code make_cases.py} makes with real Jinja2. */
class JinjaCasesTest {

  private static final Instant NOW = Instant.parse("2025-06-17T01:18:13.000123Z");

  private final JinjaTemplateEngine engine = new JinjaTemplateEngine();

  @Test
  void every_case_agrees_with_jinja() throws IOException {
    MapValue file = file();
    MapValue context = (MapValue) file.valueOf("context");
    List<Value> cases = ((ListValue) file.valueOf("cases")).items();
    List<String> differences = new ArrayList<>();
    for (Value item : cases) {
      MapValue testCase = (MapValue) item;
      String difference = difference(testCase, context);
      if (!difference.isEmpty()) {
        differences.add(text(testCase, "template") + "\n      " + difference);
      }
    }
    assertThat(cases).hasSizeGreaterThan(400);
    assertThat(differences).as(differences.size() + " cases differ").isEmpty();
  }

  private static MapValue file() throws IOException {
    try (InputStream in = JinjaCasesTest.class.getResourceAsStream("/templates/cases.json")) {
      assertThat(in).isNotNull();
      return (MapValue) JsonReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static String text(MapValue testCase, String key) {
    return ((TextValue) testCase.valueOf(key)).value();
  }

  private String difference(MapValue testCase, MapValue context) {
    boolean strict = text(testCase, "undefined").equals("strict");
    Rendered rendered = engine.render(TemplateText.of(text(testCase, "template")), new RenderContext(name -> {
      Value value = context.entries().get(name);
      return value == null ? null : new Variable.Plain(value);
    }, NOW, 7, strict));
    boolean error = testCase.entries().containsKey("error");
    return switch (rendered) {
      case Rendered.Failure failure when error -> "";
      case Rendered.Failure failure ->
          "expected " + JsonWriter.write(testCase.valueOf("expected")) + ", failed: " + failure.problem();
      case Rendered.Success success when error ->
          !strict && success.value() == Value.NULL && !success.warnings().isEmpty()
              ? ""
              : "expected the error " + text(testCase, "error") + ", was " + success;
      case Rendered.Success success -> success.value().equals(testCase.valueOf("expected"))
          ? ""
          : "expected " + JsonWriter.write(testCase.valueOf("expected")) + ", was " + JsonWriter.write(success.value());
    };
  }
}
