package io.noetl.adapters.playbook.template.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Length, iteration, membership and slices. */
public final class Sequences {

  /** How many elements copied in a row make one operation. */
  private static final int COPIED = 4;

  private Sequences() {}

  public static int length(PyValue value) {
    return switch (value) {
      case PyText text -> CodePoints.length(text.value());
      case PySequence sequence -> sequence.size();
      case PyDict dict -> dict.size();
      case PyDictView view -> view.dict().size();
      case PyBytes bytes -> bytes.latin1().length();
      case PyUndefined undefined -> {
        undefined.use();
        yield 0;
      }
      case PyObject object when object.attributes().of("length") instanceof PyInteger.Small length ->
          (int) length.value();
      default -> throw new EvaluationException(value.described() + " has no length");
    };
  }

  public static boolean isIterable(PyValue value) {
    return switch (value) {
      case PyText t -> true;
      case PySequence s -> true;
      case PyDict d -> true;
      case PyDictView v -> true;
      case PyBytes b -> true;
      case PyIterator i -> true;
      case PyUndefined u -> true;
      case PyNone n -> false;
      case PyBool b -> false;
      case PyInteger i -> false;
      case PyFloat f -> false;
      case PyFunction f -> false;
      case PyObject o -> false;
      case PyNamespace n -> false;
    };
  }

  /** The elements one by one; each counts as an operation. */
  public static Iterator<PyValue> iterator(Rendering rendering, PyValue value) {
    return switch (value) {
      case PySequence sequence -> new Walk(rendering, sequence);
      case PyDict dict -> {
        rendering.steps(dict.size() / 2);
        yield new Guarded(rendering, dict, dict.keys().iterator());
      }
      case PyDictView view -> {
        rendering.steps(view.dict().size());
        yield new Guarded(rendering, view.dict(), view.elements().iterator());
      }
      case PyIterator iterator -> iterator.elements();
      case PyText text -> new Characters(rendering, text.value());
      case PyBytes bytes -> bytes(rendering, bytes).iterator();
      case PyUndefined undefined -> {
        undefined.use();
        yield Collections.emptyIterator();
      }
      default -> throw new EvaluationException(value.described() + " cannot be iterated over");
    };
  }

  private static List<PyValue> bytes(Rendering rendering, PyBytes bytes) {
    rendering.elements(bytes.latin1().length());
    rendering.steps(bytes.latin1().length() / COPIED);
    List<PyValue> values = new ArrayList<>(bytes.latin1().length());
    for (int i = 0; i < bytes.latin1().length(); i++) {
      values.add(PyInteger.of(bytes.latin1().charAt(i)));
    }
    return values;
  }

  /** The elements as a new list. */
  public static List<PyValue> list(Rendering rendering, PyValue value) {
    List<PyValue> list = new ArrayList<>();
    if (value instanceof PySequence sequence) {
      int size = sequence.size();
      rendering.elements(size);
      rendering.steps(size);
      for (int i = 0; i < size; i++) {
        list.add(sequence.get(i));
      }
      return list;
    }
    Iterator<PyValue> elements = iterator(rendering, value);
    while (elements.hasNext()) {
      rendering.elements(1);
      list.add(elements.next());
    }
    return list;
  }

  /** {@code item in container}. */
  public static boolean contains(Rendering rendering, PyValue container, PyValue item) {
    return switch (container) {
      case PyText text -> {
        if (item instanceof PyUndefined undefined) {
          throw undefined.failure();
        }
        if (!(item instanceof PyText part)) {
          throw new EvaluationException("'in' a string needs a string on its left, found " + item.described());
        }
        rendering.step();
        yield TextFinder.contains(rendering, text.value(), part.value());
      }
      case PyDict dict -> {
        rendering.steps(Cost.of(item));
        yield dict.get(item) != null;
      }
      case PyDictView view when view.kind() == PyDictView.Kind.KEYS -> contains(rendering, view.dict(), item);
      default -> containsEqual(rendering, container, item);
    };
  }

  private static boolean containsEqual(Rendering rendering, PyValue container, PyValue item) {
    if (!isIterable(container)) {
      throw new EvaluationException("'in' needs a list, map or string on its right, found " + container.described());
    }
    Iterator<PyValue> elements = iterator(rendering, container);
    while (elements.hasNext()) {
      PyValue element = elements.next();
      if (Equality.same(element, item) || Equality.equal(rendering, element, item)) {
        return true;
      }
    }
    return false;
  }

  /** Elements by index; the list may grow meanwhile. */
  private static final class Walk implements Iterator<PyValue> {
    private final Rendering rendering;
    private final PySequence sequence;
    private int next;

    Walk(Rendering rendering, PySequence sequence) {
      this.rendering = rendering;
      this.sequence = sequence;
    }

    @Override
    public boolean hasNext() {
      return next < sequence.size();
    }

    @Override
    public PyValue next() {
      if (next >= sequence.size()) {
        throw new NoSuchElementException();
      }
      rendering.step();
      return sequence.get(next++);
    }
  }

  /** Elements of a dictionary, which must not change its size meanwhile. */
  private static final class Guarded implements Iterator<PyValue> {
    private final Rendering rendering;
    private final PyDict dict;
    private final int size;
    private final Iterator<PyValue> elements;

    Guarded(Rendering rendering, PyDict dict, Iterator<PyValue> elements) {
      this.rendering = rendering;
      this.dict = dict;
      this.size = dict.size();
      this.elements = elements;
    }

    @Override
    public boolean hasNext() {
      if (dict.size() != size) {
        throw new EvaluationException("the map changed its size while it was iterated over");
      }
      return elements.hasNext();
    }

    @Override
    public PyValue next() {
      rendering.step();
      return elements.next();
    }
  }

  /** The code points of a text. */
  private static final class Characters implements Iterator<PyValue> {
    private final Rendering rendering;
    private final String text;
    private int at;

    Characters(Rendering rendering, String text) {
      this.rendering = rendering;
      this.text = text;
    }

    @Override
    public boolean hasNext() {
      return at < text.length();
    }

    @Override
    public PyValue next() {
      if (at >= text.length()) {
        throw new NoSuchElementException();
      }
      rendering.step();
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      return PyText.ofCodePoint(c);
    }
  }

  /** Types that {@code is sequence} accepts: those with a length and elements by key or index. */
  public static boolean isSequence(PyValue value) {
    return value instanceof PySequence || value instanceof PyText || value instanceof PyDict || value instanceof PyBytes;
  }

}
