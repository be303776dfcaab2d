package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.Equality;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.HashKey;
import io.noetl.adapters.playbook.template.value.Ordering;
import io.noetl.adapters.playbook.template.value.Ordering.Keyed;
import io.noetl.adapters.playbook.template.value.PyDict;
import io.noetl.adapters.playbook.template.value.PyIterator;
import io.noetl.adapters.playbook.template.value.PyList;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyTuple;
import io.noetl.adapters.playbook.template.value.PyUndefined;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.Sequences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Filters that sort, group and compare elements. Strings compare without regard to case unless told otherwise. */
final class OrderFilters {

  private OrderFilters() {}

  static void addTo(MethodTable<PyValue> table) {
    table
        .addNamed("sort", OrderFilters::sorted, 0, "reverse", "case_sensitive", "attribute")
        .addNamed("dictsort", OrderFilters::dictSorted, 0, "case_sensitive", "by", "reverse")
        .addNamed("groupby", OrderFilters::grouped, 1, "attribute", "default", "case_sensitive")
        .addNamed("unique", (r, v, a) -> PyIterator.generator(r, "unique", () -> unique(r, v, a)), 0, "case_sensitive", "attribute")
        .addNamed("min", (r, v, a) -> extreme(r, v, a, false), 0, "case_sensitive", "attribute")
        .addNamed("max", (r, v, a) -> extreme(r, v, a, true), 0, "case_sensitive", "attribute");
  }

  private static PyValue sorted(Rendering rendering, PyValue value, Bound arguments) {
    boolean caseSensitive = arguments.flag(1, false);
    List<ItemPath> paths = ItemPath.several(arguments.optional(2));
    List<Keyed> keyed = new ArrayList<>();
    for (PyValue item : Sequences.list(rendering, value)) {
      List<PyValue> keys = new ArrayList<>(paths.size());
      for (ItemPath path : paths) {
        keys.add(path.key(rendering, item, caseSensitive));
      }
      keyed.add(new Keyed(PyTuple.of(keys), item));
    }
    return new PyList(Ordering.sorted(rendering, keyed, arguments.integerFlag(0)));
  }

  private static PyValue dictSorted(Rendering rendering, PyValue value, Bound arguments) {
    String by = arguments.text(1, "key");
    if (!by.equals("key") && !by.equals("value")) {
      throw new EvaluationException("'dictsort' sorts by 'key' or 'value', not by '" + by + "'");
    }
    if (value instanceof PyUndefined undefined) {
      throw undefined.failure();
    }
    if (!(value instanceof PyDict dict)) {
      throw new EvaluationException("'dictsort' needs a map, found " + value.described());
    }
    boolean caseSensitive = arguments.flag(0, false);
    ItemPath whole = ItemPath.of(null, null);
    List<Keyed> keyed = new ArrayList<>();
    for (PyDict.Entry entry : dict.entries()) {
      PyValue key = whole.key(rendering, by.equals("key") ? entry.key() : entry.value(), caseSensitive);
      keyed.add(new Keyed(key, PyTuple.of(entry.key(), entry.value())));
    }
    return new PyList(Ordering.sorted(rendering, keyed, arguments.integerFlag(2)));
  }

  private static PyValue grouped(Rendering rendering, PyValue value, Bound arguments) {
    boolean caseSensitive = arguments.flag(2, false);
    ItemPath path = ItemPath.of(arguments.value(0), arguments.optional(1));
    List<Keyed> keyed = new ArrayList<>();
    for (PyValue item : Sequences.list(rendering, value)) {
      keyed.add(new Keyed(path.key(rendering, item, caseSensitive), item));
    }
    List<PyValue> groups = new ArrayList<>();
    List<PyValue> group = new ArrayList<>();
    PyValue groupKey = PyText.EMPTY;
    for (PyValue item : Ordering.sorted(rendering, keyed, false)) {
      PyValue key = path.key(rendering, item, caseSensitive);
      if (!group.isEmpty() && !Equality.equal(rendering, key, groupKey)) {
        groups.add(group(rendering, path, group));
        group = new ArrayList<>();
      }
      groupKey = key;
      group.add(item);
    }
    if (!group.isEmpty()) {
      groups.add(group(rendering, path, group));
    }
    return new PyList(groups);
  }

  private static PyTuple group(Rendering rendering, ItemPath path, List<PyValue> items) {
    return new PyTuple(List.of(path.in(rendering, items.getFirst()), new PyList(items)), List.of("grouper", "list"));
  }

  private static Iterator<PyValue> unique(Rendering rendering, PyValue value, Bound arguments) {
    boolean caseSensitive = arguments.flag(0, false);
    ItemPath path = ItemPath.of(arguments.optional(1), null);
    Set<Object> seen = new HashSet<>();
    List<PyValue> unique = new ArrayList<>();
    Iterator<PyValue> elements = Sequences.iterator(rendering, value);
    while (elements.hasNext()) {
      PyValue item = elements.next();
      if (seen.add(HashKey.of(path.key(rendering, item, caseSensitive)))) {
        rendering.elements(1);
        unique.add(item);
      }
    }
    return unique.iterator();
  }

  private static PyValue extreme(Rendering rendering, PyValue value, Bound arguments, boolean largest) {
    boolean caseSensitive = arguments.flag(0, false);
    ItemPath path = ItemPath.of(arguments.optional(1), null);
    Iterator<PyValue> elements = Sequences.iterator(rendering, value);
    if (!elements.hasNext()) {
      return PyUndefined.of(rendering, () -> "there is no " + (largest ? "largest" : "smallest") + " element in nothing");
    }
    PyValue best = elements.next();
    PyValue bestKey = path.key(rendering, best, caseSensitive);
    while (elements.hasNext()) {
      PyValue item = elements.next();
      PyValue key = path.key(rendering, item, caseSensitive);
      if (largest ? Ordering.holds(rendering, Ordering.Relation.GREATER, key, bestKey) : Ordering.less(rendering, key, bestKey)) {
        best = item;
        bestKey = key;
      }
    }
    return best;
  }
}
