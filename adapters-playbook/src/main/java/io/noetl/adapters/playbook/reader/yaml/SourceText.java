package io.noetl.adapters.playbook.reader.yaml;

import io.noetl.domain.template.Position;
import java.util.Arrays;

/**
 * The text of a file and where its lines begin. SnakeYAML counts code points; positions count UTF-16 code units. A line
 * ends with {@code \n}, {@code \r\n} or {@code \r}. Not safe for use by several threads.
 */
final class SourceText {

  private final String text;
  private final int[] lineStarts;
  private int knownCodePoint;
  private int knownOffset;

  SourceText(String text) {
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  String text() {
    return text;
  }

  /** The offset of the code point of that index; quick when indexes are asked for about in their order. */
  int offset(int codePoint) {
    knownOffset = text.offsetByCodePoints(knownOffset, codePoint - knownCodePoint);
    knownCodePoint = codePoint;
    return knownOffset;
  }

  Position position(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, offset - lineStarts[line] + 1);
  }

  /** The offset of the line after the one of {@code offset}, or the end of the text. */
  int nextLine(int offset) {
    int line = position(offset).line();
    return line < lineStarts.length ? lineStarts[line] : text.length();
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, lines * 2);
        }
        starts[lines++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, lines);
  }
}
