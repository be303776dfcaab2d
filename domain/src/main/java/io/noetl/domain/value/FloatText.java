package io.noetl.domain.value;

/**
 * The text of a double as Python's {@code repr} and {@code json.dumps} write it: the shortest digits that read back as
 * the same number, positional from 1e-4 up to below 1e16, else with an exponent of at least two digits ({@code 1e-05}).
 *
 * <p>The digits come from {@link Double#toString(double)}, which is the shortest form since JDK 19.
 */
public final class FloatText {

  private FloatText() {}

  /** The text of a finite {@code value}; {@code nan}, {@code inf} and {@code -inf} for the others. */
  public static String of(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    double magnitude = Math.abs(value);
    if (magnitude >= 1e-3 && magnitude < 1e7) {
      return Double.toString(value); // the range in which Java writes a double as Python does
    }
    String text = Double.toString(magnitude);
    String sign = Double.compare(value, 0.0) < 0 ? "-" : "";
    int e = text.indexOf('E');
    String mantissa = e < 0 ? text : text.substring(0, e);
    int exponent = e < 0 ? 0 : Integer.parseInt(text.substring(e + 1));
    int point = mantissa.indexOf('.');
    String digits = mantissa.substring(0, point) + mantissa.substring(point + 1);
    int scale = point + exponent;
    int oneDigit = oneDigit(digits, scale, magnitude);
    return sign + (oneDigit < 0 ? layOut(digits, scale) : layOut(oneDigit + "0", oneDigit == 10 ? scale + 1 : scale));
  }

  /**
   * The one digit (or 10) that reads back as the value, or -1: {@link Double#toString(double)} never gives fewer than two
   * digits, though one may do, as in 5e-324.
   */
  private static int oneDigit(String digits, int scale, double value) {
    if (digits.length() != 2 || digits.charAt(0) == '0' || digits.charAt(1) == '0') {
      return -1;
    }
    int rounded = (Integer.parseInt(digits) + 5) / 10;
    return Double.parseDouble(rounded + "e" + (scale - 1)) == value ? rounded : -1;
  }

  /** Lays out {@code 0.DIGITS × 10^scale}, where {@code scale} digits stand before the point. */
  private static String layOut(String digits, int scale) {
    int start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    int end = digits.length();
    while (end > start + 1 && digits.charAt(end - 1) == '0') {
      end--;
    }
    String significant = digits.substring(start, end);
    int pointAt = scale - start;
    if (significant.equals("0")) {
      return "0.0";
    }
    if (pointAt > 16 || pointAt < -3) {
      return scientific(significant, pointAt - 1);
    }
    if (pointAt <= 0) {
      return "0." + "0".repeat(-pointAt) + significant;
    }
    if (pointAt >= significant.length()) {
      return significant + "0".repeat(pointAt - significant.length()) + ".0";
    }
    return significant.substring(0, pointAt) + "." + significant.substring(pointAt);
  }

  private static String scientific(String significant, int exponent) {
    String fraction = significant.length() > 1 ? "." + significant.substring(1) : "";
    int magnitude = Math.abs(exponent);
    return significant.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + (magnitude < 10 ? "0" : "") + magnitude;
  }
}
