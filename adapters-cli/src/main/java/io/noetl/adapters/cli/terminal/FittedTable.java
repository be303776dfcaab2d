package io.noetl.adapters.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A table that is no wider than the terminal: the widest columns give way first, and what no longer fits ends in an ellipsis.
 * Numbers keep their width as long as anything else can give way.
 */
public final class FittedTable {

  private static final String GAP = "  ";
  private static final int NARROWEST_TEXT = 8;
  private static final int NARROWEST_NUMBER = 3;

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /** A column of the table; cells of a styled one are shown by {@code style}. */
  public record Column(String name, boolean number, UnaryOperator<String> style) {

    public static Column text(String name) {
      return new Column(name, false, UnaryOperator.identity());
    }

    public static Column number(String name) {
      return new Column(name, true, UnaryOperator.identity());
    }
  }

  public FittedTable(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Adds a row of one cell a column; control characters are made visible. */
  public void add(List<String> cells) {
    rows.add(cells.stream().map(LineText::of).toList());
  }

  /** Writes the header, a rule and the rows, none wider than {@code width}. */
  public void write(int width, Consumer<String> lines) {
    int[] widths = widths(width);
    List<String> header = columns.stream().map(Column::name).toList();
    lines.accept(line(header, widths, false));
    StringBuilder rule = new StringBuilder();
    Arrays.stream(widths).forEach(its -> rule.append(rule.isEmpty() ? "" : GAP).append("─".repeat(its)));
    lines.accept(rule.toString());
    rows.forEach(row -> lines.accept(line(row, widths, true)));
  }

  private int[] widths(int width) {
    int[] widths = new int[columns.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = LineText.widthOf(columns.get(column).name());
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], LineText.widthOf(row.get(column)));
      }
    }
    int room = width - GAP.length() * (widths.length - 1);
    shrink(widths, room, false, NARROWEST_TEXT);
    shrink(widths, room, true, NARROWEST_NUMBER);
    shrink(widths, room, false, 1);
    return widths;
  }

  /** Takes a column at a time from the widest until all fit, or none may become narrower. */
  private void shrink(int[] widths, int room, boolean numbers, int narrowest) {
    while (Arrays.stream(widths).sum() > room) {
      int widest = -1;
      for (int column = 0; column < widths.length; column++) {
        boolean mayShrink = columns.get(column).number() == numbers && widths[column] > narrowest;
        if (mayShrink && (widest < 0 || widths[column] > widths[widest])) {
          widest = column;
        }
      }
      if (widest < 0) {
        return;
      }
      widths[widest]--;
    }
  }

  private String line(List<String> cells, int[] widths, boolean styled) {
    StringBuilder line = new StringBuilder();
    int last = widths.length - 1;
    for (int column = 0; column <= last; column++) {
      String cell = LineText.shortened(cells.get(column), widths[column]);
      boolean right = columns.get(column).number();
      String padding = " ".repeat(Math.max(0, widths[column] - LineText.widthOf(cell)));
      String shown = styled ? columns.get(column).style().apply(cell) : cell;
      line.append(column == 0 ? "" : GAP).append(right ? padding + shown : column == last ? shown : shown + padding);
    }
    return line.toString().stripTrailing();
  }
}
