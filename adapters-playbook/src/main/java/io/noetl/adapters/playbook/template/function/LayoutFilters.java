package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.CodePoints;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Numbers;
import io.noetl.adapters.playbook.template.value.PyFloat;
import io.noetl.adapters.playbook.template.value.PyInteger;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import java.util.ArrayList;
import java.util.List;

/** Filters that lay out text over lines. */
final class LayoutFilters {

  private LayoutFilters() {}

  static void addTo(MethodTable<PyValue> table) {
    table
        .addNamed("indent", LayoutFilters::indented, 0, "width", "first", "blank")
        .addNamed("wordwrap", LayoutFilters::wrapped, 0, "width", "break_long_words", "wrapstring", "break_on_hyphens")
        .addNamed("pprint", (r, v, a) -> r.text(PrettyPrint.of(r, v)), 0);
  }

  private static PyValue indented(Rendering rendering, PyValue value, Bound arguments) {
    PyText text = value instanceof PyText same ? same : TextFilters.notText("indent", value);
    String indention = indention(rendering, arguments.or(0, PyInteger.of(4)));
    boolean blank = arguments.flag(2, false);
    StringBuilder out = new StringBuilder(arguments.flag(1, false) ? indention : "");
    boolean first = true;
    for (String line : Texts.lines(rendering, text.value() + "\n", false)) {
      if (!first) {
        out.append('\n');
        if (blank || !line.isEmpty()) {
          out.append(indention);
        }
      }
      out.append(line);
      rendering.length(out.length());
      first = false;
    }
    return Texts.like(rendering, text, out.toString());
  }

  private static String indention(Rendering rendering, PyValue width) {
    if (width instanceof PyText text) {
      return text.value();
    }
    PyInteger columns = Numbers.integer(width);
    if (columns == null) {
      throw new EvaluationException("'indent' needs a number or a string to indent by, found " + width.described());
    }
    int count = Math.max(0, Bound.clamped(columns));
    rendering.characters(count);
    return " ".repeat(count);
  }

  private static PyValue wrapped(Rendering rendering, PyValue value, Bound arguments) {
    PyText text = value instanceof PyText same ? same : TextFilters.notText("wordwrap", value);
    int width = arguments.optional(0) instanceof PyFloat number ? (int) number.value() : arguments.integer(0, 79);
    if (width <= 0 && !text.value().isEmpty()) {
      throw new EvaluationException("'wordwrap' needs a width of at least 1, found " + width);
    }
    String between = arguments.unlessNone(2) == null ? "\n" : arguments.text(2);
    WordWrap wrap = new WordWrap(rendering, width, arguments.flag(1, true), arguments.flag(3, true));
    List<String> paragraphs = new ArrayList<>();
    for (String line : Texts.lines(rendering, text.value(), false)) {
      paragraphs.add(String.join(between, wrap.lines(line)));
    }
    return rendering.text(String.join(between, paragraphs));
  }

  static int width(String text) {
    return CodePoints.length(text);
  }
}
