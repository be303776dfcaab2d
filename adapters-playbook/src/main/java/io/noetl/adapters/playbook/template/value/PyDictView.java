package io.noetl.adapters.playbook.template.value;

import java.util.ArrayList;
import java.util.List;

/** What {@code keys()}, {@code values()} and {@code items()} of a dictionary yield: a live view. */
public record PyDictView(PyDict dict, Kind kind) implements PyValue {

  /** Which part of the entries is seen. */
  public enum Kind {
    KEYS("dict_keys"),
    VALUES("dict_values"),
    ITEMS("dict_items");

    private final String typeName;

    Kind(String typeName) {
      this.typeName = typeName;
    }
  }

  /** The elements as they are now. */
  public List<PyValue> elements() {
    if (kind == Kind.KEYS) {
      return dict.keys();
    }
    List<PyValue> elements = new ArrayList<>(dict.size());
    for (PyDict.Entry entry : dict.entries()) {
      elements.add(kind == Kind.VALUES ? entry.value() : PyTuple.of(entry.key(), entry.value()));
    }
    return elements;
  }

  @Override
  public String typeName() {
    return kind.typeName;
  }
}
