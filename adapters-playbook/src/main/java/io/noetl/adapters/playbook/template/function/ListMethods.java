package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.Arguments;
import io.noetl.adapters.playbook.template.value.Equality;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Ordering;
import io.noetl.adapters.playbook.template.value.PyInteger;
import io.noetl.adapters.playbook.template.value.PyList;
import io.noetl.adapters.playbook.template.value.PyNone;
import io.noetl.adapters.playbook.template.value.PySequence;
import io.noetl.adapters.playbook.template.value.PyTuple;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.Sequences;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The methods of {@code list}, {@code tuple} and {@code range}. Changes stay inside the rendering. */
final class ListMethods {

  private static final Signature SORT = Signature.of("sort", 0, "reverse");

  static final MethodTable<PyList> LIST = list();

  static final MethodTable<PySequence> SEQUENCE = reading(new MethodTable<>());

  /** How many elements moved at once make one operation. */
  private static final int MOVED = 64;

  private ListMethods() {}

  private static <T extends PySequence> MethodTable<T> reading(MethodTable<T> table) {
    return table
        .add("index", (r, list, a) -> index(r, list, a), 1, "value", "start", "stop")
        .add("count", (r, list, a) -> count(r, list, a.value(0)), 1, "value")
        .add("__len__", (r, list, a) -> PyInteger.of(list.size()), 0);
  }

  private static MethodTable<PyList> list() {
    return reading(new MethodTable<PyList>())
        .add("append", (r, list, a) -> {
          r.elements(1);
          list.mutable().add(a.value(0));
          return PyNone.NONE;
        }, 1, "object")
        .add("extend", (r, list, a) -> {
          list.mutable().addAll(Sequences.list(r, a.value(0)));
          return PyNone.NONE;
        }, 1, "iterable")
        .add("insert", (r, list, a) -> {
          r.elements(1);
          r.steps(list.size() / MOVED);
          list.mutable().add(clamped(a.integer(0), list.size()), a.value(1));
          return PyNone.NONE;
        }, 2, "index", "object")
        .add("pop", (r, list, a) -> popped(r, list, a.integer(0, -1)), 0, "index")
        .add("remove", (r, list, a) -> removed(r, list, a.value(0)), 1, "value")
        .add("clear", (r, list, a) -> {
          list.mutable().clear();
          return PyNone.NONE;
        }, 0)
        .add("copy", (r, list, a) -> new PyList(Sequences.list(r, list)), 0)
        .add("reverse", (r, list, a) -> {
          r.steps(list.size() / 4);
          Collections.reverse(list.mutable());
          return PyNone.NONE;
        }, 0)
        .add("sort", ListMethods::sorted);
  }

  private static int clamped(int index, int size) {
    return Math.max(0, Math.min(size, index < 0 ? index + size : index));
  }

  private static PyValue index(Rendering rendering, PySequence list, Bound arguments) {
    int from = clamped(arguments.integer(1, 0), list.size());
    int to = clamped(arguments.integer(2, Integer.MAX_VALUE), list.size());
    return PyInteger.of(found(rendering, list, arguments.value(0), from, to));
  }

  private static int found(Rendering rendering, PySequence list, PyValue value, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Equality.equal(rendering, list.get(i), value)) {
        return i;
      }
    }
    throw new EvaluationException("the value is not in the " + list.typeName());
  }

  private static PyValue count(Rendering rendering, PySequence list, PyValue value) {
    int count = 0;
    for (int i = 0; i < list.size(); i++) {
      count += Equality.equal(rendering, list.get(i), value) ? 1 : 0;
    }
    return PyInteger.of(count);
  }

  private static PyValue popped(Rendering rendering, PyList list, int index) {
    int at = index < 0 ? index + list.size() : index;
    if (at < 0 || at >= list.size()) {
      throw new EvaluationException("'pop' finds no element " + index + " in a list of " + list.size());
    }
    rendering.steps((list.size() - at) / MOVED);
    return list.mutable().remove(at);
  }

  private static PyValue removed(Rendering rendering, PyList list, PyValue value) {
    list.mutable().remove(found(rendering, list, value, 0, list.size()));
    return PyNone.NONE;
  }

  private static PyValue sorted(Rendering rendering, PyList list, Arguments arguments) {
    if (!arguments.positional().isEmpty()) {
      throw new EvaluationException("'sort' takes its argument 'reverse' by name alone");
    }
    boolean reverse = SORT.bind(arguments).integerFlag(0);
    rendering.container(list.size());
    List<Ordering.Keyed> keyed = new ArrayList<>(list.size());
    for (PyValue item : list.mutable()) {
      keyed.add(new Ordering.Keyed(item, item));
    }
    List<PyValue> sorted = Ordering.sorted(rendering, keyed, reverse);
    list.mutable().clear();
    list.mutable().addAll(sorted);
    return PyNone.NONE;
  }

  /** Fields of a named tuple. */
  static int field(PyTuple tuple, String name) {
    return tuple.names().indexOf(name);
  }
}
