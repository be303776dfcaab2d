package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.syntax.WhiteSpace;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Markup;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyUndefined;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.Sequences;
import io.noetl.adapters.playbook.template.value.TextFinder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The methods of {@code str} that take it apart and put it together. */
final class TextSplitting {

  private TextSplitting() {}

  static void addTo(MethodTable<PyText> table) {
    table
        .addNamed("split", (r, text, a) -> Texts.list(text, split(r, text.value(), a, false)), 0, "sep", "maxsplit")
        .addNamed("rsplit", (r, text, a) -> Texts.list(text, split(r, text.value(), a, true)), 0, "sep", "maxsplit")
        .addNamed("splitlines", (r, text, a) -> Texts.list(text, Texts.lines(r, text.value(), a.integerFlag(0))), 0, "keepends")
        .add("join", (r, text, a) -> Texts.like(r, text, joined(r, text, a.value(0))), 1, "iterable");
  }

  static String notEmpty(String separator) {
    if (separator.isEmpty()) {
      throw new EvaluationException("a separator cannot be empty");
    }
    return separator;
  }

  private static List<String> split(Rendering rendering, String text, Bound arguments, boolean fromRight) {
    int limit = arguments.integer(1, -1);
    int most = limit < 0 ? Integer.MAX_VALUE : limit;
    if (arguments.unlessNone(0) == null) {
      return fromRight ? wordsFromRight(rendering, text, most) : words(rendering, text, most);
    }
    String separator = notEmpty(arguments.text(0));
    return fromRight ? piecesFromRight(rendering, text, separator, most) : pieces(rendering, text, separator, most);
  }

  private static List<String> pieces(Rendering rendering, String text, String separator, int most) {
    List<String> pieces = new ArrayList<>();
    int at = 0;
    int found = TextFinder.first(rendering, text, separator, 0);
    while (found >= 0 && pieces.size() < most) {
      rendering.elements(1);
      pieces.add(text.substring(at, found));
      at = found + separator.length();
      found = TextFinder.first(rendering, text, separator, at);
    }
    rendering.elements(1);
    pieces.add(text.substring(at));
    return pieces;
  }

  private static List<String> piecesFromRight(Rendering rendering, String text, String separator, int most) {
    List<String> pieces = new ArrayList<>();
    int end = text.length();
    int found = TextFinder.last(rendering, text, separator, text.length());
    while (found >= 0 && pieces.size() < most) {
      rendering.elements(1);
      pieces.add(text.substring(found + separator.length(), end));
      end = found;
      found = end < separator.length() ? -1 : TextFinder.last(rendering, text, separator, end - separator.length());
    }
    rendering.elements(1);
    pieces.add(text.substring(0, end));
    return pieces.reversed();
  }

  private static List<String> words(Rendering rendering, String text, int most) {
    List<String> words = new ArrayList<>();
    int at = skip(text, 0, true);
    while (at < text.length()) {
      rendering.elements(1);
      if (words.size() == most) {
        int end = text.length();
        while (WhiteSpace.is(text.charAt(end - 1))) {
          end--;
        }
        words.add(text.substring(at, end));
        break;
      }
      int end = skip(text, at, false);
      words.add(text.substring(at, end));
      at = skip(text, end, true);
    }
    return words;
  }

  private static int skip(String text, int from, boolean space) {
    int at = from;
    while (at < text.length() && WhiteSpace.is(text.charAt(at)) == space) {
      at++;
    }
    return at;
  }

  private static List<String> wordsFromRight(Rendering rendering, String text, int most) {
    String reversed = new StringBuilder(text).reverse().toString();
    List<String> words = new ArrayList<>();
    for (String word : words(rendering, reversed, most)) {
      words.add(new StringBuilder(word).reverse().toString());
    }
    return words.reversed();
  }

  private static String joined(Rendering rendering, PyText separator, PyValue values) {
    StringBuilder out = new StringBuilder();
    Iterator<PyValue> elements = Sequences.iterator(rendering, values);
    boolean first = true;
    while (elements.hasNext()) {
      PyValue element = elements.next();
      switch (separator.safe() ? Markup.escaped(TextFilters.text(rendering, element)) : element) {
        case PyText text -> out.append(first ? "" : separator.value()).append(text.value());
        case PyUndefined undefined -> throw undefined.failure();
        case PyValue other -> throw new EvaluationException(
            "'join' of a string needs strings, found " + other.described() + "; the filter 'join' takes anything");
      }
      rendering.length(out.length());
      first = false;
    }
    return out.toString();
  }
}
