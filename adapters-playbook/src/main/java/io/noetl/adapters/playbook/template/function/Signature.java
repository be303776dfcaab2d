package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.syntax.Suggestion;
import io.noetl.adapters.playbook.template.value.Arguments;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.PyValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a function.
 *
 * @param required how many of them must be given
 * @param byName whether they may be given by name
 */
record Signature(String name, int required, boolean byName, List<String> parameters) {

  private static final @Nullable PyValue[] NOTHING = new PyValue[0];

  static Signature of(String name, int required, String... parameters) {
    return new Signature(name, required, true, List.of(parameters));
  }

  static Signature positional(String name, int required, String... parameters) {
    return new Signature(name, required, false, List.of(parameters));
  }

  /** The arguments in the order of the parameters; fails for a missing, unknown or repeated one. */
  Bound bind(Arguments arguments) {
    if (parameters.isEmpty() && arguments.positional().isEmpty() && arguments.named().isEmpty()) {
      return new Bound(this, NOTHING);
    }
    List<PyValue> positional = arguments.positional();
    if (positional.size() > parameters.size()) {
      throw new EvaluationException("'" + name + "' takes " + (parameters.isEmpty() ? "no" : "at most " + parameters.size())
          + plural(parameters.size()) + ", " + positional.size() + " given");
    }
    @Nullable PyValue[] values = new PyValue[parameters.size()];
    for (int i = 0; i < positional.size(); i++) {
      values[i] = positional.get(i);
    }
    for (Map.Entry<String, PyValue> entry : arguments.named().entrySet()) {
      place(entry.getKey(), entry.getValue(), values);
    }
    for (int i = 0; i < required; i++) {
      if (values[i] == null) {
        throw new EvaluationException("'" + name + "' needs its argument '" + parameters.get(i) + "'");
      }
    }
    return new Bound(this, values);
  }

  private static String plural(int count) {
    return count == 1 ? " argument" : " arguments";
  }

  private void place(String argument, PyValue value, @Nullable PyValue[] values) {
    int index = byName ? parameters.indexOf(argument) : -1;
    if (index < 0) {
      throw new EvaluationException("'" + name + "' takes no argument '" + argument + "'"
          + (byName ? Suggestion.of(argument, parameters) : ""));
    }
    if (values[index] != null) {
      throw new EvaluationException("'" + name + "' is given its argument '" + argument + "' twice");
    }
    values[index] = value;
  }
}
