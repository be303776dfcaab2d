package io.noetl.adapters.playbook.template.evaluation;

import io.noetl.adapters.playbook.template.value.Arguments;
import io.noetl.adapters.playbook.template.value.Equality;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.PyBool;
import io.noetl.adapters.playbook.template.value.PyFunction;
import io.noetl.adapters.playbook.template.value.PyInteger;
import io.noetl.adapters.playbook.template.value.PyIterator;
import io.noetl.adapters.playbook.template.value.PyObject;
import io.noetl.adapters.playbook.template.value.PyTuple;
import io.noetl.adapters.playbook.template.value.PyUndefined;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.Sequences;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of one {@code for}, and the {@code loop} object that shows it. */
final class Loop implements PyObject.Attributes {

  private static final List<String> NAMES = List.of("changed", "cycle", "depth", "depth0", "first", "index", "index0", "last",
      "length", "nextitem", "previtem", "revindex", "revindex0");

  private final Rendering rendering;
  private final int depth;
  private Iterator<PyValue> elements;
  private int length;
  private int index = -1;
  private @Nullable PyValue ahead;
  private @Nullable PyValue before;
  private @Nullable PyValue current;
  private @Nullable PyValue lastChanged;

  Loop(Rendering rendering, PyValue items, int depth) {
    this.rendering = rendering;
    this.depth = depth;
    this.elements = Sequences.iterator(rendering, items);
    this.length = items instanceof PyIterator || items instanceof PyUndefined ? -1 : Sequences.length(items);
  }

  boolean hasNext() {
    return ahead != null || elements.hasNext();
  }

  PyValue next() {
    PyValue peeked = ahead;
    PyValue next = peeked == null ? elements.next() : peeked;
    ahead = null;
    index++;
    before = current;
    current = next;
    return next;
  }

  /** The {@code loop} object; {@code recurse} is what a call of it does, if the loop is recursive. */
  PyObject object(PyFunction.@Nullable Body recurse) {
    return new PyObject("LoopContext", this, recurse == null ? Loop::notRecursive : recurse);
  }

  private static PyValue notRecursive(Rendering rendering, Arguments arguments) {
    throw new EvaluationException("'loop' can be called only in a loop marked 'recursive'");
  }

  @Override
  public List<String> names() {
    return NAMES;
  }

  @Override
  public @Nullable PyValue of(String name) {
    return switch (name) {
      case "index" -> PyInteger.of(index + 1L);
      case "index0" -> PyInteger.of(index);
      case "first" -> PyBool.of(index == 0);
      case "last" -> PyBool.of(!hasNext());
      case "length" -> PyInteger.of(length());
      case "revindex" -> PyInteger.of((long) length() - index);
      case "revindex0" -> PyInteger.of((long) length() - index - 1);
      case "depth" -> PyInteger.of(depth + 1L);
      case "depth0" -> PyInteger.of(depth);
      case "previtem" -> orUndefined(before, "there is no previous item");
      case "nextitem" -> orUndefined(peek(), "there is no next item");
      case "cycle" -> new PyFunction("cycle", "<bound method LoopContext.cycle>", (r, a) -> cycle(a));
      case "changed" -> new PyFunction("changed", "<bound method LoopContext.changed>", (r, a) -> changed(a));
      default -> null;
    };
  }

  private PyValue orUndefined(@Nullable PyValue value, String reason) {
    return value == null ? PyUndefined.of(rendering, () -> reason) : value;
  }

  private @Nullable PyValue peek() {
    if (ahead == null && elements.hasNext()) {
      ahead = elements.next();
    }
    return ahead;
  }

  private int length() {
    if (length < 0) {
      List<PyValue> rest = new ArrayList<>();
      while (elements.hasNext()) {
        rendering.elements(1);
        rest.add(elements.next());
      }
      elements = rest.iterator();
      length = rest.size() + index + 1 + (ahead == null ? 0 : 1);
    }
    return length;
  }

  private PyValue cycle(Arguments arguments) {
    List<PyValue> items = arguments.positional();
    if (items.isEmpty()) {
      throw new EvaluationException("'loop.cycle' needs one or more arguments");
    }
    return items.get(index % items.size());
  }

  private PyValue changed(Arguments arguments) {
    PyTuple values = PyTuple.of(arguments.positional());
    PyValue last = lastChanged;
    lastChanged = values;
    return PyBool.of(last == null || !Equality.equal(rendering, last, values));
  }
}
