package io.noetl.domain.execution;

import io.noetl.domain.value.Value;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;

/** A list in pieces of a fixed length, the last of which may be shorter. */
final class Chunks extends AbstractList<Value> {

  private final List<Value> items;
  private final int length;

  Chunks(List<Value> items, int length) {
    this.items = items;
    this.length = length;
  }

  @Override
  public Value get(int index) {
    int from = Objects.checkIndex(index, size()) * length;
    return Value.of(List.copyOf(items.subList(from, Math.min(items.size(), from + length))));
  }

  @Override
  public int size() {
    return Math.ceilDiv(items.size(), length);
  }
}
