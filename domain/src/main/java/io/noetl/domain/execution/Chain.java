package io.noetl.domain.execution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An immutable linked list: putting an element in front costs O(1) and leaves the rest shared. */
final class Chain<T> {

  private static final Chain<?> EMPTY = new Chain<>(null, null, 0);

  private final @Nullable T head;
  private final @Nullable Chain<T> tail;
  private final int size;

  private Chain(@Nullable T head, @Nullable Chain<T> tail, int size) {
    this.head = head;
    this.tail = tail;
    this.size = size;
  }

  @SuppressWarnings("unchecked") // the empty chain holds no element
  static <T> Chain<T> empty() {
    return (Chain<T>) EMPTY;
  }

  /** The elements of {@code list} in its order, then those of this chain. */
  Chain<T> withFirst(List<T> list) {
    Chain<T> result = this;
    for (int i = list.size() - 1; i >= 0; i--) {
      result = result.withFirst(list.get(i));
    }
    return result;
  }

  Chain<T> withFirst(T element) {
    return new Chain<>(element, this, size + 1);
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The first element; the chain must not be empty. */
  T first() {
    if (head == null) {
      throw new IllegalStateException("an empty chain has no first element");
    }
    return head;
  }

  /** All but the first element; the chain must not be empty. */
  Chain<T> rest() {
    if (tail == null) {
      throw new IllegalStateException("an empty chain has no rest");
    }
    return tail;
  }

  /** The elements, the last one first: what was put in front first comes first. */
  List<T> reversed() {
    List<T> list = new ArrayList<>(size);
    for (Chain<T> at = this; !at.isEmpty(); at = at.rest()) {
      list.add(at.first());
    }
    Collections.reverse(list);
    return list;
  }
}
