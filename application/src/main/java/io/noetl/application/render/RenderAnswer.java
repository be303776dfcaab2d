package io.noetl.application.render;

import io.noetl.domain.template.Problem;
import io.noetl.domain.value.Value;
import java.util.List;

/** What came of rendering a template. */
public sealed interface RenderAnswer {

  /**
   * The value, or the text if that was asked for. Leniently, an undefined name and any other error are warnings, and after
   * the latter the value is null.
   */
  record Yielded(Value value, List<Problem> warnings) implements RenderAnswer {
    public Yielded {
      warnings = List.copyOf(warnings);
    }
  }

  /** The template is none, however it is rendered: a syntax error. */
  record Malformed(Problem problem) implements RenderAnswer {}

  /** Strict rendering met an undefined name or an error. */
  record Failed(Problem problem) implements RenderAnswer {}
}
