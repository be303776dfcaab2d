package io.noetl.domain.template;

import java.util.Comparator;

/** A place in a text: line and column, both from 1; a column counts UTF-16 code units. */
public record Position(int line, int column) {

  public static final Position START = new Position(1, 1);

  public static final Comparator<Position> IN_FILE_ORDER =
      Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

  public Position {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("line " + line + ", column " + column + ": both begin at 1");
    }
  }

  /** {@code line:column}. */
  @Override
  public String toString() {
    return line + ":" + column;
  }
}
