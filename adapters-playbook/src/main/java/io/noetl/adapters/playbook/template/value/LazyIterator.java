package io.noetl.adapters.playbook.template.value;

import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Elements that are made once the first is asked for: what is wrong with them fails then, and not at all if none is. A
 * failure lies where the elements were written down, not where they are asked for.
 */
final class LazyIterator implements Iterator<PyValue> {

  private final int at;
  private final Supplier<Iterator<PyValue>> source;
  private @Nullable Iterator<PyValue> elements;

  LazyIterator(int at, Supplier<Iterator<PyValue>> source) {
    this.at = at;
    this.source = source;
  }

  private Iterator<PyValue> elements() {
    Iterator<PyValue> current = elements;
    if (current == null) {
      current = source.get();
      elements = current;
    }
    return current;
  }

  @Override
  public boolean hasNext() {
    try {
      return elements().hasNext();
    } catch (EvaluationException failure) {
      throw failure.orAt(at);
    }
  }

  @Override
  public PyValue next() {
    try {
      return elements().next();
    } catch (EvaluationException failure) {
      throw failure.orAt(at);
    }
  }
}
