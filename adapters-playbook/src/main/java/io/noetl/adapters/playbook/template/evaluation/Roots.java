package io.noetl.adapters.playbook.template.evaluation;

import io.noetl.adapters.playbook.template.function.Globals;
import io.noetl.adapters.playbook.template.function.Members;
import io.noetl.adapters.playbook.template.syntax.Suggestion;
import io.noetl.adapters.playbook.template.value.PyDict;
import io.noetl.adapters.playbook.template.value.PyList;
import io.noetl.adapters.playbook.template.value.PyNone;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyUndefined;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.Wrapping;
import io.noetl.domain.template.Variable;
import io.noetl.domain.template.Variables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that a template reads from around it: variables of the context, then global functions. */
final class Roots {

  private final Rendering rendering;
  private final Variables variables;

  /** What was handed out, where the template may change containers: the same name must yield the same object. */
  private final @Nullable Map<String, PyValue> kept;

  Roots(Rendering rendering) {
    this.rendering = rendering;
    this.variables = rendering.context().variables();
    this.kept = rendering.mutates() ? new HashMap<>() : null;
  }

  PyValue value(String name, Scope scope) {
    PyValue known = kept == null ? null : kept.get(name);
    if (known != null) {
      return known;
    }
    Variable variable = variables.lookup(name);
    if (variable != null) {
      PyValue value = Wrapping.wrap(variable.value(), rendering.mutates());
      if (kept != null) {
        kept.put(name, value);
      }
      return value;
    }
    PyValue global = Globals.find(name);
    return global != null
        ? global
        : PyUndefined.of(rendering, () -> "'" + name + "' is undefined" + suggestion(variables, name, scope));
  }

  /** The outcome of a step or task that a name stands for, if it does. */
  Variable.@Nullable Outcome outcome(String name) {
    return variables.lookup(name) instanceof Variable.Outcome outcome ? outcome : null;
  }

  /** An attribute of an outcome: of its data, where that has it, else of the outcome itself. */
  PyValue attribute(Variable.Outcome outcome, PyValue data, String name) {
    if (data instanceof PyDict dict) {
      PyValue entry = dict.get(name);
      if (entry != null) {
        return entry;
      }
    }
    String error = outcome.error();
    return switch (name) {
      case "data", "result" -> data;
      case "results" -> results(outcome, data);
      case "status" -> PyText.of(outcome.status());
      case "error" -> error == null ? PyNone.NONE : PyText.of(error);
      default -> Members.attribute(rendering, data, name);
    };
  }

  private PyValue results(Variable.Outcome outcome, PyValue data) {
    if (outcome.list() != null) {
      return Wrapping.wrap(outcome.list(), rendering.mutates());
    }
    return data instanceof PyList ? data : Members.attribute(rendering, data, "results");
  }

  private static String suggestion(Variables variables, String name, Scope scope) {
    List<String> own = new ArrayList<>();
    scope.addNames(own);
    return Suggestion.instead(name).among(own).among(variables.names()).among(Globals.names()).text();
  }
}
