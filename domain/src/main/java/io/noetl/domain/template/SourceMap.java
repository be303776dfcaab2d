package io.noetl.domain.template;

import java.util.Arrays;

/**
 * Where each character of a text stands in the file that the text was read from. Places inside the text are offsets in
 * UTF-16 units, from 0 up to and with its length.
 */
public sealed interface SourceMap {

  /** Where the text begins in the file. */
  Position start();

  /** The place of the character at {@code offset} of {@code text}, which is the text that this map was made for. */
  Position position(CharSequence text, int offset);

  /** The map of a text that is written on without a break, each further line in the same column of the next line. */
  static SourceMap lines(Position start, int continuationColumn) {
    return new Runs(start, continuationColumn, Runs.NONE);
  }

  /** All of a text at one place: it is no copy of what the file has there, as {@code {{ true }}} is of {@code yes}. */
  record Point(Position start) implements SourceMap {

    @Override
    public Position position(CharSequence text, int offset) {
      return start;
    }
  }

  /**
   * A text in runs. Inside a run the columns of text and file go on together, and after a line break (<code>\n</code>,
   * <code>\r\n</code> or <code>\r</code>) the text goes on in the next line of the file, in the continuation column. A new
   * run begins wherever that does not hold: after an escape, at the indentation of a folded line.
   */
  final class Runs implements SourceMap {

    static final int[] NONE = {};

    /** What one run takes in {@link #further}: its offset in the text, its line and its column in the file. */
    private static final int WIDTH = 3;

    private final Position start;
    private final int continuationColumn;
    private final int[] further;

    private Runs(Position start, int continuationColumn, int[] further) {
      if (continuationColumn < 1) {
        throw new IllegalArgumentException("continuation column " + continuationColumn + ": columns begin at 1");
      }
      this.start = start;
      this.continuationColumn = continuationColumn;
      this.further = further;
    }

    @Override
    public Position start() {
      return start;
    }

    /** How many runs there are, at least 1. */
    public int count() {
      return 1 + further.length / WIDTH;
    }

    @Override
    public Position position(CharSequence text, int offset) {
      int run = runOf(offset);
      int line = run < 0 ? start.line() : further[run * WIDTH + 1];
      int column = run < 0 ? start.column() : further[run * WIDTH + 2];
      int lineStart = run < 0 ? 0 : further[run * WIDTH];
      int end = Math.min(offset, text.length());
      for (int i = lineStart; i < end; i++) {
        char c = text.charAt(i);
        if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
          line++;
          column = continuationColumn;
          lineStart = i + 1;
        }
      }
      return new Position(line, column + end - lineStart);
    }

    /** The last of the further runs that begins at or before an offset; -1 is the first run of all. */
    private int runOf(int offset) {
      int low = 0;
      int high = further.length / WIDTH;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (further[middle * WIDTH] <= offset) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low - 1;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Runs runs
          && start.equals(runs.start)
          && continuationColumn == runs.continuationColumn
          && Arrays.equals(further, runs.further);
    }

    @Override
    public int hashCode() {
      return (start.hashCode() * 31 + continuationColumn) * 31 + Arrays.hashCode(further);
    }

    /** {@code 3:5/5 7=4:9}: start, continuation column, and each further run with its offset. */
    @Override
    public String toString() {
      StringBuilder out = new StringBuilder(start + "/" + continuationColumn);
      for (int i = 0; i < further.length; i += WIDTH) {
        out.append(' ').append(further[i]).append('=').append(further[i + 1]).append(':').append(further[i + 2]);
      }
      return out.toString();
    }
  }

  /** Collects the runs of a text in their order. */
  final class Builder {

    private final Position start;
    private final int continuationColumn;
    private int[] further = Runs.NONE;
    private int length;

    /** A map whose first run begins at {@code start}. */
    public Builder(Position start, int continuationColumn) {
      this.start = start;
      this.continuationColumn = continuationColumn;
    }

    /** Begins a run at an offset of the text, which is greater than those before. */
    public Builder run(int offset, Position position) {
      int before = length == 0 ? 0 : further[length - Runs.WIDTH];
      if (offset <= before) {
        throw new IllegalArgumentException("a run at offset " + offset + " after one at " + before);
      }
      if (length == further.length) {
        further = Arrays.copyOf(further, Math.max(4 * Runs.WIDTH, length * 2));
      }
      further[length] = offset;
      further[length + 1] = position.line();
      further[length + 2] = position.column();
      length += Runs.WIDTH;
      return this;
    }

    /** The map of the runs so far. */
    public SourceMap build() {
      return new Runs(start, continuationColumn, Arrays.copyOf(further, length));
    }
  }
}
