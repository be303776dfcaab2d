package io.noetl.adapters.playbook.template.evaluation;

import io.noetl.adapters.playbook.template.function.Globals;
import io.noetl.adapters.playbook.template.function.Members;
import io.noetl.adapters.playbook.template.syntax.Suggestion;
import io.noetl.adapters.playbook.template.value.PyDict;
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

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz_0123456789";

  private final Rendering rendering;
  private final Variables variables;

  /** What was handed out, where the template may change containers: the same name must yield the same object. */
  private final @Nullable Map<String, PyValue> kept;

  /** What was suggested for a name: a loop may come by it over and over. */
  private final Map<String, String> suggestions = new HashMap<>();

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
    return global != null ? global : PyUndefined.of(rendering, () -> "'" + name + "' is undefined" + suggestion(name, scope));
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
      case "status" -> PyText.of(outcome.status());
      case "error" -> error == null ? PyNone.NONE : PyText.of(error);
      default -> Members.attribute(rendering, data, name);
    };
  }

  private String suggestion(String name, Scope scope) {
    String known = suggestions.get(name);
    if (known == null) {
      known = newSuggestion(name, scope);
      suggestions.put(name, known);
    }
    return known;
  }

  private String newSuggestion(String name, Scope scope) {
    List<String> known = new ArrayList<>(Globals.names());
    known.addAll(variables.names());
    scope.addNames(known);
    String variable = rendering.context().strict() ? nearVariable(name) : null;
    return variable != null ? "; did you mean '" + variable + "'?" : Suggestion.of(name, known);
  }

  /**
   * A variable whose name is one edit away. Most cannot be listed, only asked for, which takes so many questions that it is
   * done for a failure alone.
   */
  private @Nullable String nearVariable(String name) {
    if (name.length() < 3 || name.length() > 40) {
      return null;
    }
    for (int i = 0; i <= name.length(); i++) {
      String head = name.substring(0, i);
      String tail = name.substring(i);
      String shorter = tail.isEmpty() ? tail : tail.substring(1);
      if (exists(head + shorter)) {
        return head + shorter;
      }
      if (tail.length() > 1 && exists(head + tail.charAt(1) + tail.charAt(0) + tail.substring(2))) {
        return head + tail.charAt(1) + tail.charAt(0) + tail.substring(2);
      }
      for (int j = 0; j < LETTERS.length(); j++) {
        String longer = head + LETTERS.charAt(j);
        if (exists(longer + tail)) {
          return longer + tail;
        }
        if (exists(longer + shorter)) {
          return longer + shorter;
        }
      }
    }
    return null;
  }

  private boolean exists(String name) {
    return variables.lookup(name) != null;
  }
}
