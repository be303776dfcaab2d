package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.syntax.WhiteSpace;
import io.noetl.adapters.playbook.template.value.Rendering;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Wraps a line as Python's {@code textwrap} does (https://docs.python.org/3/library/textwrap.html): breaks at white
 * space, behind hyphens of compound words and around dashes; white space at the ends of lines is dropped.
 */
final class WordWrap {

  private final Rendering rendering;
  private final int width;
  private final boolean breakLongWords;
  private final boolean breakOnHyphens;

  WordWrap(Rendering rendering, int width, boolean breakLongWords, boolean breakOnHyphens) {
    this.rendering = rendering;
    this.width = width;
    this.breakLongWords = breakLongWords;
    this.breakOnHyphens = breakOnHyphens;
  }

  List<String> lines(String text) {
    Deque<String> chunks = new ArrayDeque<>(chunks(text));
    List<String> lines = new ArrayList<>();
    while (!chunks.isEmpty()) {
      rendering.step();
      if (!lines.isEmpty() && isBlank(chunks.peek())) {
        chunks.pop();
      }
      String line = line(chunks);
      if (!line.isEmpty()) {
        rendering.elements(1);
        lines.add(line);
      }
    }
    return lines;
  }

  private String line(Deque<String> chunks) {
    List<String> line = new ArrayList<>();
    int length = 0;
    while (!chunks.isEmpty() && length + LayoutFilters.width(chunks.peek()) <= width) {
      String chunk = chunks.pop();
      line.add(chunk);
      length += LayoutFilters.width(chunk);
    }
    if (!chunks.isEmpty() && LayoutFilters.width(chunks.peek()) > width) {
      longWord(chunks, line, width - length);
    }
    if (!line.isEmpty() && isBlank(line.getLast())) {
      line.removeLast();
    }
    return String.join("", line);
  }

  private void longWord(Deque<String> chunks, List<String> line, int space) {
    if (!breakLongWords) {
      if (line.isEmpty()) {
        line.add(chunks.pop());
      }
      return;
    }
    String chunk = chunks.pop();
    rendering.steps(chunk.length() / 64);
    int end = chunk.offsetByCodePoints(0, space);
    int hyphen = breakOnHyphens ? chunk.lastIndexOf('-', end - 1) : -1;
    if (hyphen > 0 && chunk.chars().limit(hyphen).anyMatch(c -> c != '-')) {
      end = hyphen + 1;
    }
    line.add(chunk.substring(0, end));
    chunks.push(chunk.substring(end));
  }

  private static boolean isBlank(String chunk) {
    return WhiteSpace.stripped(chunk).isEmpty();
  }

  private List<String> chunks(String text) {
    List<String> chunks = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      rendering.step();
      int end = isBreak(text, at) ? spaceEnd(text, at) : isDash(text, at) ? dashEnd(text, at) : wordEnd(text, at);
      rendering.elements(1);
      chunks.add(text.substring(at, end));
      at = end;
    }
    return chunks;
  }

  private static boolean isBreak(String text, int at) {
    char c = text.charAt(at);
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static int spaceEnd(String text, int from) {
    int at = from;
    while (at < text.length() && isBreak(text, at)) {
      at++;
    }
    return at;
  }

  /** Two or more hyphens between a word or its punctuation and a word. */
  private boolean isDash(String text, int at) {
    if (!breakOnHyphens || at == 0 || text.charAt(at) != '-') {
      return false;
    }
    if (!TextFilters.isWord(text.charAt(at - 1)) && "!\"'&.,?".indexOf(text.charAt(at - 1)) < 0) {
      return false;
    }
    int end = dashEnd(text, at);
    return end - at >= 2 && end < text.length() && TextFilters.isWord(text.charAt(end));
  }

  private static int dashEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == '-') {
      at++;
    }
    return at;
  }

  private int wordEnd(String text, int from) {
    int at = from + 1;
    while (at < text.length() && !isBreak(text, at) && !(breakOnHyphens && (isDash(text, at) || behindHyphen(text, at)))) {
      at++;
    }
    return at;
  }

  /** Whether a compound word may break here: behind letters and a hyphen, before two letters. */
  private static boolean behindHyphen(String text, int at) {
    if (text.charAt(at - 1) != '-') {
      return false;
    }
    boolean before = isLetter(text, at - 2) && (isLetter(text, at - 3) || (at > 3 && text.charAt(at - 3) == '-'
        && isLetter(text, at - 4)));
    int second = at + 1 < text.length() && text.charAt(at + 1) == '-' ? at + 2 : at + 1;
    return before && isLetter(text, at) && isLetter(text, second);
  }

  private static boolean isLetter(String text, int at) {
    return at >= 0 && at < text.length() && (text.charAt(at) == '_' || Character.isLetter(text.charAt(at)));
  }
}
