package io.noetl.adapters.playbook.template.value;

import java.util.ArrayList;
import java.util.List;

/** The binary and unary operators on all types: numbers, and what strings, lists and tuples do with them. */
public final class Operations {

  private Operations() {}

  public static PyValue add(Rendering rendering, PyValue a, PyValue b) {
    if (Numbers.isNumber(a) && Numbers.isNumber(b)) {
      return Arithmetic.add(rendering, a, b);
    }
    if (a instanceof PyText x && b instanceof PyText y) {
      return concatenated(rendering, x, y);
    }
    if (a instanceof PyList x && b instanceof PyList y) {
      return new PyList(joined(rendering, x, y));
    }
    if (a instanceof PyTuple x && b instanceof PyTuple y) {
      return PyTuple.of(joined(rendering, x, y));
    }
    throw unsupported("+", a, b);
  }

  private static PyText concatenated(Rendering rendering, PyText a, PyText b) {
    rendering.characters((long) a.value().length() + b.value().length());
    if (a.safe() || b.safe()) {
      return PyText.safe(Markup.escaped(a).value() + Markup.escaped(b).value());
    }
    return PyText.of(a.value() + b.value());
  }

  private static List<PyValue> joined(Rendering rendering, PySequence a, PySequence b) {
    List<PyValue> items = Sequences.list(rendering, a);
    items.addAll(Sequences.list(rendering, b));
    return items;
  }

  public static PyValue subtract(Rendering rendering, PyValue a, PyValue b) {
    requireNumbers("-", a, b);
    return Arithmetic.subtract(rendering, a, b);
  }

  public static PyValue multiply(Rendering rendering, PyValue a, PyValue b) {
    if (Numbers.isNumber(a) && Numbers.isNumber(b)) {
      return Arithmetic.multiply(rendering, a, b);
    }
    PyInteger times = Numbers.integer(b);
    if (times != null && isRepeatable(a)) {
      return repeated(rendering, a, times);
    }
    times = Numbers.integer(a);
    if (times != null && isRepeatable(b)) {
      return repeated(rendering, b, times);
    }
    throw unsupported("*", a, b);
  }

  private static boolean isRepeatable(PyValue value) {
    return value instanceof PyText || value instanceof PyList || value instanceof PyTuple;
  }

  private static PyValue repeated(Rendering rendering, PyValue value, PyInteger times) {
    long count = times.big().bitLength() > 31 ? (times.big().signum() < 0 ? 0 : Integer.MAX_VALUE)
        : Math.max(0, times.big().longValue());
    if (value instanceof PyText text) {
      rendering.characters(text.value().length() * count);
      String repeated = text.value().isEmpty() ? "" : text.value().repeat((int) count);
      return text.safe() ? PyText.safe(repeated) : PyText.of(repeated);
    }
    PySequence sequence = (PySequence) value;
    int size = sequence.size();
    rendering.elements(size * count);
    List<PyValue> items = new ArrayList<>();
    for (long i = 0; size > 0 && i < count; i++) {
      for (int j = 0; j < size; j++) {
        items.add(sequence.get(j));
      }
    }
    return value instanceof PyTuple ? PyTuple.of(items) : new PyList(items);
  }

  public static PyValue divide(Rendering rendering, PyValue a, PyValue b) {
    requireNumbers("/", a, b);
    return Arithmetic.divide(rendering, a, b);
  }

  public static PyValue floorDivide(Rendering rendering, PyValue a, PyValue b) {
    requireNumbers("//", a, b);
    return Arithmetic.floorDivide(rendering, a, b);
  }

  public static PyValue modulo(Rendering rendering, PyValue a, PyValue b) {
    if (a instanceof PyText format) {
      return PercentFormat.format(rendering, format, b);
    }
    requireNumbers("%", a, b);
    return Arithmetic.modulo(rendering, a, b);
  }

  public static PyValue power(Rendering rendering, PyValue a, PyValue b) {
    requireNumbers("**", a, b);
    return Arithmetic.power(rendering, a, b);
  }

  public static PyValue negative(Rendering rendering, PyValue value) {
    requireNumber("-", value);
    rendering.steps(Cost.of(value));
    return Arithmetic.negative(value);
  }

  public static PyValue positive(PyValue value) {
    requireNumber("+", value);
    PyInteger integer = Numbers.integer(value);
    return integer == null ? value : integer;
  }

  private static void requireNumber(String symbol, PyValue value) {
    if (value instanceof PyUndefined undefined) {
      throw undefined.failure();
    }
    if (!Numbers.isNumber(value)) {
      throw new EvaluationException("'" + symbol + "' cannot be applied to " + value.described());
    }
  }

  private static void requireNumbers(String symbol, PyValue a, PyValue b) {
    if (!Numbers.isNumber(a) || !Numbers.isNumber(b)) {
      throw unsupported(symbol, a, b);
    }
  }

  private static EvaluationException unsupported(String symbol, PyValue a, PyValue b) {
    if (a instanceof PyUndefined undefined) {
      return undefined.failure();
    }
    if (b instanceof PyUndefined undefined) {
      return undefined.failure();
    }
    String advice = symbol.equals("+") && (a instanceof PyText || b instanceof PyText) ? "; '~' joins anything as text" : "";
    return new EvaluationException("'" + symbol + "' cannot be applied to " + a.described() + " and " + b.described() + advice);
  }
}
