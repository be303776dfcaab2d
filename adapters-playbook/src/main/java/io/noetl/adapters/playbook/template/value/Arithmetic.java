package io.noetl.adapters.playbook.template.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Python's arithmetic on numbers: integers without limit but {@link Limits#integerBits}, division to floats, floor
 * division and modulo that round towards minus infinity.
 */
public final class Arithmetic {

  private static final MathContext DIVISION = new MathContext(60);

  private Arithmetic() {}

  /** {@code a + b} of two numbers. */
  static PyValue add(Rendering rendering, PyValue a, PyValue b) {
    PyInteger x = Numbers.integer(a);
    PyInteger y = Numbers.integer(b);
    if (x == null || y == null) {
      return new PyFloat(Numbers.toDouble(a) + Numbers.toDouble(b));
    }
    if (x instanceof PyInteger.Small p && y instanceof PyInteger.Small q) {
      long sum = p.value() + q.value();
      if (((p.value() ^ sum) & (q.value() ^ sum)) >= 0) {
        return PyInteger.of(sum);
      }
    }
    rendering.steps(Cost.of(x) + Cost.of(y));
    return bounded(rendering, x.big().add(y.big()));
  }

  static PyValue subtract(Rendering rendering, PyValue a, PyValue b) {
    PyInteger x = Numbers.integer(a);
    PyInteger y = Numbers.integer(b);
    if (x == null || y == null) {
      return new PyFloat(Numbers.toDouble(a) - Numbers.toDouble(b));
    }
    if (x instanceof PyInteger.Small p && y instanceof PyInteger.Small q) {
      long difference = p.value() - q.value();
      if (((p.value() ^ q.value()) & (p.value() ^ difference)) >= 0) {
        return PyInteger.of(difference);
      }
    }
    rendering.steps(Cost.of(x) + Cost.of(y));
    return bounded(rendering, x.big().subtract(y.big()));
  }

  static PyValue multiply(Rendering rendering, PyValue a, PyValue b) {
    PyInteger x = Numbers.integer(a);
    PyInteger y = Numbers.integer(b);
    if (x == null || y == null) {
      return new PyFloat(Numbers.toDouble(a) * Numbers.toDouble(b));
    }
    if (x instanceof PyInteger.Small p && y instanceof PyInteger.Small q) {
      long high = Math.multiplyHigh(p.value(), q.value());
      long low = p.value() * q.value();
      if (high == low >> 63) {
        return PyInteger.of(low);
      }
    }
    BigInteger p = x.big();
    BigInteger q = y.big();
    rendering.integerBits((long) p.bitLength() + q.bitLength());
    rendering.steps(1 + Cost.product(p, q));
    return PyInteger.of(p.multiply(q));
  }

  static PyValue divide(Rendering rendering, PyValue a, PyValue b) {
    PyInteger x = Numbers.integer(a);
    PyInteger y = Numbers.integer(b);
    if (isZero(b)) {
      throw new EvaluationException("division by zero");
    }
    if (x instanceof PyInteger.Big || y instanceof PyInteger.Big) {
      if (x != null && y != null) {
        rendering.steps(Cost.product(x.big(), x.big()) + Cost.product(y.big(), y.big()));
        double quotient = new BigDecimal(x.big()).divide(new BigDecimal(y.big()), DIVISION).doubleValue();
        if (Double.isInfinite(quotient)) {
          throw new EvaluationException("the quotient is too large for a float");
        }
        return new PyFloat(quotient);
      }
    }
    return new PyFloat(Numbers.toDouble(a) / Numbers.toDouble(b));
  }

  static PyValue floorDivide(Rendering rendering, PyValue a, PyValue b) {
    if (isZero(b)) {
      throw new EvaluationException("division by zero");
    }
    PyInteger x = Numbers.integer(a);
    PyInteger y = Numbers.integer(b);
    if (x == null || y == null) {
      return new PyFloat(floorQuotient(Numbers.toDouble(a), Numbers.toDouble(b)));
    }
    if (x instanceof PyInteger.Small p && y instanceof PyInteger.Small q && q.value() != -1) {
      return PyInteger.of(Math.floorDiv(p.value(), q.value()));
    }
    rendering.steps(Cost.product(x.big(), y.big()));
    BigInteger[] parts = x.big().divideAndRemainder(y.big());
    boolean down = parts[1].signum() != 0 && parts[1].signum() != y.big().signum();
    return PyInteger.of(down ? parts[0].subtract(BigInteger.ONE) : parts[0]);
  }

  private static double floorQuotient(double a, double b) {
    double modulo = floorModulo(a, b);
    double quotient = (a - modulo) / b;
    if (quotient == 0) {
      return Math.copySign(0.0, a / b);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  static PyValue modulo(Rendering rendering, PyValue a, PyValue b) {
    if (isZero(b)) {
      throw new EvaluationException("modulo by zero");
    }
    PyInteger x = Numbers.integer(a);
    PyInteger y = Numbers.integer(b);
    if (x == null || y == null) {
      return new PyFloat(floorModulo(Numbers.toDouble(a), Numbers.toDouble(b)));
    }
    if (x instanceof PyInteger.Small p && y instanceof PyInteger.Small q) {
      return PyInteger.of(Math.floorMod(p.value(), q.value()));
    }
    rendering.steps(Cost.product(x.big(), y.big()));
    BigInteger remainder = x.big().remainder(y.big());
    boolean adjust = remainder.signum() != 0 && remainder.signum() != y.big().signum();
    return PyInteger.of(adjust ? remainder.add(y.big()) : remainder);
  }

  private static double floorModulo(double a, double b) {
    double remainder = a % b;
    if (remainder == 0) {
      return Math.copySign(0.0, b);
    }
    return remainder < 0 != b < 0 ? remainder + b : remainder;
  }

  static PyValue power(Rendering rendering, PyValue a, PyValue b) {
    PyInteger base = Numbers.integer(a);
    PyInteger exponent = Numbers.integer(b);
    if (base != null && exponent != null && exponent.big().signum() >= 0) {
      return power(rendering, base.big(), exponent.big());
    }
    double x = Numbers.toDouble(a);
    double y = Numbers.toDouble(b);
    if (x == 0 && y < 0) {
      throw new EvaluationException("0 cannot be raised to a negative power");
    }
    if (x < 0 && y != Math.rint(y) && !Double.isInfinite(x)) {
      throw new EvaluationException("a negative number to a fractional power is no real number");
    }
    double result = x == 1 ? 1 : Math.pow(x, y);
    if (Double.isInfinite(result) && !Double.isInfinite(x) && !Double.isInfinite(y)) {
      throw new EvaluationException("the power is too large for a float");
    }
    return new PyFloat(result);
  }

  private static PyValue power(Rendering rendering, BigInteger base, BigInteger exponent) {
    if ((base.bitLength() <= 1 && base.signum() >= 0) || base.equals(BigInteger.ONE.negate())) {
      boolean odd = exponent.testBit(0);
      return PyInteger.of(exponent.signum() == 0 ? BigInteger.ONE : base.signum() >= 0 || odd ? base : BigInteger.ONE);
    }
    long bits = exponent.bitLength() > 31 ? Long.MAX_VALUE : (base.abs().bitLength() - 1L) * exponent.intValue();
    rendering.integerBits(bits);
    rendering.steps(1 + bits / 64 * (bits / 64) / 16);
    return bounded(rendering, base.pow(exponent.intValueExact()));
  }

  static PyValue negative(PyValue value) {
    return value instanceof PyFloat number ? new PyFloat(-number.value()) : negative(Numbers.integer(value));
  }

  private static PyValue negative(@Nullable PyInteger integer) {
    if (integer == null) {
      throw new IllegalArgumentException("no number");
    }
    return integer instanceof PyInteger.Small small && small.value() != Long.MIN_VALUE
        ? PyInteger.of(-small.value())
        : PyInteger.of(integer.big().negate());
  }

  private static boolean isZero(PyValue value) {
    return !Truth.of(value);
  }

  private static PyInteger bounded(Rendering rendering, BigInteger value) {
    rendering.integerBits(value.bitLength());
    return PyInteger.of(value);
  }
}
