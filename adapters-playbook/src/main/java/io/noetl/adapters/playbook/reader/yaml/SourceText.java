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

  /** Whether YAML takes it for white space inside a line. */
  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** Whether it ends a line of YAML 1.1, which knows more line breaks than people count lines by. */
  static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  /** What a text has for a line break of its file. */
  static char breakCharacter(char c) {
    return c == '\u2028' || c == '\u2029' ? c : '\n';
  }

  /** The offset after the line break at {@code at}. */
  static int afterBreak(String text, int at) {
    return text.startsWith("\r\n", at) ? at + 2 : at + 1;
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
