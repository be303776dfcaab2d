package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.syntax.Suggestion;
import io.noetl.adapters.playbook.template.value.Arguments;
import io.noetl.adapters.playbook.template.value.CodePoints;
import io.noetl.adapters.playbook.template.value.Cost;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Numbers;
import io.noetl.adapters.playbook.template.value.Printing;
import io.noetl.adapters.playbook.template.value.PyBool;
import io.noetl.adapters.playbook.template.value.PyBytes;
import io.noetl.adapters.playbook.template.value.PyDict;
import io.noetl.adapters.playbook.template.value.PyFloat;
import io.noetl.adapters.playbook.template.value.PyFunction;
import io.noetl.adapters.playbook.template.value.PyInteger;
import io.noetl.adapters.playbook.template.value.PyList;
import io.noetl.adapters.playbook.template.value.PyNamespace;
import io.noetl.adapters.playbook.template.value.PyObject;
import io.noetl.adapters.playbook.template.value.PySequence;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyTuple;
import io.noetl.adapters.playbook.template.value.PyUndefined;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Attributes, subscripts and calls. A key of a map wins over a method of the same name; what neither exists is
 * undefined.
 */
public final class Members {

  /** Among more keys of a map than that none is suggested. */
  private static final int MOST_KEYS = 1_000;

  private Members() {}

  /** {@code value.name}. */
  public static PyValue attribute(Rendering rendering, PyValue value, String name) {
    PyValue found = found(rendering, value, name);
    if (found instanceof PyFunction) {
      rendering.object();
    }
    return found;
  }

  private static PyValue found(Rendering rendering, PyValue value, String name) {
    if (value instanceof PyDict dict) {
      PyValue entry = dict.get(name);
      if (entry != null) {
        return entry;
      }
    }
    if (value instanceof PyUndefined undefined) {
      return ofUndefined(rendering, undefined);
    }
    PyValue own = ownAttribute(value, name);
    return own == null ? missing(rendering, value, name) : own;
  }

  /** An attribute that is no key of a map. */
  static @Nullable PyValue ownAttribute(PyValue value, String name) {
    return switch (value) {
      case PyDict dict -> bound(dict, name, DictMethods.TABLE);
      case PyText text -> bound(text, name, TextMethods.TABLE);
      case PyList list -> bound(list, name, ListMethods.LIST);
      case PyTuple tuple when ListMethods.field(tuple, name) >= 0 -> tuple.get(ListMethods.field(tuple, name));
      case PySequence sequence -> bound(sequence, name, ListMethods.SEQUENCE);
      case PyObject object -> object.attributes().of(name);
      case PyNamespace namespace -> namespace.attributes().get(name);
      case PyInteger integer -> number(integer, name, NumberMethods.INTEGER);
      case PyFloat number -> number(number, name, NumberMethods.FLOAT);
      case PyBool bool -> number(PyInteger.of(bool.value() ? 1 : 0), name, NumberMethods.INTEGER);
      case PyBytes bytes -> bound(bytes, name, NumberMethods.BYTES);
      default -> null;
    };
  }

  private static <T extends PyValue> @Nullable PyValue number(T value, String name, MethodTable<T> table) {
    return switch (name) {
      case "real" -> value;
      case "imag" -> value instanceof PyFloat ? new PyFloat(0) : PyInteger.of(0);
      case "numerator" -> value instanceof PyInteger ? value : null;
      case "denominator" -> value instanceof PyInteger ? PyInteger.of(1) : null;
      default -> bound(value, name, table);
    };
  }

  private static <T extends PyValue> @Nullable PyValue bound(T value, String name, MethodTable<T> table) {
    Method<T> method = table.find(name);
    if (method == null) {
      return null;
    }
    return new PyFunction(name, "<built-in method " + name + " of " + value.typeName() + " object>",
        (rendering, arguments) -> {
          rendering.steps(Cost.of(value) + Cost.of(arguments));
          return method.apply(rendering, value, arguments);
        });
  }

  /** {@code value.name(arguments)}, without making the bound method where there is one. */
  public static PyValue callMethod(Rendering rendering, PyValue value, String name, Arguments arguments) {
    if (value instanceof PyText text) {
      Method<PyText> method = TextMethods.TABLE.find(name);
      if (method != null) {
        rendering.steps(1 + Cost.of(text) + Cost.of(arguments));
        return method.apply(rendering, text, arguments);
      }
    }
    if (value instanceof PyDict dict && dict.get(name) == null) {
      Method<PyDict> method = DictMethods.TABLE.find(name);
      if (method != null) {
        rendering.steps(1 + Cost.of(arguments));
        return method.apply(rendering, dict, arguments);
      }
    }
    return call(rendering, found(rendering, value, name), arguments);
  }

  /** {@code callee(arguments)}. */
  public static PyValue call(Rendering rendering, PyValue callee, Arguments arguments) {
    rendering.step();
    return switch (callee) {
      case PyFunction function -> function.body().call(rendering, arguments);
      case PyObject object when object.body() != null -> object.body().call(rendering, arguments);
      case PyUndefined undefined -> throw undefined.failure();
      default -> throw new EvaluationException(callee.described() + " cannot be called");
    };
  }

  /** {@code value[key]}. */
  public static PyValue subscript(Rendering rendering, PyValue value, PyValue key) {
    rendering.steps(Cost.of(key));
    return switch (value) {
      case PyDict dict -> {
        PyValue entry = dict.get(key);
        yield entry == null ? byName(rendering, value, key) : entry;
      }
      case PySequence sequence -> element(rendering, sequence, key);
      case PyText text -> character(rendering, text, key);
      case PyBytes bytes -> {
        PyInteger index = Numbers.integer(key);
        int at = index == null ? -1 : index(index, bytes.latin1().length());
        yield at < 0 ? byName(rendering, value, key) : PyInteger.of(bytes.latin1().charAt(at));
      }
      case PyUndefined undefined -> ofUndefined(rendering, undefined);
      default -> byName(rendering, value, key);
    };
  }

  private static PyValue ofUndefined(Rendering rendering, PyUndefined undefined) {
    if (rendering.context().strict() || undefined.forgiving()) {
      throw undefined.failure();
    }
    return undefined;
  }

  private static PyValue element(Rendering rendering, PySequence sequence, PyValue key) {
    PyInteger index = Numbers.integer(key);
    if (index == null) {
      return byName(rendering, sequence, key);
    }
    int at = index(index, sequence.size());
    return at < 0 ? noElement(rendering, sequence, index, sequence.size()) : sequence.get(at);
  }

  private static PyValue character(Rendering rendering, PyText text, PyValue key) {
    PyInteger index = Numbers.integer(key);
    if (index == null) {
      return byName(rendering, text, key);
    }
    rendering.steps(Cost.of(text));
    int length = CodePoints.length(text.value());
    int at = index(index, length);
    return at < 0 ? noElement(rendering, text, index, length) : PyText.of(CodePoints.at(text.value(), at));
  }

  /** The index from 0, or -1 outside the length. */
  private static int index(PyInteger index, int length) {
    if (!(index instanceof PyInteger.Small small)) {
      return -1;
    }
    long at = small.value() < 0 ? small.value() + length : small.value();
    return at >= 0 && at < length ? (int) at : -1;
  }

  private static PyValue noElement(Rendering rendering, PyValue value, PyInteger index, int length) {
    return PyUndefined.of(rendering, () -> value.described() + " of length " + length + " has no element " + index.big());
  }

  private static PyValue byName(Rendering rendering, PyValue value, PyValue key) {
    if (key instanceof PyText name) {
      PyValue own = ownAttribute(value, name.value());
      return own == null ? missing(rendering, value, name.value()) : own;
    }
    if (key instanceof PyUndefined undefined) {
      undefined.use();
    }
    return PyUndefined.of(rendering,
        () -> value.described() + " has no element " + Printing.representation(rendering, key));
  }

  /** The attribute, or undefined, where a map's keys do not count. */
  static PyValue attributeOnly(Rendering rendering, PyValue value, String name) {
    if (value instanceof PyUndefined undefined) {
      return ofUndefined(rendering, undefined);
    }
    PyValue own = ownAttribute(value, name);
    return own != null ? own : PyUndefined.of(rendering,
        () -> value.described() + " has no attribute '" + name + "'" + Suggestion.of(name, attributes(value)));
  }

  private static PyValue missing(Rendering rendering, PyValue value, String name) {
    String kind = value instanceof PyDict ? "key" : "attribute";
    return PyUndefined.of(rendering, () -> {
      Suggestion suggestion = Suggestion.instead(name);
      if (value instanceof PyDict dict && dict.size() <= MOST_KEYS) {
        suggestion.among(dict.textKeys());
      }
      return value.described() + " has no " + kind + " '" + name + "'" + suggestion.among(attributes(value)).text();
    });
  }

  private static Collection<String> attributes(PyValue value) {
    return switch (value) {
      case PyDict dict -> DictMethods.TABLE.names();
      case PyText text -> TextMethods.TABLE.names();
      case PyList list -> ListMethods.LIST.names();
      case PyTuple tuple when !tuple.names().isEmpty() -> tuple.names();
      case PySequence sequence -> ListMethods.SEQUENCE.names();
      case PyObject object -> object.attributes().names();
      case PyNamespace namespace -> namespace.attributes().keySet();
      case PyInteger integer -> NumberMethods.INTEGER.names();
      case PyFloat number -> NumberMethods.FLOAT.names();
      case PyBytes bytes -> NumberMethods.BYTES.names();
      default -> List.of();
    };
  }
}
