package io.noetl.adapters.playbook.template.evaluation;

import io.noetl.adapters.playbook.template.syntax.CallArguments;
import io.noetl.adapters.playbook.template.syntax.Expression;
import io.noetl.adapters.playbook.template.value.Arguments;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.PyDict;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.Sequences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Evaluates the arguments of a call. */
final class ArgumentEvaluator {

  private final Rendering rendering;
  private final ExpressionEvaluator expressions;

  ArgumentEvaluator(Rendering rendering, ExpressionEvaluator expressions) {
    this.rendering = rendering;
    this.expressions = expressions;
  }

  Arguments evaluate(CallArguments given, Scope scope) {
    if (given.isEmpty()) {
      return Arguments.NONE;
    }
    List<PyValue> positional = expressions.all(given.positional(), scope);
    if (given.isPositional()) {
      return new Arguments(positional, Map.of());
    }
    Expression unpacked = given.unpacked();
    if (unpacked != null) {
      PyValue values = expressions.evaluate(unpacked, scope);
      rendering.at(unpacked.at());
      positional = new ArrayList<>(positional);
      positional.addAll(Sequences.list(rendering, values));
    }
    Map<String, PyValue> named = new LinkedHashMap<>();
    for (CallArguments.Keyword keyword : given.named()) {
      named.put(keyword.name(), expressions.evaluate(keyword.value(), scope));
    }
    Expression unpackedNamed = given.unpackedNamed();
    if (unpackedNamed != null) {
      PyValue values = expressions.evaluate(unpackedNamed, scope);
      rendering.at(unpackedNamed.at());
      unpackNamed(values, named);
    }
    return new Arguments(positional, named);
  }

  private static void unpackNamed(PyValue values, Map<String, PyValue> named) {
    if (!(values instanceof PyDict dict)) {
      throw new EvaluationException("'**' needs a map, found " + values.described());
    }
    for (PyDict.Entry entry : dict.entries()) {
      if (!(entry.key() instanceof PyText name)) {
        throw new EvaluationException("'**' needs a map whose keys are strings, found " + entry.key().described());
      }
      if (named.put(name.value(), entry.value()) != null) {
        throw new EvaluationException("argument '" + name.value() + "' is given twice");
      }
    }
  }

  /** The arguments and one more named one. */
  static Arguments with(Arguments given, String name, PyValue value) {
    Map<String, PyValue> named = new LinkedHashMap<>(given.named());
    named.put(name, value);
    return new Arguments(given.positional(), named);
  }
}
