package io.noetl.application.run;

import java.util.List;
import java.util.Optional;

/** Finds what was probably meant by a mistyped or shortened name. */
public final class NearestText {

  private NearestText() {}

  /**
   * The only candidate that begins with {@code text}, else the first of those that differ from it by the fewest edits, if
   * that is at most a quarter of its length, or one.
   */
  public static Optional<String> to(String text, List<String> candidates) {
    List<String> longer = candidates.stream().filter(candidate -> candidate.startsWith(text)).limit(2).toList();
    if (longer.size() == 1 && !text.isEmpty()) {
      return Optional.of(longer.getFirst());
    }
    String nearest = null;
    int fewest = Math.max(1, text.length() / 4) + 1;
    for (String candidate : candidates) {
      int edits = edits(text, candidate);
      if (edits < fewest) {
        fewest = edits;
        nearest = candidate;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
  private static int edits(String from, String to) {
    int[][] edits = new int[from.length() + 1][to.length() + 1];
    for (int row = 0; row <= from.length(); row++) {
      for (int column = 0; column <= to.length(); column++) {
        edits[row][column] = row == 0 || column == 0 ? row + column : fewest(edits, from, to, row, column);
      }
    }
    return edits[from.length()][to.length()];
  }

  private static int fewest(int[][] edits, String from, String to, int row, int column) {
    boolean same = from.charAt(row - 1) == to.charAt(column - 1);
    int fewest = edits[row - 1][column - 1] + (same ? 0 : 1);
    fewest = Math.min(fewest, 1 + Math.min(edits[row - 1][column], edits[row][column - 1]));
    boolean swapped =
        row > 1
            && column > 1
            && from.charAt(row - 1) == to.charAt(column - 2)
            && from.charAt(row - 2) == to.charAt(column - 1);
    return swapped ? Math.min(fewest, edits[row - 2][column - 2] + 1) : fewest;
  }
}
