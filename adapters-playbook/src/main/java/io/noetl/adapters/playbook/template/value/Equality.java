package io.noetl.adapters.playbook.template.value;

import java.util.Map;

/** Python's {@code ==} and {@code is}. */
@SuppressWarnings("ReferenceEquality") // identity is what it is about
public final class Equality {

  private Equality() {}

  public static boolean equal(Rendering rendering, PyValue a, PyValue b) {
    rendering.step();
    if (a instanceof PyText x && b instanceof PyText y) {
      if (x.value().length() == y.value().length()) {
        rendering.steps(x.value().length() / 64);
      }
      return x.value().equals(y.value());
    }
    if (Numbers.isNumber(a) && Numbers.isNumber(b)) {
      rendering.steps(Numbers.comparison(a, b));
      Integer order = Numbers.compare(a, b);
      return order != null && order == 0;
    }
    if (a instanceof PyUndefined || b instanceof PyUndefined) {
      return undefined(a, b);
    }
    return switch (a) {
      case PyList x -> b instanceof PyList y && sequences(rendering, x, y);
      case PyTuple x -> b instanceof PyTuple y && sequences(rendering, x, y);
      case PyRange x -> b instanceof PyRange y && sequences(rendering, x, y);
      case PyDict x -> b instanceof PyDict y && dicts(rendering, x, y);
      case PyDictView x -> b instanceof PyDictView y && views(rendering, x, y);
      default -> same(a, b);
    };
  }

  private static boolean undefined(PyValue a, PyValue b) {
    if (a instanceof PyUndefined undefined) {
      undefined.use();
    }
    if (b instanceof PyUndefined undefined) {
      undefined.use();
    }
    return a instanceof PyUndefined && b instanceof PyUndefined;
  }

  private static boolean sequences(Rendering rendering, PySequence a, PySequence b) {
    int size = a.size();
    if (size != b.size()) {
      return false;
    }
    rendering.enterValue();
    for (int i = 0; i < size; i++) {
      PyValue x = a.get(i);
      PyValue y = b.get(i);
      if (!same(x, y) && !equal(rendering, x, y)) {
        rendering.leaveValue();
        return false;
      }
    }
    rendering.leaveValue();
    return true;
  }

  private static boolean dicts(Rendering rendering, PyDict a, PyDict b) {
    if (a.identity() == b.identity() && a.untouched() != null && b.untouched() != null) {
      return true;
    }
    if (a.size() != b.size()) {
      return false;
    }
    rendering.enterValue();
    Map<Object, PyDict.Entry> others = b.mutable();
    for (Map.Entry<Object, PyDict.Entry> entry : a.mutable().entrySet()) {
      PyDict.Entry other = others.get(entry.getKey());
      if (other == null || !equal(rendering, entry.getValue().value(), other.value())) {
        rendering.leaveValue();
        return false;
      }
    }
    rendering.leaveValue();
    return true;
  }

  private static boolean views(Rendering rendering, PyDictView a, PyDictView b) {
    if (a.kind() == PyDictView.Kind.VALUES || b.kind() != a.kind()) {
      return a == b;
    }
    return a.kind() == PyDictView.Kind.ITEMS
        ? dicts(rendering, a.dict(), b.dict())
        : a.dict().mutable().keySet().equals(b.dict().mutable().keySet());
  }

  /** Whether both are the same object, as far as the values of a rendering have an identity. */
  public static boolean same(PyValue a, PyValue b) {
    if (a instanceof PyList x && b instanceof PyList y) {
      return x.identity() == y.identity();
    }
    if (a instanceof PyDict x && b instanceof PyDict y) {
      return x.identity() == y.identity();
    }
    return switch (a) {
      case PyText x -> x.equals(b);
      case PyInteger x -> x.equals(b);
      case PyFloat x -> x.equals(b);
      case PyBytes x -> x.equals(b);
      default -> a == b;
    };
  }
}
