package io.noetl.adapters.playbook.template.value;

import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From what a template evaluates to, to a value of the playbook. Tuples, ranges, views and generators become lists, and
 * keys become text as {@code json.dumps} makes them. A view that nothing has touched yields its original.
 */
public final class Unwrapping {

  private Unwrapping() {}

  /** The value of a whole template; fails for what JSON cannot hold. */
  public static Value unwrap(Rendering rendering, PyValue value) {
    return switch (value) {
      case PyNone none -> Value.NULL;
      case PyBool bool -> Value.of(bool.value());
      case PyInteger.Small integer -> Value.of(integer.value());
      case PyInteger.Big integer -> integer(integer.big());
      case PyFloat number -> number(number.value());
      case PyText text -> Value.of(text.value());
      case PyList list -> list.untouched() != null ? list.untouched() : list(rendering, list);
      case PyDict dict -> dict.untouched() != null ? dict.untouched() : map(rendering, dict);
      case PyTuple tuple -> list(rendering, tuple);
      case PyRange range -> list(rendering, range);
      case PyDictView view -> list(rendering, view);
      case PyIterator iterator -> list(rendering, iterator);
      case PyUndefined undefined -> {
        undefined.use();
        yield Value.NULL;
      }
      case PyBytes bytes -> throw noJson("bytes");
      case PyFunction function -> throw noJson("the function '" + function.name() + "'");
      case PyObject object -> throw noJson(object.described());
      case PyNamespace namespace -> throw noJson("a namespace");
    };
  }

  private static EvaluationException noJson(String what) {
    return new EvaluationException("the result is " + what + ", which is no JSON value");
  }

  /** As large as JSON text can be read back with. */
  private static Value integer(BigInteger value) {
    if (Printing.digits(value).length() > JsonReader.MAX_DIGITS) {
      throw new EvaluationException("the result is an integer of more than " + JsonReader.MAX_DIGITS + " digits");
    }
    return Value.of(value);
  }

  private static Value number(double value) {
    if (!Double.isFinite(value)) {
      throw new EvaluationException("the result is " + Printing.number(value) + ", which is no JSON number");
    }
    return Value.of(value);
  }

  private static Value list(Rendering rendering, PyValue sequence) {
    rendering.enterValue();
    List<Value> items = new ArrayList<>();
    Iterator<PyValue> elements = Sequences.iterator(rendering, sequence);
    while (elements.hasNext()) {
      rendering.elements(1);
      items.add(unwrap(rendering, elements.next()));
    }
    rendering.leaveValue();
    return Value.of(items);
  }

  private static Value map(Rendering rendering, PyDict dict) {
    rendering.enterValue();
    Map<String, Value> entries = new LinkedHashMap<>();
    for (PyDict.Entry entry : dict.entries()) {
      rendering.elements(1);
      entries.put(JsonText.key(entry.key()), unwrap(rendering, entry.value()));
    }
    rendering.leaveValue();
    return Value.of(entries);
  }
}
