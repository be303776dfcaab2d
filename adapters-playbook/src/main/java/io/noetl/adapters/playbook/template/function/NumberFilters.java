package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.Cost;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Numbers;
import io.noetl.adapters.playbook.template.value.Operations;
import io.noetl.adapters.playbook.template.value.PyFloat;
import io.noetl.adapters.playbook.template.value.PyInteger;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyUndefined;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.ValueFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Filters that make numbers and compute with them. */
final class NumberFilters {

  private static final String[] DECIMAL = {"kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"};
  private static final String[] BINARY = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"};

  private NumberFilters() {}

  static void addTo(MethodTable<PyValue> table) {
    table
        .addNamed("int", NumberFilters::integer, 0, "default", "base")
        .addNamed("float", NumberFilters::number, 0, "default")
        .addNamed("round", NumberFilters::rounded, 0, "precision", "method")
        .addNamed("abs", (r, v, a) -> absolute(r, v), 0)
        .addNamed("filesizeformat", (r, v, a) -> fileSize(r, v, a.flag(0, false)), 0, "binary");
  }

  private static PyValue integer(Rendering rendering, PyValue value, Bound arguments) {
    if (value instanceof PyUndefined undefined) {
      throw undefined.failure();
    }
    PyInteger whole = Numbers.integer(value);
    if (whole != null) {
      return whole;
    }
    if (value instanceof PyText text) {
      long cost = Math.min(5_000, text.value().length()) / 16;
      rendering.steps(cost * cost / 8);
      boolean base = arguments.optional(1) == null || Numbers.integer(arguments.value(1)) != null;
      PyInteger parsed = base ? NumberText.integer(text.value(), arguments.integer(1, 10)) : null;
      if (parsed != null) {
        return parsed;
      }
    }
    Double number = value instanceof PyText text ? NumberText.number(text.value())
        : value instanceof PyFloat f ? Double.valueOf(f.value()) : null;
    if (number == null || !Double.isFinite(number)) {
      return arguments.or(0, PyInteger.of(0));
    }
    return Numbers.truncated(number);
  }

  private static PyValue number(Rendering rendering, PyValue value, Bound arguments) {
    if (value instanceof PyUndefined undefined) {
      throw undefined.failure();
    }
    if (Numbers.isNumber(value)) {
      return new PyFloat(Numbers.toDouble(value));
    }
    Double number = value instanceof PyText text ? NumberText.number(text.value()) : null;
    return number == null ? arguments.or(0, new PyFloat(0)) : new PyFloat(number);
  }

  private static PyValue absolute(Rendering rendering, PyValue value) {
    PyInteger whole = Numbers.integer(value);
    if (whole != null) {
      return whole.big().signum() < 0 ? Operations.negative(rendering, whole) : whole;
    }
    if (value instanceof PyUndefined undefined) {
      throw undefined.failure();
    }
    if (value instanceof PyFloat number) {
      return new PyFloat(Math.abs(number.value()));
    }
    throw new EvaluationException("'abs' needs a number, found " + value.described());
  }

  private static PyValue rounded(Rendering rendering, PyValue value, Bound arguments) {
    int precision = Math.max(-400, Math.min(400, arguments.integer(0, 0)));
    String method = arguments.text(1, "common");
    if (value instanceof PyUndefined undefined) {
      throw undefined.failure();
    }
    if (!Numbers.isNumber(value)) {
      throw new EvaluationException("'round' needs a number, found " + value.described());
    }
    return switch (method) {
      case "common" -> common(rendering, value, precision);
      case "ceil", "floor" -> scaled(rendering, value, precision, method.equals("ceil"));
      default -> throw new EvaluationException("'round' knows the methods common, ceil and floor, not '" + method + "'");
    };
  }

  private static PyValue common(Rendering rendering, PyValue value, int precision) {
    PyInteger whole = Numbers.integer(value);
    if (whole != null) {
      long cost = Cost.of(whole);
      rendering.steps(cost * cost * 8);
      return precision >= 0 ? whole : PyInteger.of(
          new BigDecimal(whole.big()).setScale(precision, RoundingMode.HALF_EVEN).toBigInteger());
    }
    double number = Numbers.toDouble(value);
    if (!Double.isFinite(number)) {
      return value;
    }
    double rounded = new BigDecimal(number).setScale(precision, RoundingMode.HALF_EVEN).doubleValue();
    return new PyFloat(Math.copySign(rounded, number));
  }

  /** {@code ceil(value * 10 ** precision) / 10 ** precision}, or floor. */
  private static PyValue scaled(Rendering rendering, PyValue value, int precision, boolean up) {
    PyValue scale = Operations.power(rendering, PyInteger.of(10), PyInteger.of(precision));
    PyValue product = Operations.multiply(rendering, value, scale);
    PyInteger whole = Numbers.integer(product);
    if (whole == null) {
      double number = Numbers.toDouble(product);
      whole = Numbers.truncated(up ? Math.ceil(number) : Math.floor(number));
    }
    return Operations.divide(rendering, whole, scale);
  }

  private static PyValue fileSize(Rendering rendering, PyValue value, boolean binary) {
    Double parsed = value instanceof PyText text ? NumberText.number(text.value()) : null;
    double bytes = parsed == null ? Numbers.toDouble(value) : parsed;
    int base = binary ? 1024 : 1000;
    if (bytes == 1) {
      return PyText.of("1 Byte");
    }
    if (bytes < base) {
      return PyText.of(Numbers.truncated(bytes).big() + " Bytes");
    }
    int i = 0;
    while (i < DECIMAL.length - 1 && bytes >= Math.pow(base, i + 2)) {
      i++;
    }
    PyFloat shown = new PyFloat(base * bytes / Math.pow(base, i + 2));
    return PyText.of(ValueFormat.format(rendering, shown, ".1f") + " " + (binary ? BINARY : DECIMAL)[i]);
  }
}
