package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.Arguments;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Printing;
import io.noetl.adapters.playbook.template.value.PyIterator;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.Sequences;
import io.noetl.adapters.playbook.template.value.Truth;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** {@code map}, {@code select} and their like. They yield generators: elements are looked at one by one when asked for. */
final class SelectionFilters {

  private SelectionFilters() {}

  static void addTo(MethodTable<PyValue> table) {
    table
        .add("map", SelectionFilters::map)
        .add("select", (r, v, a) -> selected(r, v, a, "select", false, true))
        .add("reject", (r, v, a) -> selected(r, v, a, "reject", false, false))
        .add("selectattr", (r, v, a) -> selected(r, v, a, "selectattr", true, true))
        .add("rejectattr", (r, v, a) -> selected(r, v, a, "rejectattr", true, false));
  }

  private static PyValue map(Rendering rendering, PyValue value, Arguments arguments) {
    if (!Truth.of(value)) {
      return PyIterator.generator("map", Collections.emptyIterator());
    }
    UnaryOperator<PyValue> function = mapper(rendering, arguments);
    Iterator<PyValue> elements = Sequences.iterator(rendering, value);
    return PyIterator.generator("map", new Iterator<>() {
      @Override
      public boolean hasNext() {
        rendering.enter();
        boolean more = elements.hasNext();
        rendering.leave();
        return more;
      }

      @Override
      public PyValue next() {
        rendering.enter();
        PyValue mapped = function.apply(elements.next());
        rendering.leave();
        return mapped;
      }
    });
  }

  private static UnaryOperator<PyValue> mapper(Rendering rendering, Arguments arguments) {
    PyValue attribute = arguments.named().get("attribute");
    if (arguments.positional().isEmpty() && attribute != null) {
      Map<String, PyValue> others = new HashMap<>(arguments.named());
      others.keySet().removeAll(Set.of("attribute", "default"));
      if (!others.isEmpty()) {
        throw new EvaluationException("'map' with 'attribute' takes no argument '" + others.keySet().iterator().next() + "'");
      }
      ItemPath path = ItemPath.of(attribute, arguments.named().get("default"));
      return item -> path.in(rendering, item);
    }
    String name = name(rendering, arguments, 0);
    if (name == null) {
      throw new EvaluationException("'map' needs the name of a filter, or 'attribute'");
    }
    Arguments rest = arguments.from(1);
    return item -> Filters.apply(rendering, name, item, rest);
  }

  private static @Nullable String name(Rendering rendering, Arguments arguments, int index) {
    if (arguments.positional().size() <= index) {
      return null;
    }
    PyValue name = arguments.positional().get(index);
    return name instanceof PyText text ? text.value() : Printing.text(rendering, name);
  }

  private static PyValue selected(
      Rendering rendering, PyValue value, Arguments arguments, String filter, boolean byAttribute, boolean wanted) {
    if (!Truth.of(value)) {
      return PyIterator.generator(filter, Collections.emptyIterator());
    }
    if (byAttribute && arguments.positional().isEmpty()) {
      throw new EvaluationException("'" + filter + "' needs the name of an attribute");
    }
    ItemPath path = byAttribute ? ItemPath.of(arguments.positional().getFirst(), null) : ItemPath.of(null, null);
    int used = byAttribute ? 1 : 0;
    String test = name(rendering, arguments, used);
    Arguments rest = arguments.from(used + 1);
    Predicate<PyValue> passes = test == null
        ? item -> Truth.of(path.in(rendering, item)) == wanted
        : item -> Tests.passes(rendering, test, path.in(rendering, item), rest) == wanted;
    return PyIterator.generator(filter, new Selection(rendering, Sequences.iterator(rendering, value), passes));
  }

  /** The elements that pass. */
  private static final class Selection implements Iterator<PyValue> {
    private final Rendering rendering;
    private final Iterator<PyValue> elements;
    private final Predicate<PyValue> passes;
    private @Nullable PyValue next;

    Selection(Rendering rendering, Iterator<PyValue> elements, Predicate<PyValue> passes) {
      this.rendering = rendering;
      this.elements = elements;
      this.passes = passes;
    }

    @Override
    public boolean hasNext() {
      rendering.enter();
      while (next == null && elements.hasNext()) {
        PyValue element = elements.next();
        if (passes.test(element)) {
          next = element;
        }
      }
      rendering.leave();
      return next != null;
    }

    @Override
    public PyValue next() {
      if (!hasNext() || next == null) {
        throw new NoSuchElementException();
      }
      PyValue element = next;
      next = null;
      return element;
    }
  }
}
