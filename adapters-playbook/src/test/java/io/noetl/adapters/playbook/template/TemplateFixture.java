package io.noetl.adapters.playbook.template;

import io.noetl.domain.template.Problem;
import io.noetl.domain.template.RenderContext;
import io.noetl.domain.template.Rendered;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.template.Variable;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An engine with variables, for tests that read as template in, result out. */
final class TemplateFixture {

  private final JinjaTemplateEngine engine = new JinjaTemplateEngine();
  private final Map<String, Variable> variables = new HashMap<>();

  TemplateFixture with(String name, String json) {
    return with(name, new Variable.Plain(JsonReader.read(json)));
  }

  TemplateFixture with(String name, Variable variable) {
    variables.put(name, variable);
    return this;
  }

  JinjaTemplateEngine engine() {
    return engine;
  }

  Rendered render(TemplateText template, boolean strict) {
    return engine.render(template, context(strict));
  }

  RenderContext context(boolean strict) {
    return new RenderContext(variables::get, Instant.parse("2026-03-04T05:06:07Z"), 42, strict);
  }

  /** The value of a strict rendering. */
  Value value(String template) {
    return switch (render(TemplateText.of(template), true)) {
      case Rendered.Success success -> success.value();
      case Rendered.Failure failure -> throw new AssertionError(template + ": " + failure.problem());
    };
  }

  /** The value of a strict rendering as JSON text. */
  String json(String template) {
    return JsonWriter.write(value(template));
  }

  /** The failure of a strict rendering as {@code line:column: message}. */
  String failure(String template) {
    return switch (render(TemplateText.of(template), true)) {
      case Rendered.Success success -> throw new AssertionError(template + " yields " + success.value());
      case Rendered.Failure failure -> shown(failure.problem());
    };
  }

  /** The value of a lenient rendering as JSON text. */
  String lenientJson(String template) {
    return JsonWriter.write(lenient(template).value());
  }

  /** The warnings of a lenient rendering. */
  List<String> warnings(String template) {
    return lenient(template).warnings().stream().map(TemplateFixture::shown).toList();
  }

  private Rendered.Success lenient(String template) {
    return (Rendered.Success) render(TemplateText.of(template), false);
  }

  static String shown(Problem problem) {
    return problem.position() + ": " + problem.message();
  }
}
