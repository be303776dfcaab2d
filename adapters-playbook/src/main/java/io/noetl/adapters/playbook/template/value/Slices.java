package io.noetl.adapters.playbook.template.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code value[from:to:step]}. */
public final class Slices {

  private Slices() {}

  /** Bounds within a length, as Python's {@code slice.indices} has them. */
  private record Bounds(long start, long stop, long step, int count) {

    static Bounds of(int length, @Nullable Long from, @Nullable Long to, @Nullable Long givenStep) {
      long step = givenStep == null ? 1 : givenStep;
      if (step == 0) {
        throw new EvaluationException("the step of a slice cannot be 0");
      }
      long lower = step < 0 ? -1 : 0;
      long upper = step < 0 ? length - 1L : length;
      long start = from == null ? (step < 0 ? upper : lower) : clamp(from, length, lower, upper);
      long stop = to == null ? (step < 0 ? lower : upper) : clamp(to, length, lower, upper);
      long span = step > 0 ? stop - start : start - stop;
      long count = span <= 0 ? 0 : (span - 1) / Math.abs(Math.max(step, -Long.MAX_VALUE)) + 1;
      return new Bounds(start, stop, step, (int) count);
    }

    private static long clamp(long index, int length, long lower, long upper) {
      return index < 0 ? Math.max(index + length, lower) : Math.min(index, upper);
    }

    int index(int i) {
      return (int) (start + i * step);
    }
  }

  public static PyValue slice(
      Rendering rendering, PyValue value, @Nullable Long from, @Nullable Long to, @Nullable Long step) {
    return switch (value) {
      case PyText text -> text(rendering, text, from, to, step);
      case PyList list -> new PyList(items(rendering, list, Bounds.of(list.size(), from, to, step)));
      case PyTuple tuple -> PyTuple.of(items(rendering, tuple, Bounds.of(tuple.size(), from, to, step)));
      case PyRange range -> range(range, Bounds.of(range.size(), from, to, step));
      case PyBytes bytes -> new PyBytes(units(bytes.latin1(), Bounds.of(bytes.latin1().length(), from, to, step)));
      default -> throw new EvaluationException(value.described() + " cannot be sliced");
    };
  }

  private static PyText text(
      Rendering rendering, PyText text, @Nullable Long from, @Nullable Long to, @Nullable Long step) {
    String value = text.value();
    rendering.steps(1 + value.length() / 16);
    if (!CodePoints.wide(value)) {
      Bounds bounds = Bounds.of(value.length(), from, to, step);
      return result(text, bounds.step() == 1
          ? value.substring((int) bounds.start(), (int) bounds.start() + bounds.count())
          : units(value, bounds));
    }
    int[] points = value.codePoints().toArray();
    Bounds bounds = Bounds.of(points.length, from, to, step);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < bounds.count(); i++) {
      out.appendCodePoint(points[bounds.index(i)]);
    }
    return result(text, out.toString());
  }

  private static PyText result(PyText original, String slice) {
    return original.safe() ? PyText.safe(slice) : PyText.of(slice);
  }

  private static String units(String text, Bounds bounds) {
    StringBuilder out = new StringBuilder(bounds.count());
    for (int i = 0; i < bounds.count(); i++) {
      out.append(text.charAt(bounds.index(i)));
    }
    return out.toString();
  }

  private static List<PyValue> items(Rendering rendering, PySequence sequence, Bounds bounds) {
    rendering.elements(bounds.count());
    rendering.steps(bounds.count());
    List<PyValue> items = new ArrayList<>(bounds.count());
    for (int i = 0; i < bounds.count(); i++) {
      items.add(sequence.get(bounds.index(i)));
    }
    return items;
  }

  private static PyRange range(PyRange range, Bounds bounds) {
    long start = range.start() + bounds.start() * range.step();
    long step = range.step() * bounds.step();
    return PyRange.of(start, range.start() + bounds.stop() * range.step(), step);
  }
}
