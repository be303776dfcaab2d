package io.noetl.adapters.playbook.template.value;

import java.util.Iterator;
import java.util.function.Supplier;

/** Something that can be gone through once: what {@code map}, {@code select} and their like yield. */
public final class PyIterator implements PyValue {

  private final String typeName;
  private final String name;
  private final Iterator<PyValue> elements;

  /** {@code name} is what made it. */
  public PyIterator(String typeName, String name, Iterator<PyValue> elements) {
    this.typeName = typeName;
    this.name = name;
    this.elements = elements;
  }

  /** A generator whose elements are made once the first is asked for, and whose failures are blamed on where it was made. */
  public static PyIterator generator(Rendering rendering, String name, Supplier<Iterator<PyValue>> elements) {
    rendering.object();
    return new PyIterator("generator", name, new LazyIterator(rendering, elements));
  }

  public Iterator<PyValue> elements() {
    return elements;
  }

  public String name() {
    return name;
  }

  @Override
  public String typeName() {
    return typeName;
  }
}
