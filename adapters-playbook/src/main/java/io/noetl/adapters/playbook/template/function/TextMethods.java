package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.syntax.WhiteSpace;
import io.noetl.adapters.playbook.template.value.CodePoints;
import io.noetl.adapters.playbook.template.value.Markup;
import io.noetl.adapters.playbook.template.value.PyInteger;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyTuple;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.TextFinder;

import java.util.function.UnaryOperator;

/** The methods of {@code str}: case, padding, stripping, replacing; the others are added by their own classes. */
final class TextMethods {

  static final MethodTable<PyText> TABLE = table();

  private TextMethods() {}

  private static MethodTable<PyText> table() {
    MethodTable<PyText> table = new MethodTable<>();
    cases(table);
    padding(table);
    stripping(table);
    TextQuestions.addTo(table);
    TextSearch.addTo(table);
    TextSplitting.addTo(table);
    return table
        .add("format", (rendering, text, arguments) -> BraceFormat.format(rendering, text, arguments))
        .add("format_map", (r, text, a) -> BraceFormat.formatMap(r, text, a.value(0)), 1, "mapping")
        .addNamed("encode", (r, text, a) -> TextEncoding.encoded(text.value(), a.text(0, "utf-8"), a.text(1, "strict")), 0,
            "encoding", "errors")
        .add("__len__", (r, text, a) -> PyInteger.of(CodePoints.length(text.value())), 0)
        .add("replace", (r, text, a) -> Texts.like(r, text,
            Texts.replaced(r, text.value(), a.text(0), argument(r, text, a, 1), a.integer(2, -1))), 2, "old", "new", "count");
  }

  private static void cases(MethodTable<PyText> table) {
    table
        .add("upper", (r, text, a) -> Texts.like(r, text, cased(r, text, LetterCase::upper)), 0)
        .add("lower", (r, text, a) -> Texts.like(r, text, cased(r, text, LetterCase::lower)), 0)
        .add("casefold", (r, text, a) -> Texts.like(r, text, cased(r, text, LetterCase::folded)), 0)
        .add("capitalize", (r, text, a) -> Texts.like(r, text, cased(r, text, LetterCase::capitalized)), 0)
        .add("title", (r, text, a) -> Texts.like(r, text, cased(r, text, LetterCase::titled)), 0)
        .add("swapcase", (r, text, a) -> Texts.like(r, text, cased(r, text, LetterCase::swapped)), 0);
  }

  private static void padding(MethodTable<PyText> table) {
    table
        .add("center", (r, text, a) -> padded(r, text, a, "center"), 1, "width", "fillchar")
        .add("ljust", (r, text, a) -> padded(r, text, a, "ljust"), 1, "width", "fillchar")
        .add("rjust", (r, text, a) -> padded(r, text, a, "rjust"), 1, "width", "fillchar")
        .add("zfill", (r, text, a) -> Texts.like(r, text, zeroFilled(r, text.value(), a.integer(0))), 1, "width")
        .addNamed("expandtabs", (r, text, a) -> Texts.like(r, text, expanded(r, text.value(), a.integer(0, 8))), 0,
            "tabsize");
  }

  private static void stripping(MethodTable<PyText> table) {
    table
        .add("strip", (r, text, a) -> stripped(r, text, a, true, true), 0, "chars")
        .add("lstrip", (r, text, a) -> stripped(r, text, a, true, false), 0, "chars")
        .add("rstrip", (r, text, a) -> stripped(r, text, a, false, true), 0, "chars")
        .add("removeprefix", (r, text, a) -> Texts.like(r, text,
            text.value().startsWith(a.text(0)) ? text.value().substring(a.text(0).length()) : text.value()), 1, "prefix")
        .add("removesuffix", (r, text, a) -> Texts.like(r, text, text.value().endsWith(a.text(0))
            ? text.value().substring(0, text.value().length() - a.text(0).length())
            : text.value()), 1, "suffix")
        .add("partition", (r, text, a) -> partitioned(r, text, separator(a), true), 1, "sep")
        .add("rpartition", (r, text, a) -> partitioned(r, text, separator(a), false), 1, "sep");
  }

  private static String separator(Bound arguments) {
    return TextSplitting.notEmpty(arguments.text(0));
  }

  private static String cased(Rendering rendering, PyText text, UnaryOperator<String> change) {
    rendering.steps(text.value().length() / 4);
    return change.apply(text.value());
  }

  private static PyValue padded(Rendering rendering, PyText text, Bound arguments, String name) {
    int width = arguments.integer(0);
    String fill = Texts.oneCharacter(name, arguments.optional(1) == null ? " " : argument(rendering, text, arguments, 1));
    String value = text.value();
    if (name.equals("center")) {
      return Texts.like(rendering, text, Texts.centered(rendering, value, width, fill));
    }
    String filler = fill.repeat(Texts.missing(rendering, value, width));
    return Texts.like(rendering, text, name.equals("ljust") ? value + filler : filler + value);
  }

  private static String zeroFilled(Rendering rendering, String text, int width) {
    String zeros = "0".repeat(Texts.missing(rendering, text, width));
    boolean signed = text.startsWith("-") || text.startsWith("+");
    return signed ? text.charAt(0) + zeros + text.substring(1) : zeros + text;
  }

  private static String expanded(Rendering rendering, String text, int tabSize) {
    StringBuilder out = new StringBuilder(text.length());
    int column = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        int spaces = tabSize <= 0 ? 0 : tabSize - column % tabSize;
        rendering.length(out.length() + (long) spaces);
        out.append(" ".repeat(spaces));
        column += spaces;
      } else {
        out.append(c);
        column = c == '\n' || c == '\r' ? 0 : column + 1;
      }
    }
    return out.toString();
  }

  private static PyValue stripped(Rendering rendering, PyText text, Bound arguments, boolean left, boolean right) {
    String value = text.value();
    if (arguments.unlessNone(0) != null) {
      return Texts.like(rendering, text, Texts.stripped(value, arguments.text(0), left, right));
    }
    String both = WhiteSpace.stripped(value);
    if (left && right) {
      return Texts.like(rendering, text, both);
    }
    if (both.isEmpty()) {
      return part(text, "");
    }
    int start = value.indexOf(both);
    return Texts.like(rendering, text, left ? value.substring(start) : value.substring(0, start + both.length()));
  }

  private static PyValue partitioned(Rendering rendering, PyText origin, String separator, boolean first) {
    String text = origin.value();
    int at = first
        ? TextFinder.first(rendering, text, separator, 0)
        : TextFinder.last(rendering, text, separator, text.length());
    PyText none = part(origin, "");
    if (at < 0) {
      return first ? PyTuple.of(part(origin, text), none, none) : PyTuple.of(none, none, part(origin, text));
    }
    return PyTuple.of(part(origin, text.substring(0, at)), part(origin, separator),
        part(origin, text.substring(at + separator.length())));
  }

  private static PyText part(PyText origin, String text) {
    return origin.safe() ? PyText.safe(text) : PyText.of(text);
  }

  /** An argument that becomes part of the result: what goes into markup is escaped, whatever it is. */
  private static String argument(Rendering rendering, PyText text, Bound arguments, int index) {
    return text.safe()
        ? Markup.escaped(TextFilters.text(rendering, arguments.value(index))).value()
        : arguments.text(index);
  }
}
