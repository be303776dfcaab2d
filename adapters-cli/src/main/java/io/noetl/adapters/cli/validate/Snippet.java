package io.noetl.adapters.cli.validate;

import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.domain.template.Position;

/**
 * A line of a file as a terminal shows it, and how far below it the caret stands. Of a line that is too wide the part
 * around the place is shown.
 */
final class Snippet {

  private static final String ELLIPSIS = "…";

  /** Columns that are kept free to the right of the caret where the line goes on. */
  private static final int RIGHT = 20;

  private final String number;
  private final String before;
  private final String shown;

  /**
   * @param line the line of the file
   * @param place a place in it; its column may be past the end
   * @param width the columns of the terminal
   */
  Snippet(String line, Position place, int width) {
    number = String.valueOf(place.line());
    int room = Math.max(RIGHT * 2, width - gutter().length());
    int at = Math.min(place.column() - 1, line.length());
    String left = LineText.of(line.substring(0, at));
    String right = LineText.of(line.substring(at));
    before = LineText.widthOf(left) + RIGHT < room ? left : ELLIPSIS + end(left, room - RIGHT - 1);
    shown = LineText.shortened(before + right, room);
  }

  /** What stands before the line: its number. */
  String gutter() {
    return "  " + number + " | ";
  }

  /** What stands before the caret. */
  String emptyGutter() {
    return "  " + " ".repeat(number.length()) + " | ";
  }

  String shown() {
    return shown;
  }

  /** Spaces up to the place. */
  String indentation() {
    return " ".repeat(LineText.widthOf(before));
  }

  /** The end of a text, at most {@code width} columns of it. */
  private static String end(String text, int width) {
    int from = text.length();
    while (from > 0 && LineText.widthOf(text.substring(text.offsetByCodePoints(from, -1))) <= width) {
      from = text.offsetByCodePoints(from, -1);
    }
    return text.substring(from);
  }
}
