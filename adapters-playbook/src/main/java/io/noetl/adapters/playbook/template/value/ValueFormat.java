package io.noetl.adapters.playbook.template.value;

/** {@code format(value, specification)} of every type. */
public final class ValueFormat {

  private ValueFormat() {}

  public static String format(Rendering rendering, PyValue value, String specification) {
    if (specification.isEmpty()) {
      return Printing.text(rendering, value);
    }
    FormatSpec spec = FormatSpec.parse(specification);
    return switch (value) {
      case PyText text -> text(rendering, text.value(), spec);
      case PyBool bool -> integer(rendering, PyInteger.of(bool.value() ? 1 : 0), spec);
      case PyInteger integer -> integer(rendering, integer, spec);
      case PyFloat number -> number(rendering, number.value(), spec);
      case PyUndefined undefined -> throw undefined.failure();
      default -> throw new EvaluationException(value.described() + " takes no format specification");
    };
  }

  private static String text(Rendering rendering, String text, FormatSpec spec) {
    if (spec.type() != 0 && spec.type() != 's') {
      throw unknown(spec, "str");
    }
    if (spec.sign() != '-' || spec.alternate() || spec.grouping() != 0 || (spec.align() == '=' && spec.fill() != '0')) {
      throw new EvaluationException("sign, '#', grouping and '=' are not for strings in a format specification");
    }
    int length = CodePoints.length(text);
    String cut = spec.precision() >= 0 && spec.precision() < length ? CodePoints.substring(text, 0, spec.precision()) : text;
    return spec.align() == '='
        ? new FormatSpec(spec.fill(), '<', '-', false, spec.width(), '\0', -1, 's').padded(rendering, "", cut, '<')
        : spec.padded(rendering, "", cut, '<');
  }

  private static String integer(Rendering rendering, PyInteger integer, FormatSpec spec) {
    return switch (spec.type()) {
      case '\0', 'd', 'b', 'o', 'x', 'X', 'n' -> {
        if (spec.precision() >= 0) {
          throw new EvaluationException("an integer takes no precision in a format specification");
        }
        yield NumberFormat.integer(rendering, integer.big(), spec);
      }
      case 'c' -> spec.padded(rendering, "", character(integer), '<');
      case 'e', 'E', 'f', 'F', 'g', 'G', '%' -> NumberFormat.number(rendering, Numbers.toDouble(integer), spec);
      default -> throw unknown(spec, "int");
    };
  }

  private static String number(Rendering rendering, double number, FormatSpec spec) {
    return switch (spec.type()) {
      case '\0', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%' -> NumberFormat.number(rendering, number, spec);
      default -> throw unknown(spec, "float");
    };
  }

  static String character(PyInteger integer) {
    if (!(integer instanceof PyInteger.Small small) || small.value() < 0 || small.value() > Character.MAX_CODE_POINT) {
      throw new EvaluationException("no character has the number " + integer.big());
    }
    return Character.toString((int) small.value());
  }

  private static EvaluationException unknown(FormatSpec spec, String type) {
    return new EvaluationException("unknown format code '" + spec.type() + "' for a " + type);
  }
}
