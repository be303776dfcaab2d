package io.noetl.adapters.playbook.template.value;

import org.jspecify.annotations.Nullable;

/**
 * {@code format % values}, after
 * https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting.
 */
public final class PercentFormat {

  private final Rendering rendering;
  private final String format;
  private final PyValue values;
  private final boolean safe;
  private final StringBuilder out = new StringBuilder();
  private int at;
  private int used;

  private PercentFormat(Rendering rendering, PyText format, PyValue values) {
    this.rendering = rendering;
    this.format = format.value();
    this.safe = format.safe();
    this.values = values;
  }

  /** {@code values} is a tuple, a dictionary for named values, or one value. */
  public static PyText format(Rendering rendering, PyText format, PyValue values) {
    PercentFormat run = new PercentFormat(rendering, format, values);
    run.run();
    String result = run.out.toString();
    rendering.characters(result.length());
    return format.safe() ? PyText.safe(result) : PyText.of(result);
  }

  private void run() {
    while (at < format.length()) {
      int percent = format.indexOf('%', at);
      out.append(format, at, percent < 0 ? format.length() : percent);
      at = percent < 0 ? format.length() : percent + 1;
      if (percent >= 0) {
        conversion();
      }
      rendering.length(out.length());
    }
    boolean unused = switch (values) {
      case PyTuple tuple -> used < tuple.size();
      case PyDict dict -> false;
      case PyList list -> false;
      default -> used == 0;
    };
    if (unused) {
      throw new EvaluationException("not all values are used by the format string");
    }
  }

  private void conversion() {
    int start = at;
    PyValue named = named();
    FormatSpec flags = flags();
    while (at < format.length() && "hlL".indexOf(format.charAt(at)) >= 0) {
      at++;
    }
    if (at == format.length()) {
      throw new EvaluationException("a format string that ends inside a conversion");
    }
    char type = format.charAt(at++);
    if (type == '%' && at == start + 1) {
      out.append('%');
      return;
    }
    if ("srdiufFeEgGxXoca".indexOf(type) < 0) {
      throw new EvaluationException("unknown conversion '%" + type + "' in a format string");
    }
    out.append(converted(named == null ? next() : named, flags.as(type)));
  }

  private @Nullable PyValue named() {
    if (at == format.length() || format.charAt(at) != '(') {
      return null;
    }
    int close = format.indexOf(')', at);
    if (close < 0) {
      throw new EvaluationException("a format string with '%(' but no ')'");
    }
    String key = format.substring(at + 1, close);
    at = close + 1;
    if (!(values instanceof PyDict dict)) {
      throw new EvaluationException("'%(" + key + ")' needs a map of values, found " + values.described());
    }
    PyValue value = dict.get(key);
    if (value == null) {
      throw new EvaluationException("the values of the format string have no key '" + key + "'");
    }
    return value;
  }

  private FormatSpec flags() {
    boolean left = false;
    boolean zero = false;
    boolean alternate = false;
    char sign = '-';
    for (; at < format.length() && "-0# +".indexOf(format.charAt(at)) >= 0; at++) {
      char flag = format.charAt(at);
      left |= flag == '-';
      zero |= flag == '0';
      alternate |= flag == '#';
      if (flag == '+' || (flag == ' ' && sign == '-')) {
        sign = flag;
      }
    }
    int width = number();
    char align = left || width < 0 ? '<' : zero ? '=' : '>';
    int fill = align == '=' ? '0' : ' ';
    return new FormatSpec(fill, align, sign, alternate, Math.abs(width), '\0', precision(), '\0');
  }

  private int precision() {
    if (at == format.length() || format.charAt(at) != '.') {
      return -1;
    }
    at++;
    return Math.max(0, number());
  }

  private int number() {
    if (at < format.length() && format.charAt(at) == '*') {
      at++;
      if (Numbers.integer(next()) instanceof PyInteger.Small small && Math.abs(small.value()) < 1_000_000_000) {
        return (int) small.value();
      }
      throw new EvaluationException("'*' in a format string needs an integer");
    }
    int start = at;
    while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
      at++;
    }
    return start == at ? 0 : FormatSpec.count(format.substring(start, at));
  }

  private PyValue next() {
    int index = used++;
    if (values instanceof PyTuple tuple) {
      if (index < tuple.size()) {
        return tuple.get(index);
      }
    } else if (index == 0) {
      return values;
    }
    throw new EvaluationException("not enough values for the format string");
  }

  private String converted(PyValue value, FormatSpec spec) {
    return switch (spec.type()) {
      case 's' -> text(shown(value), spec);
      case 'r' -> text(Printing.representation(rendering, value), spec);
      case 'a' -> text(Printing.ascii(rendering, value), spec);
      case 'c' -> text(character(value), spec);
      case 'd', 'i', 'u' -> integer(whole(value), spec.as('d'));
      case 'x', 'X', 'o' -> integer(exact(value, spec.type()), spec);
      default -> NumberFormat.number(rendering, real(value), spec);
    };
  }

  /** The text of a value, escaped where the format is markup and the value is not. */
  private String shown(PyValue value) {
    String text = Printing.text(rendering, value);
    return safe && !(value instanceof PyText markup && markup.safe()) ? Markup.escape(text) : text;
  }

  private String text(String text, FormatSpec spec) {
    String cut = spec.precision() >= 0 && spec.precision() < CodePoints.length(text)
        ? CodePoints.substring(text, 0, spec.precision())
        : text;
    char align = spec.align() == '=' ? '>' : spec.align();
    return new FormatSpec(' ', align, '-', false, spec.width(), '\0', -1, 's').padded(rendering, "", cut, '>');
  }

  private String integer(PyInteger value, FormatSpec spec) {
    if (spec.precision() < 0) {
      return NumberFormat.integer(rendering, value.big(), spec);
    }
    rendering.length(spec.precision());
    FormatSpec bare = new FormatSpec('0', '=', '-', false, spec.precision(), '\0', -1, spec.type());
    String digits = NumberFormat.integer(rendering, value.big().abs(), bare);
    String sign = value.big().signum() < 0 ? "-" : spec.sign() == '-' ? "" : String.valueOf(spec.sign());
    return spec.padded(rendering, sign, digits, '>');
  }

  private PyInteger whole(PyValue value) {
    if (value instanceof PyFloat number) {
      return Numbers.truncated(number.value());
    }
    return exact(value, 'd');
  }

  private static PyInteger exact(PyValue value, char type) {
    PyInteger integer = Numbers.integer(value);
    if (integer != null) {
      return integer;
    }
    throw mismatch(value, type, type == 'd' ? "a number" : "an integer");
  }

  private static double real(PyValue value) {
    if (!Numbers.isNumber(value)) {
      throw mismatch(value, 'f', "a number");
    }
    return Numbers.toDouble(value);
  }

  private static String character(PyValue value) {
    if (value instanceof PyText text && CodePoints.length(text.value()) == 1) {
      return text.value();
    }
    PyInteger integer = Numbers.integer(value);
    if (integer == null) {
      throw mismatch(value, 'c', "an integer or a single character");
    }
    return ValueFormat.character(integer);
  }

  private static EvaluationException mismatch(PyValue value, char type, String expected) {
    return value instanceof PyUndefined undefined
        ? undefined.failure()
        : new EvaluationException("'%" + type + "' needs " + expected + ", found " + value.described());
  }
}
