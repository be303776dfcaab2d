package io.noetl.adapters.playbook.template.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands for a value in a hash table: two values have equal stand-ins exactly when Python holds them for the same
 * key ({@code 1}, {@code 1.0} and {@code True} are one key).
 */
public final class HashKey {

  private HashKey() {}

  private record TupleKey(List<Object> items) {}

  private record BytesKey(String latin1) {}

  /** Objects that are only equal to themselves. */
  private record IdentityKey(Object object) {
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
      return other instanceof IdentityKey key && key.object == object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }
  }

  /** How many parts the tuples of a key may have in all, and how deep they may nest. */
  private static final int MAX_PARTS = 1_000;

  private static final int MAX_DEPTH = 50;

  /** The stand-in of a key. Lists and dictionaries cannot be keys. */
  public static Object of(PyValue key) {
    return key instanceof PyTuple tuple ? tuple(tuple, new int[1], 0) : single(key);
  }

  private static TupleKey tuple(PyTuple tuple, int[] parts, int depth) {
    parts[0] += tuple.size();
    if (parts[0] > MAX_PARTS) {
      throw new EvaluationException("a tuple of more than " + MAX_PARTS + " parts cannot be the key of a map");
    }
    if (depth == MAX_DEPTH) {
      throw new EvaluationException("a tuple that nests deeper than " + MAX_DEPTH + " levels cannot be the key of a map");
    }
    List<Object> items = new ArrayList<>(tuple.size());
    for (PyValue item : tuple.items()) {
      items.add(item instanceof PyTuple inner ? tuple(inner, parts, depth + 1) : single(item));
    }
    return new TupleKey(items);
  }

  private static Object single(PyValue key) {
    return switch (key) {
      case PyText text -> text.value();
      case PyInteger.Small integer -> integer.value();
      case PyInteger.Big integer -> integer.big();
      case PyBool bool -> bool.value() ? 1L : 0L;
      case PyFloat number -> number(number.value());
      case PyNone none -> none;
      case PyBytes bytes -> new BytesKey(bytes.latin1());
      case PyTuple tuple -> of(tuple);
      case PyRange range -> range;
      case PyUndefined undefined -> {
        undefined.use();
        yield PyUndefined.class;
      }
      case PyList list -> throw unhashable(list);
      case PyDict dict -> throw unhashable(dict);
      case PyDictView view -> {
        if (view.kind() != PyDictView.Kind.VALUES) {
          throw unhashable(view);
        }
        yield new IdentityKey(view);
      }
      case PyIterator iterator -> new IdentityKey(iterator);
      case PyFunction function -> new IdentityKey(function);
      case PyObject object -> new IdentityKey(object);
      case PyNamespace namespace -> new IdentityKey(namespace);
    };
  }

  private static EvaluationException unhashable(PyValue value) {
    return new EvaluationException(value.described() + " cannot be the key of a map");
  }

  private static Object number(double value) {
    if (value != Math.rint(value) || Double.isInfinite(value)) {
      return value;
    }
    if (Math.abs(value) < 0x1p62) {
      return (long) value;
    }
    BigInteger whole = new BigDecimal(value).toBigInteger();
    return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
  }
}
