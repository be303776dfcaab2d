package io.noetl.adapters.playbook.template.value;

import java.math.BigInteger;
import java.util.List;

/**
 * How many operations it is to look at a value as a whole: what a filter, a test, a method or a look-up of a key may do
 * with it. Elements of lists and maps are counted where they are visited.
 */
public final class Cost {

  private static final int CHARACTERS = 8;
  private static final int BITS = 256;

  private Cost() {}

  public static long of(PyValue value) {
    return switch (value) {
      case PyText text -> text.value().length() / CHARACTERS;
      case PyBytes bytes -> bytes.latin1().length() / CHARACTERS;
      case PyInteger.Big integer -> bits(integer.big());
      case PyTuple tuple -> tuple.items().size();
      default -> 0;
    };
  }

  /** Adding, printing or comparing an integer takes time with its bits. */
  static long bits(BigInteger integer) {
    return integer.bitLength() / BITS;
  }

  /** Multiplying or dividing two integers takes time with the product of their bits. */
  static long product(BigInteger a, BigInteger b) {
    return (long) a.bitLength() * b.bitLength() / 4096;
  }

  public static long of(List<PyValue> values) {
    long cost = 0;
    for (int i = 0; i < values.size(); i++) {
      cost += of(values.get(i));
    }
    return cost;
  }

  /** The arguments of a call; the named ones count as one each. */
  public static long of(Arguments arguments) {
    long cost = of(arguments.positional()) + arguments.named().size();
    if (!arguments.named().isEmpty()) {
      for (PyValue value : arguments.named().values()) {
        cost += of(value);
      }
    }
    return cost;
  }
}
