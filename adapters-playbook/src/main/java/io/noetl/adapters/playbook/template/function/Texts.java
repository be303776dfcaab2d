package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.PyList;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.TextFinder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What the string methods and the string filters have in common. */
final class Texts {

  private Texts() {}

  /** A result that is markup where its origin was. */
  static PyText like(Rendering rendering, PyText origin, String result) {
    rendering.characters(result.length());
    return origin.safe() ? PyText.safe(result) : PyText.of(result);
  }

  /** Results that are markup where their origin was; they are accounted for already. */
  static PyList list(PyText origin, List<String> texts) {
    List<PyValue> items = new ArrayList<>(texts.size());
    for (String text : texts) {
      items.add(origin.safe() ? PyText.safe(text) : PyText.of(text));
    }
    return new PyList(items);
  }

  /** {@code text.replace(old, new, count)}; a negative count means all. An empty {@code old} stands before each character. */
  static String replaced(Rendering rendering, String text, String old, String replacement, int count) {
    if (count == 0 || (!old.isEmpty() && !TextFinder.contains(rendering, text, old))) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    int left = count < 0 ? Integer.MAX_VALUE : count;
    while (left > 0) {
      int found = TextFinder.first(rendering, text, old, at);
      if (found < 0) {
        break;
      }
      rendering.step();
      left--;
      out.append(text, at, found).append(replacement);
      at = found + old.length();
      rendering.length(out.length());
      if (old.isEmpty()) {
        if (at == text.length()) {
          return out.toString();
        }
        int next = text.offsetByCodePoints(at, 1);
        out.append(text, at, next);
        at = next;
      }
    }
    return out.append(text, at, text.length()).toString();
  }

  /** Fills a text on both sides up to a width, the odd one as Python places it. */
  static String centered(Rendering rendering, String text, int width, String fill) {
    int missing = missing(rendering, text, width);
    int left = missing / 2 + (missing & width & 1);
    return fill.repeat(left) + text + fill.repeat(missing - left);
  }

  static int missing(Rendering rendering, String text, int width) {
    int missing = Math.max(0, width - text.codePointCount(0, text.length()));
    rendering.characters(missing);
    return missing;
  }

  /** The lines of a text, by all the line ends that Python knows. */
  static List<String> lines(Rendering rendering, String text, boolean keepEnds) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (isLineEnd(c)) {
        int end = at - 1;
        if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
          at++;
        }
        rendering.elements(1);
        lines.add(text.substring(start, keepEnds ? at : end));
        start = at;
      }
    }
    if (start < text.length()) {
      rendering.elements(1);
      lines.add(text.substring(start));
    }
    return lines;
  }

  private static boolean isLineEnd(char c) {
    return (c >= '\n' && c <= '\r') || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** The text without the given characters at its ends. */
  static String stripped(String text, String characters, boolean left, boolean right) {
    BitSet set = new BitSet();
    characters.codePoints().forEach(set::set);
    int from = 0;
    int to = text.length();
    while (left && from < to) {
      int c = text.codePointAt(from);
      if (!set.get(c)) {
        break;
      }
      from += Character.charCount(c);
    }
    while (right && to > from) {
      int c = text.codePointBefore(to);
      if (!set.get(c)) {
        break;
      }
      to -= Character.charCount(c);
    }
    return text.substring(from, to);
  }

  static String oneCharacter(String name, String text) {
    if (text.codePointCount(0, text.length()) != 1) {
      throw new EvaluationException("'" + name + "' needs exactly one character to fill with, found '" + text + "'");
    }
    return text;
  }
}
