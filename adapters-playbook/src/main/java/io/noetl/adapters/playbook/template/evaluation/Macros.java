package io.noetl.adapters.playbook.template.evaluation;

import io.noetl.adapters.playbook.template.syntax.Expression;
import io.noetl.adapters.playbook.template.syntax.Statement.MacroDefinition;
import io.noetl.adapters.playbook.template.syntax.Statement.Parameter;
import io.noetl.adapters.playbook.template.syntax.Suggestion;
import io.noetl.adapters.playbook.template.value.Arguments;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.PyBool;
import io.noetl.adapters.playbook.template.value.PyDict;
import io.noetl.adapters.playbook.template.value.PyNone;
import io.noetl.adapters.playbook.template.value.PyObject;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyTuple;
import io.noetl.adapters.playbook.template.value.PyUndefined;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Macros and the callers of call blocks: bodies that are called with arguments and yield their text. */
final class Macros {

  private final Rendering rendering;
  private final ExpressionEvaluator expressions;
  private final StatementRunner statements;

  Macros(Rendering rendering, ExpressionEvaluator expressions, StatementRunner statements) {
    this.rendering = rendering;
    this.expressions = expressions;
    this.statements = statements;
  }

  /** The macro as a value; its body sees the names around its definition. */
  PyObject value(MacroDefinition definition, Scope scope) {
    return value(definition, PyText.of(definition.name()), scope);
  }

  /** The body of a call block as a macro, which has no name. */
  PyObject caller(MacroDefinition definition, Scope scope) {
    return value(definition, PyNone.NONE, scope);
  }

  private PyObject value(MacroDefinition definition, PyValue name, Scope scope) {
    rendering.object();
    boolean escapes = rendering.escapes();
    List<PyValue> names = new ArrayList<>();
    for (Parameter parameter : definition.parameters()) {
      names.add(PyText.of(parameter.name()));
    }
    return new PyObject("Macro", attribute -> switch (attribute) {
      case "name" -> name;
      case "arguments" -> PyTuple.of(names);
      case "caller" -> PyBool.of(definition.reads().contains("caller"));
      case "catch_kwargs" -> PyBool.of(definition.reads().contains("kwargs"));
      case "catch_varargs" -> PyBool.of(definition.reads().contains("varargs"));
      default -> null;
    }, (r, arguments) -> call(definition, escapes, arguments, new Scope(scope)));
  }

  private PyValue call(MacroDefinition definition, boolean escapes, Arguments given, Scope scope) {
    rendering.enter();
    Map<String, PyValue> named = new LinkedHashMap<>(given.named());
    boolean declared = definition.parameters().stream().anyMatch(p -> p.name().equals("caller"));
    if (!declared) { // else it is an argument like any other
      bindCaller(definition, named.remove("caller"), scope);
    }
    for (int i = 0; i < definition.parameters().size(); i++) {
      Parameter parameter = definition.parameters().get(i);
      scope.set(parameter.name(), argument(parameter, i, given.positional(), named, scope));
    }
    bindRest(definition, given.positional(), named, scope);
    PyText text = statements.text(definition.body(), escapes, scope);
    rendering.leave();
    return text;
  }

  private PyValue argument(Parameter parameter, int index, List<PyValue> positional,
      Map<String, PyValue> named, Scope scope) {
    if (index < positional.size()) {
      return positional.get(index);
    }
    PyValue byName = named.remove(parameter.name());
    if (byName != null) {
      return byName;
    }
    Expression fallback = parameter.fallback();
    return fallback == null
        ? PyUndefined.of(rendering, () -> "parameter '" + parameter.name() + "' was not provided")
        : expressions.evaluate(fallback, scope);
  }

  private void bindCaller(MacroDefinition definition, @Nullable PyValue caller, Scope scope) {
    if (definition.reads().contains("caller")) {
      PyValue absent = PyUndefined.of(rendering, () -> "this macro was called without a caller");
      scope.set("caller", caller == null ? absent : caller);
    } else if (caller != null) {
      throw new EvaluationException("macro '" + definition.name() + "' has no use for a caller");
    }
  }

  /** Binds, or refuses, the arguments that are left over. */
  private void bindRest(MacroDefinition definition, List<PyValue> positional, Map<String, PyValue> named, Scope scope) {
    int count = definition.parameters().size();
    if (definition.reads().contains("varargs")) {
      scope.set("varargs", PyTuple.of(positional.subList(Math.min(count, positional.size()), positional.size())));
    } else if (positional.size() > count) {
      String atMost = count + (count == 1 ? " argument, " : " arguments, ");
      throw new EvaluationException("macro '" + definition.name() + "' takes at most " + atMost + positional.size()
          + " given");
    }
    if (definition.reads().contains("kwargs")) {
      PyDict rest = new PyDict();
      named.forEach((name, value) -> rest.put(PyText.of(name), value));
      scope.set("kwargs", rest);
    } else if (!named.isEmpty()) {
      String name = named.keySet().iterator().next();
      List<String> known = definition.parameters().stream().map(Parameter::name).toList();
      throw new EvaluationException("macro '" + definition.name() + (known.contains(name)
          ? "' is given its argument '" + name + "' twice"
          : "' takes no argument '" + name + "'" + Suggestion.of(name, known)));
    }
  }
}
