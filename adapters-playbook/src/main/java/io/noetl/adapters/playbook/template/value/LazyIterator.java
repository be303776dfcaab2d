package io.noetl.adapters.playbook.template.value;

import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Elements that are made once the first is asked for: what is wrong with them fails then, and not at all if none is. */
final class LazyIterator implements Iterator<PyValue> {

  private final Supplier<Iterator<PyValue>> source;
  private @Nullable Iterator<PyValue> elements;

  LazyIterator(Supplier<Iterator<PyValue>> source) {
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
    return elements().hasNext();
  }

  @Override
  public PyValue next() {
    return elements().next();
  }
}
