package io.noetl.application.history;

import java.util.List;
import java.util.Optional;

/** Finds what was probably meant by a mistyped or shortened id. */
final class NearestText {

  private NearestText() {}

  /**
   * The only candidate that begins with {@code text}, else the first of those that differ from it in the fewest
   * characters, if that is at most a quarter of its length.
   */
  static Optional<String> to(String text, List<String> candidates) {
    List<String> longer = candidates.stream().filter(candidate -> candidate.startsWith(text)).limit(2).toList();
    if (longer.size() == 1 && !text.isEmpty()) {
      return Optional.of(longer.getFirst());
    }
    String nearest = null;
    int fewest = text.length() / 4 + 1;
    for (String candidate : candidates) {
      int edits = edits(text, candidate);
      if (edits < fewest) {
        fewest = edits;
        nearest = candidate;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** The Levenshtein distance: insertions, deletions and replacements that turn one text into the other. */
  private static int edits(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
        current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
      }
      above = current;
    }
    return above[to.length()];
  }
}
