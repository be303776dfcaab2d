package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.Arguments;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Printing;
import io.noetl.adapters.playbook.template.value.PyDict;
import io.noetl.adapters.playbook.template.value.PyDictView;
import io.noetl.adapters.playbook.template.value.PyDictView.Kind;
import io.noetl.adapters.playbook.template.value.PyInteger;
import io.noetl.adapters.playbook.template.value.PyNone;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyTuple;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.Sequences;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods of {@code dict}. Changes stay inside the rendering. */
final class DictMethods {

  static final MethodTable<PyDict> TABLE = new MethodTable<PyDict>()
      .add("get", (r, dict, a) -> orElse(dict.get(a.value(0)), a.or(1, PyNone.NONE)), 1, "key", "default")
      .add("keys", (r, dict, a) -> new PyDictView(dict, Kind.KEYS), 0)
      .add("values", (r, dict, a) -> new PyDictView(dict, Kind.VALUES), 0)
      .add("items", (r, dict, a) -> new PyDictView(dict, Kind.ITEMS), 0)
      .add("copy", (r, dict, a) -> copy(r, dict), 0)
      .add("fromkeys", (r, dict, a) -> keyed(r, a.value(0), a.or(1, PyNone.NONE)), 1, "iterable", "value")
      .add("__len__", (r, dict, a) -> PyInteger.of(dict.size()), 0)
      .add("clear", (r, dict, a) -> {
        dict.mutable().clear();
        return PyNone.NONE;
      }, 0)
      .add("pop", (r, dict, a) -> popped(r, dict, a), 1, "key", "default")
      .add("popitem", (r, dict, a) -> lastPopped(r, dict), 0)
      .add("setdefault", (r, dict, a) -> defaulted(r, dict, a), 1, "key", "default")
      .add("update", (r, dict, a) -> {
        update(r, dict, "update", a);
        return PyNone.NONE;
      });

  private DictMethods() {}

  private static PyValue orElse(@Nullable PyValue value, PyValue fallback) {
    return value == null ? fallback : value;
  }

  static PyDict copy(Rendering rendering, PyDict dict) {
    PyDict copy = new PyDict();
    for (PyDict.Entry entry : dict.entries()) {
      rendering.elements(1);
      copy.put(entry.key(), entry.value());
    }
    return copy;
  }

  private static PyDict keyed(Rendering rendering, PyValue keys, PyValue value) {
    PyDict dict = new PyDict();
    Iterator<PyValue> elements = Sequences.iterator(rendering, keys);
    while (elements.hasNext()) {
      rendering.elements(1);
      dict.put(elements.next(), value);
    }
    return dict;
  }

  private static PyValue popped(Rendering rendering, PyDict dict, Bound arguments) {
    PyValue value = dict.remove(arguments.value(0));
    if (value != null) {
      return value;
    }
    PyValue fallback = arguments.optional(1);
    if (fallback == null) {
      throw new EvaluationException("'pop' finds no key " + Printing.representation(rendering, arguments.value(0)));
    }
    return fallback;
  }

  private static PyValue lastPopped(Rendering rendering, PyDict dict) {
    rendering.steps(dict.size() / 4);
    List<PyDict.Entry> entries = dict.entries();
    if (entries.isEmpty()) {
      throw new EvaluationException("'popitem' finds nothing in an empty map");
    }
    PyDict.Entry last = entries.getLast();
    dict.remove(last.key());
    return PyTuple.of(last.key(), last.value());
  }

  private static PyValue defaulted(Rendering rendering, PyDict dict, Bound arguments) {
    PyValue value = dict.get(arguments.value(0));
    if (value != null) {
      return value;
    }
    rendering.elements(1);
    PyValue fallback = arguments.or(1, PyNone.NONE);
    dict.put(arguments.value(0), fallback);
    return fallback;
  }

  /** Puts the entries of a map or of a list of pairs, and then the named arguments. */
  static void update(Rendering rendering, PyDict dict, String name, Arguments arguments) {
    if (arguments.positional().size() > 1) {
      throw new EvaluationException("'" + name + "' takes at most 1 positional argument, "
          + arguments.positional().size() + " given");
    }
    if (!arguments.positional().isEmpty()) {
      putAll(rendering, dict, arguments.positional().getFirst());
    }
    for (Map.Entry<String, PyValue> entry : arguments.named().entrySet()) {
      rendering.elements(1);
      dict.put(PyText.of(entry.getKey()), entry.getValue());
    }
  }

  private static void putAll(Rendering rendering, PyDict dict, PyValue source) {
    if (source instanceof PyDict other) {
      for (PyDict.Entry entry : other.entries()) {
        rendering.elements(1);
        dict.put(entry.key(), entry.value());
      }
      return;
    }
    Iterator<PyValue> pairs = Sequences.iterator(rendering, source);
    while (pairs.hasNext()) {
      List<PyValue> pair = Sequences.list(rendering, pairs.next());
      if (pair.size() != 2) {
        throw new EvaluationException("a map is made of pairs, found an element of length " + pair.size());
      }
      rendering.elements(1);
      dict.put(pair.get(0), pair.get(1));
    }
  }
}
