package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Printing;
import io.noetl.adapters.playbook.template.value.PyBool;
import io.noetl.adapters.playbook.template.value.PyDict;
import io.noetl.adapters.playbook.template.value.PyDictView;
import io.noetl.adapters.playbook.template.value.PyInteger;
import io.noetl.adapters.playbook.template.value.PyIterator;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyUndefined;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.Sequences;
import io.noetl.adapters.playbook.template.value.Truth;
import java.util.Collections;
import java.util.Iterator;

/** Filters on any value: defaults, length, attributes, text. */
final class BasicFilters {

  private BasicFilters() {}

  static void addTo(MethodTable<PyValue> table) {
    table
        .addNamed("default", BasicFilters::defaulted, 0, "default_value", "boolean")
        .alias("d", "default")
        .addNamed("length", (r, v, a) -> PyInteger.of(Sequences.length(v)), 0)
        .alias("count", "length")
        .addNamed("attr", BasicFilters::attribute, 1, "name")
        .addNamed("items", (r, v, a) -> PyIterator.generator(r, "items", () -> items(r, v)), 0)
        .addNamed("string", (r, v, a) -> v instanceof PyText ? v : PyText.of(
            Printing.text(r, v)), 0);
  }

  private static PyValue defaulted(Rendering rendering, PyValue value, Bound arguments) {
    if (value instanceof PyUndefined) {
      return arguments.or(0, PyText.EMPTY);
    }
    return arguments.flag(1, false) && !Truth.of(value)
        ? arguments.or(0, PyText.EMPTY)
        : value;
  }

  private static PyValue attribute(Rendering rendering, PyValue value, Bound arguments) {
    return Members.attributeOnly(rendering, value, arguments.text(0));
  }

  private static Iterator<PyValue> items(Rendering rendering, PyValue value) {
    return switch (value) {
      case PyDict dict -> Sequences.iterator(rendering, new PyDictView(dict, PyDictView.Kind.ITEMS));
      case PyUndefined undefined -> Collections.emptyIterator();
      default -> throw new EvaluationException("'items' needs a map, found " + value.described());
    };
  }
}
