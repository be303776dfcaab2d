package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.CodePoints;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.PyBool;
import io.noetl.adapters.playbook.template.value.PyInteger;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyTuple;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.TextFinder;
import org.jspecify.annotations.Nullable;

/** The methods of {@code str} that look for parts of it. */
final class TextSearch {

  private static final String[] RANGE = {"sub", "start", "end"};

  private TextSearch() {}

  static void addTo(MethodTable<PyText> table) {
    table
        .add("find", (r, text, a) -> PyInteger.of(found(r, text.value(), a, false)), 1, RANGE)
        .add("rfind", (r, text, a) -> PyInteger.of(found(r, text.value(), a, true)), 1, RANGE)
        .add("index", (r, text, a) -> existing(found(r, text.value(), a, false), a), 1, RANGE)
        .add("rindex", (r, text, a) -> existing(found(r, text.value(), a, true), a), 1, RANGE)
        .add("count", (r, text, a) -> PyInteger.of(counted(r, a.text(0), part(text.value(), a))), 1, RANGE)
        .add("startswith", (r, text, a) -> edge(text.value(), a, true), 1, "prefix", "start", "end")
        .add("endswith", (r, text, a) -> edge(text.value(), a, false), 1, "suffix", "start", "end");
  }

  private static int start(String text, Bound arguments) {
    int length = CodePoints.length(text);
    int start = arguments.unlessNone(1) == null ? 0 : arguments.integer(1);
    return start < 0 ? Math.max(0, start + length) : start;
  }

  /** The part of the text between start and end, or null when the start lies behind either the end or the text. */
  private static @Nullable String part(String text, Bound arguments) {
    if (arguments.unlessNone(1) == null && arguments.unlessNone(2) == null) {
      return text;
    }
    int length = CodePoints.length(text);
    int from = start(text, arguments);
    int end = arguments.unlessNone(2) == null ? length : arguments.integer(2);
    int to = Math.min(end < 0 ? Math.max(0, end + length) : end, length);
    return to < from ? null : CodePoints.substring(text, from, to);
  }

  private static int found(Rendering rendering, String text, Bound arguments, boolean last) {
    String part = part(text, arguments);
    if (part == null) {
      return -1;
    }
    String sought = arguments.text(0);
    int at = last
        ? TextFinder.last(rendering, part, sought, part.length())
        : TextFinder.first(rendering, part, sought, 0);
    return at < 0 ? -1 : CodePoints.index(part, at) + start(text, arguments);
  }

  private static PyValue existing(int found, Bound arguments) {
    if (found < 0) {
      throw new EvaluationException("'" + arguments.text(0) + "' does not stand in the string");
    }
    return PyInteger.of(found);
  }

  private static int counted(Rendering rendering, String sought, @Nullable String text) {
    if (text == null) {
      return 0;
    }
    if (sought.isEmpty()) {
      return CodePoints.length(text) + 1;
    }
    int count = 0;
    for (int at = TextFinder.first(rendering, text, sought, 0); at >= 0;
        at = TextFinder.first(rendering, text, sought, at + sought.length())) {
      rendering.step();
      count++;
    }
    return count;
  }

  private static PyBool edge(String text, Bound arguments, boolean start) {
    String part = part(text, arguments);
    if (arguments.value(0) instanceof PyTuple tuple) {
      for (PyValue item : tuple.items()) {
        if (item instanceof PyText option && matches(option.value(), part, start)) {
          return PyBool.TRUE;
        }
      }
      return PyBool.FALSE;
    }
    return PyBool.of(matches(arguments.text(0), part, start));
  }

  private static boolean matches(String edge, @Nullable String text, boolean start) {
    if (text == null) {
      return false;
    }
    return start ? text.startsWith(edge) : text.endsWith(edge);
  }
}
