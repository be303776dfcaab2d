package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Markup;
import io.noetl.adapters.playbook.template.value.Numbers;
import io.noetl.adapters.playbook.template.value.Operations;
import io.noetl.adapters.playbook.template.value.Printing;
import io.noetl.adapters.playbook.template.value.PyDict;
import io.noetl.adapters.playbook.template.value.PyDictView;
import io.noetl.adapters.playbook.template.value.PyFloat;
import io.noetl.adapters.playbook.template.value.PyInteger;
import io.noetl.adapters.playbook.template.value.PyIterator;
import io.noetl.adapters.playbook.template.value.PyList;
import io.noetl.adapters.playbook.template.value.PyNone;
import io.noetl.adapters.playbook.template.value.PySequence;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyUndefined;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.Sequences;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Filters that take a sequence as a whole: its ends, parts, sum and text. */
final class SequenceFilters {

  private SequenceFilters() {}

  static void addTo(MethodTable<PyValue> table) {
    table
        .addNamed("list", (r, v, a) -> new PyList(Sequences.list(r, v)), 0)
        .addNamed("first", (r, v, a) -> first(r, v), 0)
        .addNamed("last", (r, v, a) -> last(r, v), 0)
        .addNamed("random", (r, v, a) -> random(r, v), 0)
        .addNamed("reverse", (r, v, a) -> reversed(r, v), 0)
        .addNamed("join", SequenceFilters::joined, 0, "d", "attribute")
        .addNamed("sum", SequenceFilters::sum, 0, "attribute", "start")
        .addNamed("batch", (r, v, a) -> PyIterator.generator(r, "batch", () -> batches(r, v, a)), 1, "linecount", "fill_with")
        .addNamed("slice", (r, v, a) -> PyIterator.generator(r, "slice", () -> slices(r, v, a)), 1, "slices", "fill_with");
  }

  private static PyValue first(Rendering rendering, PyValue value) {
    Iterator<PyValue> elements = Sequences.iterator(rendering, value);
    return elements.hasNext() ? elements.next() : PyUndefined.of(rendering, () -> "there is no first element in nothing");
  }

  private static PyValue last(Rendering rendering, PyValue value) {
    List<PyValue> reversed = backwards(rendering, value);
    return reversed.isEmpty()
        ? PyUndefined.of(rendering, () -> "there is no last element in nothing")
        : reversed.getFirst();
  }

  /** The elements from the last to the first of what has an end. */
  private static List<PyValue> backwards(Rendering rendering, PyValue value) {
    if (value instanceof PyIterator) {
      throw new EvaluationException("a generator cannot be read from its end; put '| list' before");
    }
    if (value instanceof PySequence sequence) {
      rendering.steps(sequence.size());
      rendering.elements(sequence.size());
      List<PyValue> items = new ArrayList<>(sequence.size());
      for (int i = sequence.size() - 1; i >= 0; i--) {
        items.add(sequence.get(i));
      }
      return items;
    }
    return Sequences.list(rendering, value).reversed();
  }

  private static PyValue random(Rendering rendering, PyValue value) {
    if (value instanceof PyIterator || value instanceof PyDict || value instanceof PyDictView) {
      throw new EvaluationException("'random' needs a list or a string, found " + value.described());
    }
    List<PyValue> items = Sequences.list(rendering, value);
    return items.isEmpty()
        ? PyUndefined.of(rendering, () -> "there is no random element in nothing")
        : items.get(rendering.random().nextInt(items.size()));
  }

  private static PyValue reversed(Rendering rendering, PyValue value) {
    if (value instanceof PyText text) {
      return Texts.like(rendering, text, new StringBuilder(text.value()).reverse().toString());
    }
    List<PyValue> items = value instanceof PyIterator
        ? Sequences.list(rendering, value).reversed()
        : backwards(rendering, value);
    return value instanceof PyIterator
        ? new PyList(new ArrayList<>(items))
        : new PyIterator(value.typeName() + "_reverseiterator", "reverse", items.iterator());
  }

  private static PyValue joined(Rendering rendering, PyValue value, Bound arguments) {
    ItemPath path = ItemPath.of(arguments.optional(1), null);
    PyValue separator = arguments.or(0, PyText.EMPTY);
    Iterator<PyValue> elements = Sequences.iterator(rendering, value);
    if (rendering.escapes()) {
      return escapedJoin(rendering, elements, path, separator);
    }
    String between = Printing.text(rendering, separator);
    StringBuilder out = new StringBuilder();
    for (boolean first = true; elements.hasNext(); first = false) {
      out.append(first ? "" : between).append(Printing.text(rendering, path.in(rendering, elements.next())));
      rendering.length(out.length());
    }
    return rendering.text(out.toString());
  }

  /** With automatic escaping the result is markup as soon as the separator or an element is. */
  private static PyValue escapedJoin(Rendering rendering, Iterator<PyValue> elements, ItemPath path, PyValue separator) {
    List<PyText> texts = new ArrayList<>();
    boolean safe = separator instanceof PyText text && text.safe();
    while (elements.hasNext()) {
      PyValue item = path.in(rendering, elements.next());
      PyText text = item instanceof PyText same ? same : PyText.of(Printing.text(rendering, item));
      safe |= text.safe();
      texts.add(text);
    }
    PyText between = separator instanceof PyText same ? same : PyText.of(Printing.text(rendering, separator));
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      out.append(i == 0 ? "" : safe ? Markup.escaped(between).value() : between.value());
      out.append(safe ? Markup.escaped(texts.get(i)).value() : texts.get(i).value());
      rendering.length(out.length());
    }
    rendering.characters(out.length());
    return safe ? PyText.safe(out.toString()) : PyText.of(out.toString());
  }

  private static PyValue sum(Rendering rendering, PyValue value, Bound arguments) {
    ItemPath path = ItemPath.of(arguments.optional(0), null);
    PyValue sum = arguments.or(1, PyInteger.of(0));
    if (sum instanceof PyText) {
      throw new EvaluationException("'sum' cannot start with a string; use 'join'");
    }
    Iterator<PyValue> elements = Sequences.iterator(rendering, value);
    while (elements.hasNext()) {
      sum = Operations.add(rendering, sum, path.in(rendering, elements.next()));
    }
    return sum;
  }

  private static Iterator<PyValue> batches(Rendering rendering, PyValue value, Bound arguments) {
    int size = batchSize(arguments);
    PyValue fill = arguments.or(1, PyNone.NONE);
    List<PyValue> batches = new ArrayList<>();
    List<PyValue> batch = new ArrayList<>();
    Iterator<PyValue> elements = Sequences.iterator(rendering, value);
    while (elements.hasNext()) {
      if (batch.size() == size) {
        rendering.container(0);
        batches.add(new PyList(batch));
        batch = new ArrayList<>();
      }
      rendering.elements(1);
      batch.add(elements.next());
    }
    if (!batch.isEmpty()) {
      filled(rendering, batch, fill == PyNone.NONE ? 0 : arguments.integer(0), fill);
      batches.add(new PyList(batch));
    }
    return batches.iterator();
  }

  /** What is no whole number is never reached: then there is one batch alone. */
  private static int batchSize(Bound arguments) {
    if (arguments.value(0) instanceof PyFloat number) {
      return number.value() == Math.rint(number.value()) ? (int) number.value() : -1;
    }
    return Numbers.integer(arguments.value(0)) == null ? -1 : arguments.integer(0);
  }

  private static void filled(Rendering rendering, List<PyValue> batch, int size, PyValue fill) {
    while (fill != PyNone.NONE && batch.size() < size) {
      rendering.elements(1);
      batch.add(fill);
    }
  }

  private static Iterator<PyValue> slices(Rendering rendering, PyValue value, Bound arguments) {
    int count = arguments.integer(0);
    PyValue fill = arguments.or(1, PyNone.NONE);
    List<PyValue> items = Sequences.list(rendering, value);
    if (count == 0) {
      throw new EvaluationException("'slice' cannot make 0 slices");
    }
    int each = items.size() / count;
    int withExtra = items.size() % count;
    List<PyValue> slices = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < count; i++) {
      int end = at + each + (i < withExtra ? 1 : 0);
      rendering.container(end - at);
      List<PyValue> slice = new ArrayList<>(items.subList(at, end));
      if (fill != PyNone.NONE && i >= withExtra) {
        slice.add(fill);
      }
      slices.add(new PyList(slice));
      at = end;
    }
    return slices.iterator();
  }
}
