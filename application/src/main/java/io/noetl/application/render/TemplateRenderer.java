package io.noetl.application.render;

import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import io.noetl.domain.template.RenderContext;
import io.noetl.domain.template.Rendered;
import io.noetl.domain.template.TemplateEngine;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.template.Variable;
import io.noetl.domain.template.Variables;
import io.noetl.domain.value.Value;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Renders by a template engine. */
public final class TemplateRenderer implements RenderTemplate {

  private final TemplateEngine templates;
  private final InstantSource clock;

  public TemplateRenderer(TemplateEngine templates, InstantSource clock) {
    this.templates = templates;
    this.clock = clock;
  }

  @Override
  public RenderAnswer render(RenderRequest request) {
    TemplateText template = TemplateText.of(request.template());
    Optional<Problem> syntax = templates.syntaxProblem(template);
    if (syntax.isPresent()) {
      return new RenderAnswer.Malformed(syntax.get());
    }
    RenderContext context = contextOf(request);
    try {
      return answer(request.text() ? templates.renderText(template, context) : templates.render(template, context));
    } catch (OutOfMemoryError smallHeap) {
      // What the rendering held is garbage by now: the next request has the whole heap again.
      String message = "the template needs more memory than there is; give Java a larger heap, with -Xmx";
      return new RenderAnswer.Failed(new Problem(message, Position.START));
    }
  }

  private static RenderAnswer answer(Rendered rendered) {
    return switch (rendered) {
      case Rendered.Success success -> new RenderAnswer.Yielded(success.value(), success.warnings());
      case Rendered.Failure failure -> new RenderAnswer.Failed(failure.problem());
    };
  }

  private RenderContext contextOf(RenderRequest request) {
    Instant now = request.now();
    return new RenderContext(
        new Given(request.context().entries()), now == null ? clock.instant() : now, request.seed(), request.strict());
  }

  /** The keys of a context as variables. */
  private record Given(Map<String, Value> entries) implements Variables {

    @Override
    public @Nullable Variable lookup(String name) {
      Value value = entries.get(name);
      return value == null ? null : new Variable.Plain(value);
    }

    @Override
    public Set<String> names() {
      return entries.keySet();
    }
  }
}
