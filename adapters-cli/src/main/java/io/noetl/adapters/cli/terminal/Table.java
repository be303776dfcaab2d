package io.noetl.adapters.cli.terminal;

import java.util.List;
import java.util.function.Consumer;

/**
 * Lines of a table with a header, a rule and two spaces between columns. A cell that is wider than its column pushes the
 * rest of its line to the right.
 */
public final class Table {

  private static final String GAP = "  ";

  private final List<String> header;
  private final int[] widths;
  private final boolean[] right;

  private Table(List<String> header, int[] widths, boolean[] right) {
    this.header = header;
    this.widths = widths;
    this.right = right;
  }

  /**
   * A table whose columns are as wide as the widest cell of {@code rows}.
   *
   * @param right which columns are aligned to the right
   */
  public static Table fitting(List<String> header, boolean[] right, List<List<String>> rows) {
    int[] widths = new int[header.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = LineText.widthOf(header.get(column));
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], LineText.widthOf(row.get(column)));
      }
    }
    return new Table(header, widths, right.clone());
  }

  /** The header and the rule under it. */
  public void writeHeader(Consumer<String> lines) {
    lines.accept(line(header));
    StringBuilder rule = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      rule.append(column == 0 ? "" : GAP).append("─".repeat(widths[column]));
    }
    lines.accept(rule.toString());
  }

  /** The line of a row. */
  public String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = cells.get(column);
      String padding = " ".repeat(Math.max(0, widths[column] - LineText.widthOf(cell)));
      line.append(column == 0 ? "" : GAP).append(right[column] ? padding + cell : cell + padding);
    }
    return line.toString().stripTrailing();
  }
}
