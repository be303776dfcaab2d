package io.noetl.adapters.playbook.template.value;

import java.util.List;

/** A tuple; {@code names} are those of a named tuple's fields, else empty. */
public record PyTuple(List<PyValue> items, List<String> names) implements PySequence {

  public PyTuple {
    items = List.copyOf(items);
  }

  public static PyTuple of(PyValue... items) {
    return new PyTuple(List.of(items), List.of());
  }

  public static PyTuple of(List<PyValue> items) {
    return new PyTuple(items, List.of());
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public PyValue get(int index) {
    return items.get(index);
  }

  @Override
  public String typeName() {
    return "tuple";
  }
}
