package io.noetl.adapters.playbook.template.value;

import java.util.ArrayList;
import java.util.List;

/** Python's order and its stable sort. */
public final class Ordering {

  private Ordering() {}

  /** The four ordering comparisons. */
  public enum Relation {
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Relation(String symbol) {
      this.symbol = symbol;
    }

    boolean holds(int order) {
      return switch (this) {
        case LESS -> order < 0;
        case LESS_OR_EQUAL -> order <= 0;
        case GREATER -> order > 0;
        case GREATER_OR_EQUAL -> order >= 0;
      };
    }
  }

  public static boolean holds(Rendering rendering, Relation relation, PyValue a, PyValue b) {
    rendering.step();
    if (a instanceof PyText x && b instanceof PyText y) {
      rendering.steps(Math.min(x.value().length(), y.value().length()) / 32);
      return relation.holds(CodePoints.compare(x.value(), y.value()));
    }
    if (Numbers.isNumber(a) && Numbers.isNumber(b)) {
      rendering.steps(Numbers.comparison(a, b));
      Integer order = Numbers.compare(a, b);
      return order != null && relation.holds(order);
    }
    boolean comparable = (a instanceof PyList && b instanceof PyList) || (a instanceof PyTuple && b instanceof PyTuple);
    if (comparable) {
      return sequences(rendering, relation, (PySequence) a, (PySequence) b);
    }
    if (a instanceof PyUndefined undefined) {
      throw undefined.failure();
    }
    if (b instanceof PyUndefined undefined) {
      throw undefined.failure();
    }
    throw new EvaluationException("'" + relation.symbol + "' cannot compare " + a.described() + " and " + b.described());
  }

  private static boolean sequences(Rendering rendering, Relation relation, PySequence a, PySequence b) {
    rendering.enterValue();
    int size = Math.min(a.size(), b.size());
    for (int i = 0; i < size; i++) {
      PyValue x = a.get(i);
      PyValue y = b.get(i);
      if (!Equality.same(x, y) && !Equality.equal(rendering, x, y)) {
        boolean holds = holds(rendering, relation, x, y);
        rendering.leaveValue();
        return holds;
      }
    }
    rendering.leaveValue();
    return relation.holds(Integer.compare(a.size(), b.size()));
  }

  public static boolean less(Rendering rendering, PyValue a, PyValue b) {
    return holds(rendering, Relation.LESS, a, b);
  }

  /** An element with the key that it is sorted by. */
  public record Keyed(PyValue key, PyValue value) {}

  /**
   * The values in the order of their keys; equal keys keep their order, also in reverse. A merge sort, as Python's
   * asks for nothing but {@code <}, so that keys without a total order (NaN) are no error.
   */
  public static List<PyValue> sorted(Rendering rendering, List<Keyed> elements, boolean reverse) {
    Keyed[] from = elements.toArray(new Keyed[0]);
    Keyed[] to = new Keyed[from.length];
    for (int width = 1; width < from.length; width *= 2) {
      for (int start = 0; start < from.length; start += 2 * width) {
        merge(rendering, from, to, start, width, reverse);
      }
      Keyed[] swap = from;
      from = to;
      to = swap;
    }
    rendering.elements(from.length);
    List<PyValue> sorted = new ArrayList<>(from.length);
    for (Keyed keyed : from) {
      sorted.add(keyed.value());
    }
    return sorted;
  }

  private static void merge(Rendering rendering, Keyed[] from, Keyed[] to, int start, int width, boolean reverse) {
    int middle = Math.min(start + width, from.length);
    int end = Math.min(middle + width, from.length);
    int left = start;
    int right = middle;
    for (int i = start; i < end; i++) {
      boolean takeRight = left == middle
          || (right < end
              && (reverse
                  ? less(rendering, from[left].key(), from[right].key())
                  : less(rendering, from[right].key(), from[left].key())));
      to[i] = takeRight ? from[right++] : from[left++];
    }
  }
}
