package io.noetl.adapters.playbook.template.syntax;

import java.util.List;

/** What an assignment or loop binds. */
public sealed interface Target {

  int at();

  record NameTarget(String name, int at) implements Target {}

  /** {@code namespace.attribute}, in {@code set} only. */
  record AttributeTarget(String namespace, String attribute, int at) implements Target {}

  record TupleTarget(List<Target> items, int at) implements Target {
    public TupleTarget {
      items = List.copyOf(items);
    }
  }
}
