package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.syntax.WhiteSpace;
import io.noetl.adapters.playbook.template.value.Arguments;
import io.noetl.adapters.playbook.template.value.CodePoints;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Markup;
import io.noetl.adapters.playbook.template.value.PercentFormat;
import io.noetl.adapters.playbook.template.value.Printing;
import io.noetl.adapters.playbook.template.value.PyDict;
import io.noetl.adapters.playbook.template.value.PyInteger;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyTuple;
import io.noetl.adapters.playbook.template.value.PyUndefined;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.Sequences;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Filters on one string; other values are taken by their text. */
final class TextFilters {

  private static final String TITLE_BREAKS = "-({[<";

  private TextFilters() {}

  static void addTo(MethodTable<PyValue> table) {
    mapped(table, "upper", LetterCase::upper);
    mapped(table, "lower", LetterCase::lower);
    mapped(table, "capitalize", LetterCase::capitalized);
    mapped(table, "title", TextFilters::titled);
    table
        .addNamed("trim", TextFilters::trimmed, 0, "chars")
        .addNamed("replace", TextFilters::replaced, 2, "old", "new", "count")
        .addNamed("center", (r, v, a) -> {
          PyText text = text(r, v);
          return Texts.like(r, text, Texts.centered(r, text.value(), a.integer(0, 80), " "));
        }, 0, "width")
        .addNamed("truncate", TextFilters::truncated, 0, "length", "killwords", "end", "leeway")
        .addNamed("wordcount", (r, v, a) -> PyInteger.of(words(text(r, v).value())), 0)
        .add("format", TextFilters::formatted);
  }

  /** The value as a string, markup kept. */
  static PyText text(Rendering rendering, PyValue value) {
    return value instanceof PyText text ? text : PyText.of(Printing.text(rendering, value));
  }

  private static void mapped(MethodTable<PyValue> table, String name, UnaryOperator<String> function) {
    table.addNamed(name, (r, v, a) -> {
      PyText text = text(r, v);
      return Texts.like(r, text, function.apply(text.value()));
    }, 0);
  }

  /** The first character of each word in upper case; words begin after white space and opening brackets. */
  private static String titled(String text) {
    String ascii = titledAscii(text);
    if (ascii != null) {
      return ascii;
    }
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int word = at;
      while (at < text.length() && !breaks(text.charAt(at))) {
        at++;
      }
      if (at > word) {
        int second = text.offsetByCodePoints(word, 1);
        out.append(LetterCase.upper(text.substring(word, second))).append(LetterCase.lower(text.substring(second, at)));
      }
      while (at < text.length() && breaks(text.charAt(at))) {
        out.append(text.charAt(at++));
      }
    }
    return out.toString();
  }

  /** Character by character, for texts that hold ASCII alone; null for others. */
  private static @Nullable String titledAscii(String text) {
    char[] out = new char[text.length()];
    boolean inside = false;
    for (int i = 0; i < out.length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return null;
      }
      boolean lower = c >= 'a' && c <= 'z';
      boolean upper = c >= 'A' && c <= 'Z';
      out[i] = (char) (inside && upper ? c + 32 : !inside && lower ? c - 32 : c);
      inside = !breaks(c);
    }
    return new String(out);
  }

  private static boolean breaks(char c) {
    return WhiteSpace.is(c) || TITLE_BREAKS.indexOf(c) >= 0;
  }

  private static PyValue trimmed(Rendering rendering, PyValue value, Bound arguments) {
    PyText text = text(rendering, value);
    return Texts.like(rendering, text, arguments.unlessNone(0) == null
        ? WhiteSpace.stripped(text.value())
        : Texts.stripped(text.value(), arguments.text(0), true, true));
  }

  private static PyValue replaced(Rendering rendering, PyValue value, Bound arguments) {
    PyText text = text(rendering, value);
    PyText old = text(rendering, arguments.value(0));
    PyText replacement = text(rendering, arguments.value(1));
    int count = arguments.unlessNone(2) == null ? -1 : arguments.integer(2);
    if (!rendering.escapes()) {
      return rendering.text(Texts.replaced(rendering, text.value(), old.value(), replacement.value(), count));
    }
    PyText subject = old.safe() || (replacement.safe() && !text.safe()) ? Markup.escaped(text) : text;
    String with = subject.safe() ? Markup.escaped(replacement).value() : replacement.value();
    return Texts.like(rendering, subject, Texts.replaced(rendering, subject.value(), old.value(), with, count));
  }

  private static PyValue truncated(Rendering rendering, PyValue value, Bound arguments) {
    int length = arguments.integer(0, 255);
    String end = arguments.text(2, "...");
    int leeway = arguments.unlessNone(3) == null ? 5 : arguments.integer(3);
    int endLength = CodePoints.length(end);
    if (length < endLength || leeway < 0) {
      throw new EvaluationException("'truncate' needs a length of at least " + endLength + " and a leeway of at least 0");
    }
    if (Sequences.length(value) <= (long) length + leeway) {
      return value;
    }
    PyText text = value instanceof PyText same ? same : notText("truncate", value);
    String kept = CodePoints.substring(text.value(), 0, length - endLength);
    int space = arguments.flag(1, false) ? -1 : kept.lastIndexOf(' ');
    return Texts.like(rendering, text, (space < 0 ? kept : kept.substring(0, space)) + end);
  }

  static PyText notText(String filter, PyValue value) {
    if (value instanceof PyUndefined undefined) {
      throw undefined.failure();
    }
    throw new EvaluationException("'" + filter + "' needs a string, found " + value.described());
  }

  private static int words(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean word = isWord(c);
      words += word && !inside ? 1 : 0;
      inside = word;
    }
    return words;
  }

  static boolean isWord(int c) {
    return c == '_' || Character.isLetterOrDigit(c) || Character.getType(c) == Character.OTHER_NUMBER
        || Character.getType(c) == Character.LETTER_NUMBER;
  }

  private static PyValue formatted(Rendering rendering, PyValue value, Arguments arguments) {
    if (!arguments.positional().isEmpty() && !arguments.named().isEmpty()) {
      throw new EvaluationException("'format' takes either positional or named arguments, not both");
    }
    PyValue values = PyTuple.of(arguments.positional());
    if (!arguments.named().isEmpty()) {
      PyDict dict = new PyDict();
      arguments.named().forEach((name, argument) -> dict.put(PyText.of(name), argument));
      values = dict;
    }
    return PercentFormat.format(rendering, text(rendering, value), values);
  }
}
