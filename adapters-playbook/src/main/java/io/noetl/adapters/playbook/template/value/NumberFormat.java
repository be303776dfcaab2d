package io.noetl.adapters.playbook.template.value;

import io.noetl.domain.value.FloatText;
import java.math.BigInteger;
import java.util.Locale;

/** Lays out numbers by a {@link FormatSpec}. */
final class NumberFormat {

  private NumberFormat() {}

  static String integer(Rendering rendering, BigInteger value, FormatSpec spec) {
    rendering.steps(Cost.product(value, value) / 16);
    String digits = switch (spec.type()) {
      case 'b' -> value.abs().toString(2);
      case 'o' -> value.abs().toString(8);
      case 'x' -> value.abs().toString(16);
      case 'X' -> value.abs().toString(16).toUpperCase(Locale.ROOT);
      default -> Printing.digits(value.abs());
    };
    String prefix = spec.alternate() && "boxX".indexOf(spec.type()) >= 0 && spec.type() != 0 ? "0" + spec.type() : "";
    int group = "boxX".indexOf(spec.type()) >= 0 && spec.type() != 0 ? 4 : 3;
    return laidOut(rendering, sign(value.signum() < 0, spec) + prefix, digits, "", spec, group);
  }

  static String number(Rendering rendering, double value, FormatSpec spec) {
    boolean negative = value < 0 || 1 / value < 0;
    String sign = sign(negative, spec);
    if (!Double.isFinite(value)) {
      String word = FloatText.of(Math.abs(value)) + (spec.type() == '%' ? "%" : "");
      String shown = Character.isUpperCase(spec.type()) ? word.toUpperCase(Locale.ROOT) : word;
      return spec.padded(rendering, Double.isNaN(value) && spec.sign() == '-' ? "" : sign, shown, '>');
    }
    String digits = FloatFormat.digits(Math.abs(value), spec);
    int whole = 0;
    while (whole < digits.length() && Character.isDigit(digits.charAt(whole))) {
      whole++;
    }
    return laidOut(rendering, sign, digits.substring(0, whole), digits.substring(whole), spec, 3);
  }

  private static String sign(boolean negative, FormatSpec spec) {
    return negative ? "-" : spec.sign() == '-' ? "" : String.valueOf(spec.sign());
  }

  private static String laidOut(
      Rendering rendering, String prefix, String whole, String rest, FormatSpec spec, int group) {
    if (spec.grouping() == 0) {
      return spec.padded(rendering, prefix, whole + rest, '>');
    }
    String digits = whole;
    if (spec.align() == '=' && spec.fill() == '0') {
      rendering.length(spec.width());
      int room = spec.width() - prefix.length() - rest.length();
      int zeros = 0;
      while (digits.length() + zeros + (digits.length() + zeros - 1) / group < room) {
        zeros++;
      }
      rendering.characters(zeros);
      digits = "0".repeat(zeros) + digits;
    }
    return spec.padded(rendering, prefix, grouped(digits, spec.grouping(), group) + rest, '>');
  }

  private static String grouped(String digits, char separator, int group) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % group == 0) {
        out.append(separator);
      }
      out.append(digits.charAt(i));
    }
    return out.toString();
  }
}
