package io.noetl.adapters.playbook.template.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** What numbers, booleans included, have in common. */
public final class Numbers {

  private Numbers() {}

  public static boolean isNumber(PyValue value) {
    return value instanceof PyInteger || value instanceof PyFloat || value instanceof PyBool;
  }

  /** The integer that a value is, booleans counting as 0 and 1; null for all else, floats included. */
  public static @Nullable PyInteger integer(PyValue value) {
    return switch (value) {
      case PyInteger integer -> integer;
      case PyBool bool -> PyInteger.of(bool.value() ? 1 : 0);
      default -> null;
    };
  }

  /** The nearest double of an integer; fails beyond the range of doubles. */
  public static double toDouble(PyInteger integer) {
    if (integer instanceof PyInteger.Small small) {
      return small.value();
    }
    double value = integer.big().doubleValue();
    if (Double.isInfinite(value)) {
      throw new EvaluationException("an integer is too large for a float");
    }
    return value;
  }

  /** The double of any number; fails for all else. */
  public static double toDouble(PyValue value) {
    if (value instanceof PyFloat number) {
      return number.value();
    }
    PyInteger integer = integer(value);
    if (integer == null) {
      throw new EvaluationException("expected a number, found " + value.described());
    }
    return toDouble(integer);
  }

  /** How many operations it is to compare two numbers. */
  static long comparison(PyValue a, PyValue b) {
    boolean mixed = a instanceof PyFloat || b instanceof PyFloat;
    long bits = Cost.of(a) + Cost.of(b);
    return mixed ? bits * bits / 16 : bits;
  }

  /** Order of two numbers by their exact values; null when one is NaN. */
  public static @Nullable Integer compare(PyValue a, PyValue b) {
    PyInteger x = integer(a);
    PyInteger y = integer(b);
    if (x instanceof PyInteger.Small p && y instanceof PyInteger.Small q) {
      return Long.compare(p.value(), q.value());
    }
    if (x != null && y != null) {
      return x.big().compareTo(y.big());
    }
    if (x == null && y == null) {
      return compare(((PyFloat) a).value(), ((PyFloat) b).value());
    }
    if (x != null) {
      return compare(x, ((PyFloat) b).value());
    }
    Integer reversed = y == null ? null : compare(y, ((PyFloat) a).value());
    return reversed == null ? null : -reversed;
  }

  private static @Nullable Integer compare(double a, double b) {
    if (Double.isNaN(a) || Double.isNaN(b)) {
      return null;
    }
    return a < b ? -1 : a > b ? 1 : 0;
  }

  private static @Nullable Integer compare(PyInteger integer, double number) {
    if (Double.isNaN(number)) {
      return null;
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? -1 : 1;
    }
    if (integer instanceof PyInteger.Small small && Math.abs(small.value()) < 1L << 53) {
      return compare((double) small.value(), number);
    }
    return new BigDecimal(integer.big()).compareTo(new BigDecimal(number));
  }

  /** The integer part of a float, towards zero. */
  public static PyInteger truncated(double value) {
    if (!Double.isFinite(value)) {
      throw new EvaluationException("cannot convert float " + (Double.isNaN(value) ? "NaN" : "infinity") + " to integer");
    }
    return Math.abs(value) < 0x1p62 ? PyInteger.of((long) value) : PyInteger.of(whole(value));
  }

  private static BigInteger whole(double value) {
    return new BigDecimal(value).toBigInteger();
  }
}
