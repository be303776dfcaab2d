package io.noetl.domain.execution;

import io.noetl.domain.value.Value;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** The integers {@code from}, {@code from + step} … as a list that holds none of them. */
final class Counting extends AbstractList<Value> implements RandomAccess {

  private final long from;
  private final long step;
  private final int size;

  /** As many as there are before {@code to} is reached; {@code step} is not 0, the size fits an integer. */
  Counting(long from, long to, long step) {
    this.from = from;
    this.step = step;
    this.size = Math.toIntExact(count(from, to, step));
  }

  /** How many integers there are from {@code from} on before {@code to}. */
  static long count(long from, long to, long step) {
    boolean none = step > 0 ? from >= to : from <= to;
    return none ? 0 : Math.ceilDiv(Math.subtractExact(to, from), step);
  }

  @Override
  public Value get(int index) {
    return Value.of(from + Objects.checkIndex(index, size) * step);
  }

  @Override
  public int size() {
    return size;
  }
}
