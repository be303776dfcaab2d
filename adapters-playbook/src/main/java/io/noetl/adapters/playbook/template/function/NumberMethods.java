package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Printing;
import io.noetl.adapters.playbook.template.value.PyBool;
import io.noetl.adapters.playbook.template.value.PyBytes;
import io.noetl.adapters.playbook.template.value.PyFloat;
import io.noetl.adapters.playbook.template.value.PyInteger;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyTuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;

/** The methods of {@code int}, {@code float} and {@code bytes}. */
final class NumberMethods {

  static final MethodTable<PyInteger> INTEGER = new MethodTable<PyInteger>()
      .add("bit_length", (r, n, a) -> PyInteger.of(n.big().abs().bitLength()), 0)
      .add("bit_count", (r, n, a) -> PyInteger.of(n.big().abs().bitCount()), 0)
      .add("conjugate", (r, n, a) -> n, 0)
      .add("as_integer_ratio", (r, n, a) -> PyTuple.of(n, PyInteger.of(1)), 0);

  static final MethodTable<PyFloat> FLOAT = new MethodTable<PyFloat>()
      .add("is_integer", (r, n, a) -> PyBool.of(Double.isFinite(n.value()) && n.value() == Math.rint(n.value())), 0)
      .add("conjugate", (r, n, a) -> n, 0)
      .add("hex", (r, n, a) -> PyText.of(hexadecimal(n.value())), 0)
      .add("as_integer_ratio", (r, n, a) -> ratio(n.value()), 0);

  static final MethodTable<PyBytes> BYTES = new MethodTable<PyBytes>()
      .addNamed("decode", (r, bytes, a) -> TextEncoding.decoded(bytes, a.text(0, "utf-8"), a.text(1, "strict")), 0,
          "encoding", "errors")
      .add("hex", (r, bytes, a) -> r.text(HexFormat.of().formatHex(TextEncoding.bytes(bytes))), 0);

  private NumberMethods() {}

  /** All 13 digits of the fraction, where {@link Double#toHexString} leaves zeros out, and the sign of the exponent. */
  private static String hexadecimal(double value) {
    if (!Double.isFinite(value)) {
      return Printing.number(value);
    }
    String sign = Math.copySign(1, value) < 0 ? "-" : "";
    long bits = Double.doubleToRawLongBits(Math.abs(value));
    if (bits == 0) {
      return sign + "0x0.0p+0";
    }
    int exponent = (int) (bits >> 52);
    String fraction = HexFormat.of().toHexDigits(bits & 0xfffffffffffffL, 13);
    int power = exponent == 0 ? -1022 : exponent - 1023;
    return sign + (exponent == 0 ? "0x0." : "0x1.") + fraction + "p" + (power < 0 ? "" : "+") + power;
  }

  private static PyTuple ratio(double value) {
    if (!Double.isFinite(value)) {
      throw new EvaluationException("infinity and NaN are no ratio");
    }
    BigDecimal exact = new BigDecimal(value).stripTrailingZeros();
    BigInteger denominator = BigInteger.TEN.pow(Math.max(0, exact.scale()));
    BigInteger numerator = exact.multiply(new BigDecimal(denominator)).toBigIntegerExact();
    BigInteger divisor = numerator.gcd(denominator).max(BigInteger.ONE);
    return PyTuple.of(PyInteger.of(numerator.divide(divisor)), PyInteger.of(denominator.divide(divisor)));
  }
}
