package io.noetl.adapters.playbook.template.value;

import io.noetl.domain.value.FloatText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** The digits of a finite non-negative double in the presentations e, f, g and their like, rounded half to even. */
final class FloatFormat {

  private static final int MAX_PRECISION = 10_000;

  private FloatFormat() {}

  /** The text of a magnitude; {@code type} is one of {@code eEfFgG%n} or 0 for {@code str} with a precision. */
  static String digits(double magnitude, FormatSpec spec) {
    int precision = spec.precision() < 0 ? 6 : spec.precision();
    if (precision > MAX_PRECISION) {
      throw new EvaluationException("a precision of " + precision + " is too large");
    }
    return switch (spec.type()) {
      case 'e', 'E' -> cased(spec, exponential(new BigDecimal(magnitude), precision, spec.alternate()));
      case 'f', 'F' -> fixed(magnitude, precision, spec.alternate());
      case '%' -> fixed(magnitude * 100, precision, spec.alternate()) + "%";
      case 'g', 'G', 'n' -> cased(spec, general(magnitude, Math.max(precision, 1), spec.alternate(), false));
      default -> spec.precision() < 0
          ? FloatText.of(magnitude)
          : general(magnitude, Math.max(precision, 1), spec.alternate(), true);
    };
  }

  private static String cased(FormatSpec spec, String text) {
    return Character.isUpperCase(spec.type()) ? text.toUpperCase(Locale.ROOT) : text;
  }

  private static String fixed(double magnitude, int precision, boolean keepPoint) {
    if (!Double.isFinite(magnitude)) {
      return FloatText.of(magnitude);
    }
    String text = new BigDecimal(magnitude).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    return keepPoint && precision == 0 ? text + "." : text;
  }

  private static String exponential(BigDecimal value, int precision, boolean keepPoint) {
    BigDecimal rounded = value.round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
    String digits = rounded.unscaledValue().toString();
    int exponent = rounded.signum() == 0 ? 0 : digits.length() - 1 - rounded.scale();
    StringBuilder out = new StringBuilder().append(digits.charAt(0));
    if (precision > 0 || keepPoint) {
      out.append('.');
    }
    String fraction = digits.substring(1, Math.min(digits.length(), precision + 1));
    out.append(fraction).append("0".repeat(precision - fraction.length()));
    int magnitude = Math.abs(exponent);
    return out.append('e').append(exponent < 0 ? '-' : '+').append(magnitude < 10 ? "0" : "").append(magnitude).toString();
  }

  /** {@code asText}: one more rule of {@code format(x, '.3')}, a point and digit in fixed notation. */
  private static String general(double magnitude, int precision, boolean keepZeros, boolean asText) {
    BigDecimal rounded = new BigDecimal(magnitude).round(new MathContext(precision, RoundingMode.HALF_EVEN));
    int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - 1 - rounded.scale();
    int limit = asText ? precision - 1 : precision;
    if (exponent < -4 || exponent >= Math.max(limit, asText ? 0 : 1)) {
      String text = exponential(new BigDecimal(magnitude), precision - 1, keepZeros);
      int e = text.indexOf('e');
      return keepZeros ? text : stripped(text.substring(0, e)) + text.substring(e);
    }
    String text = rounded.setScale(Math.max(precision - 1 - exponent, 0), RoundingMode.HALF_EVEN).toPlainString();
    String result = keepZeros ? text : stripped(text);
    return asText && result.indexOf('.') < 0 ? result + ".0" : result;
  }

  private static String stripped(String text) {
    if (text.indexOf('.') < 0) {
      return text;
    }
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
  }
}
