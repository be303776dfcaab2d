package io.noetl.application.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import io.noetl.domain.template.RenderContext;
import io.noetl.domain.template.Rendered;
import io.noetl.domain.template.TemplateEngine;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.template.Variable;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.testkit.core.LiteralTemplates;
import io.noetl.testkit.core.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TemplateRendererTest {

  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  private final LiteralTemplates templates = new LiteralTemplates();
  private final TemplateRenderer renderer = new TemplateRenderer(templates, () -> NOW);
  private final MapValue context = (MapValue) Values.value(Map.of("name", "Ada", "n", 3));

  @Test
  void each_key_of_the_context_is_a_variable() {
    assertThat(renderer.render(RenderRequest.of("{{ name }}", context))).isEqualTo(yielding("Ada"));
    assertThat(renderer.render(RenderRequest.of("{{ n }}", context))).isEqualTo(yielding(3));
  }

  @Test
  void text_is_what_the_template_prints() {
    assertThat(renderer.render(new RenderRequest("{{ n }}", context, true, false, null, 0))).isEqualTo(yielding("3"));
  }

  @Test
  void an_error_is_a_warning_unless_it_is_strict() {
    templates.failing("{{ 1 / 0 }}", "division by zero");
    Problem problem = new Problem("division by zero", Position.START);

    assertThat(renderer.render(RenderRequest.of("{{ 1 / 0 }}")))
        .isEqualTo(new RenderAnswer.Yielded(Value.NULL, List.of(problem)));
    assertThat(renderer.render(new RenderRequest("{{ 1 / 0 }}", context, false, true, null, 0)))
        .isEqualTo(new RenderAnswer.Failed(problem));
  }

  @Test
  void now_is_the_time_of_the_rendering_unless_it_is_given() {
    Instant given = Instant.parse("2020-02-29T00:00:00Z");

    assertThat(renderer.render(RenderRequest.of("{{ now() }}"))).isEqualTo(yielding("2026-01-31T12:00:00Z"));
    assertThat(renderer.render(new RenderRequest("{{ now() }}", context, false, false, given, 0)))
        .isEqualTo(yielding("2020-02-29T00:00:00Z"));
  }

  @Test
  void a_syntax_error_is_found_whether_it_is_strict_or_not_and_nothing_is_rendered() {
    Problem problem = new Problem("'{{' without '}}'", new Position(1, 3));
    RenderTemplate broken = new TemplateRenderer(new Broken(problem), () -> NOW);

    assertThat(broken.render(RenderRequest.of("a {{"))).isEqualTo(new RenderAnswer.Malformed(problem));
    assertThat(broken.render(new RenderRequest("a {{", context, true, true, null, 0)))
        .isEqualTo(new RenderAnswer.Malformed(problem));
  }

  @Test
  void the_engine_is_told_the_seed_and_the_names_of_the_context() {
    List<RenderContext> told = new ArrayList<>();
    templates.computing(
        "{{ x }}",
        Set.of("x"),
        rendering -> {
          told.add(rendering);
          return Value.NULL;
        });

    renderer.render(new RenderRequest("{{ x }}", context, false, true, null, 42));

    assertThat(told).hasSize(1);
    assertThat(told.getFirst().seed()).isEqualTo(42);
    assertThat(told.getFirst().strict()).isTrue();
    assertThat(told.getFirst().variables().names()).containsExactlyInAnyOrder("name", "n");
    assertThat(told.getFirst().variables().lookup("n")).isEqualTo(new Variable.Plain(Value.of(3)));
    assertThat(told.getFirst().variables().lookup("x")).isNull();
  }

  private static RenderAnswer yielding(Object value) {
    return new RenderAnswer.Yielded(Values.value(value), List.of());
  }

  /** No template of it has good syntax. */
  private record Broken(Problem problem) implements TemplateEngine {

    @Override
    public Rendered render(TemplateText template, RenderContext context) {
      throw new AssertionError("it has a syntax error");
    }

    @Override
    public Rendered renderText(TemplateText template, RenderContext context) {
      throw new AssertionError("it has a syntax error");
    }

    @Override
    public Optional<Problem> syntaxProblem(TemplateText template) {
      return Optional.of(problem);
    }

    @Override
    public Set<String> variables(TemplateText template) {
      return Set.of();
    }
  }
}
