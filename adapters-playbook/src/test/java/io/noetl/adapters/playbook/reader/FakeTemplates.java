package io.noetl.adapters.playbook.reader;

import io.noetl.domain.template.Problem;
import io.noetl.domain.template.Read;
import io.noetl.domain.template.RenderContext;
import io.noetl.domain.template.Rendered;
import io.noetl.domain.template.TemplateEngine;
import io.noetl.domain.template.TemplateText;
import java.util.List;
import java.util.Optional;

/** Knows one mistake: <code>{{</code> that is never closed. Its templates read nothing. */
final class FakeTemplates implements TemplateEngine {

  @Override
  public Optional<Problem> syntaxProblem(TemplateText template) {
    int open = template.source().lastIndexOf("{{");
    if (open < 0 || template.source().indexOf("}}", open) >= 0) {
      return Optional.empty();
    }
    return Optional.of(new Problem("'{{' without '}}'", template.inFile(open)));
  }

  @Override
  public Rendered render(TemplateText template, RenderContext context) {
    throw new UnsupportedOperationException("a reader renders nothing");
  }

  @Override
  public Rendered renderText(TemplateText template, RenderContext context) {
    throw new UnsupportedOperationException("a reader renders nothing");
  }

  @Override
  public List<Read> reads(TemplateText template) {
    return List.of();
  }
}
