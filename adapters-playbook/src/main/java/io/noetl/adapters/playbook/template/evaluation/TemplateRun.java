package io.noetl.adapters.playbook.template.evaluation;

import io.noetl.adapters.playbook.template.syntax.Expression;
import io.noetl.adapters.playbook.template.syntax.ParsedTemplate;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.Unwrapping;
import io.noetl.domain.value.Value;

/** One run of a parsed template. */
public final class TemplateRun {

  private TemplateRun() {}

  /**
   * The value of a template that is one expression, or the text of any other.
   *
   * @throws EvaluationException if it fails; the rendering knows where
   */
  public static Value run(ParsedTemplate template, Rendering rendering) {
    Expression single = template.single();
    if (single == null) {
      return text(template, rendering);
    }
    Scope scope = new Scope(null);
    ExpressionEvaluator expressions = new ExpressionEvaluator(rendering);
    statements(template, rendering, expressions, scope);
    return Unwrapping.unwrap(rendering, expressions.evaluate(single, scope));
  }

  /**
   * What a template prints, also one that is one expression.
   *
   * @throws EvaluationException if it fails; the rendering knows where
   */
  public static Value text(ParsedTemplate template, Rendering rendering) {
    Scope scope = new Scope(null);
    StatementRunner statements = statements(template, rendering, new ExpressionEvaluator(rendering), scope);
    StringBuilder out = new StringBuilder();
    statements.run(template.body(), scope, out);
    return Value.of(out.toString());
  }

  private static StatementRunner statements(
      ParsedTemplate template, Rendering rendering, ExpressionEvaluator expressions, Scope scope) {
    StatementRunner statements = new StatementRunner(rendering, expressions, scope);
    if (template.readsSelf()) {
      scope.set("self", statements.self(template.body()));
    }
    return statements;
  }
}
