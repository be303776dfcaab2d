package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Numbers;
import io.noetl.adapters.playbook.template.value.PyInteger;
import io.noetl.adapters.playbook.template.value.PyNone;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyUndefined;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Truth;
import org.jspecify.annotations.Nullable;

/** The arguments of one call by the place of their parameter. */
final class Bound {

  private final Signature signature;
  private final @Nullable PyValue[] values;

  Bound(Signature signature, @Nullable PyValue[] values) {
    this.signature = signature;
    this.values = values;
  }

  /** The argument, or null when it was not given. */
  @Nullable PyValue optional(int index) {
    return values[index];
  }

  /** The argument, or null when it was not given or is none. */
  @Nullable PyValue unlessNone(int index) {
    PyValue value = values[index];
    return value == PyNone.NONE ? null : value;
  }

  PyValue or(int index, PyValue fallback) {
    PyValue value = values[index];
    return value == null ? fallback : value;
  }

  PyValue value(int index) {
    PyValue value = values[index];
    if (value == null) {
      throw new EvaluationException("'" + signature.name() + "' needs its argument '" + parameter(index) + "'");
    }
    return value;
  }

  boolean flag(int index, boolean fallback) {
    PyValue value = values[index];
    return value == null ? fallback : Truth.of(value);
  }

  /** A flag that Python takes as an integer and nothing else; false when it is not given. */
  boolean integerFlag(int index) {
    return optional(index) != null && integer(index) != 0;
  }

  String text(int index, String fallback) {
    PyValue value = values[index];
    return value == null ? fallback : text(index);
  }

  String text(int index) {
    return switch (value(index)) {
      case PyText text -> text.value();
      case PyUndefined undefined -> throw undefined.failure();
      case PyValue other -> throw mismatch(index, "a string", other);
    };
  }

  int integer(int index, int fallback) {
    PyValue value = values[index];
    return value == null ? fallback : integer(index);
  }

  int integer(int index) {
    PyValue value = value(index);
    if (value instanceof PyUndefined undefined) {
      throw undefined.failure();
    }
    PyInteger integer = Numbers.integer(value);
    if (integer == null) {
      throw mismatch(index, "an integer", value);
    }
    return clamped(integer);
  }

  /** An integer as an int: beyond the range of an int it is the nearest one. */
  static int clamped(PyInteger integer) {
    if (integer instanceof PyInteger.Small small) {
      return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, small.value()));
    }
    return integer.big().signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
  }

  EvaluationException mismatch(int index, String expected, PyValue found) {
    return new EvaluationException("'" + signature.name() + "' needs " + expected + " as its argument '" + parameter(index)
        + "', found " + found.described());
  }

  private String parameter(int index) {
    return signature.parameters().get(index);
  }
}
