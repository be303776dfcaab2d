package io.noetl.adapters.playbook.template.value;

import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Elements that are made once the first is asked for: what is wrong with them fails then, and not at all if none is. A
 * failure lies where the elements were written down, not where they are asked for.
 */
final class LazyIterator implements Iterator<PyValue> {

  private final Rendering rendering;
  private final int at;
  private final Supplier<Iterator<PyValue>> source;
  private @Nullable Iterator<PyValue> elements;

  LazyIterator(Rendering rendering, Supplier<Iterator<PyValue>> source) {
    this.rendering = rendering;
    this.at = rendering.at();
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
    int asked = enter();
    boolean more = elements().hasNext();
    leave(asked);
    return more;
  }

  @Override
  public PyValue next() {
    int asked = enter();
    PyValue element = elements().next();
    leave(asked);
    return element;
  }

  private int enter() {
    int asked = rendering.at();
    rendering.at(at);
    rendering.enter();
    return asked;
  }

  private void leave(int asked) {
    rendering.leave();
    rendering.at(asked);
  }
}
