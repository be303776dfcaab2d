package io.noetl.adapters.playbook.template.value;

import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list: a view of an immutable list of the playbook until something changes it. Where the template may change
 * containers a view keeps the elements that it has handed out, so that a change to one is seen through all.
 */
public final class PyList implements PySequence {

  private final @Nullable ListValue origin;
  private final boolean keeps;
  private @Nullable List<PyValue> items;

  public PyList(List<PyValue> items) {
    this.origin = null;
    this.keeps = false;
    this.items = items;
  }

  PyList(ListValue origin, boolean keeps) {
    this.origin = origin;
    this.keeps = keeps;
  }

  @Override
  public int size() {
    List<PyValue> own = items;
    return own != null || origin == null ? mutable().size() : origin.items().size();
  }

  @Override
  public PyValue get(int index) {
    List<PyValue> own = items;
    if (own != null) {
      return own.get(index);
    }
    return keeps || origin == null ? mutable().get(index) : Wrapping.wrap(origin.items().get(index), false);
  }

  /** The elements as a list that may be changed. */
  public List<PyValue> mutable() {
    List<PyValue> own = items;
    if (own == null) {
      own = new ArrayList<>();
      if (origin != null) {
        for (Value item : origin.items()) {
          own.add(Wrapping.wrap(item, keeps));
        }
      }
      items = own;
    }
    return own;
  }

  /** The list of the playbook that this is a view of, as long as nothing can have changed it. */
  public @Nullable ListValue untouched() {
    return items == null ? origin : null;
  }

  /** What makes this the same object as another view. */
  Object identity() {
    return origin == null ? this : origin;
  }

  @Override
  public String typeName() {
    return "list";
  }
}
