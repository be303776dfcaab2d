package io.noetl.domain.template;

import java.util.Optional;
import java.util.Set;

/**
 * A template language, as a pure function: the same template and context always render to the same result, without
 * reaching a clock, files or the environment. Implementations may cache what they parse and must be safe for use by
 * several threads.
 *
 * <p>A template that is one single expression yields the expression's value itself; any other yields text. A blank
 * template and {@code {{}}} yield empty text. Text that came out of a template is never rendered again.
 */
public interface TemplateEngine {

  /**
   * Renders a template. Lenient rendering (the context is not strict) always succeeds: an undefined name is null as a
   * value and prints nothing inside text, any other error makes the whole template null, and both are warnings.
   * Positions of problems are places in the file.
   */
  Rendered render(TemplateText template, RenderContext context);

  /**
   * Renders a template as text, also one that is a single expression: what it would print inside a longer text. All else
   * is as in {@link #render}; leniently, an error other than an undefined name still makes it null.
   */
  Rendered renderText(TemplateText template, RenderContext context);

  /** The first syntax error of a template, if it has one. */
  Optional<Problem> syntaxProblem(TemplateText template);

  /** The names that a template may look up in its context: never fewer than it does. None for a syntax error. */
  Set<String> variables(TemplateText template);
}
