package io.noetl.adapters.playbook.reader;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the name that was meant. Near is a name at most one edit away for names of up to four characters, two for longer
 * ones; an edit inserts, deletes or replaces a character or swaps two neighbours (optimal string alignment distance).
 * Case does not count.
 */
final class Suggestion {

  private static final int SHORT_NAME = 4;

  /** Longer names are not compared: nobody mistypes them by an edit or two. */
  private static final int LONGEST_NAME = 100;

  /** Among more names than that none is looked for, so that a file full of mistakes is refused quickly. */
  private static final int MOST_NAMES = 2_000;

  private Suggestion() {}

  /** The nearest known name, if one is near; of several the first in alphabetical order. */
  static Optional<String> near(String written, Collection<String> known) {
    int allowed = written.length() <= SHORT_NAME ? 1 : 2;
    if (written.length() > LONGEST_NAME || known.size() > MOST_NAMES) {
      return Optional.empty();
    }
    Optional<String> nearest = Optional.empty();
    int least = allowed + 1;
    for (String candidate : known.stream().sorted().toList()) {
      if (Math.abs(candidate.length() - written.length()) <= allowed) {
        int distance = distance(written.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
        if (distance < least) {
          least = distance;
          nearest = Optional.of(candidate);
        }
      }
    }
    return nearest;
  }

  /** {@code ; did you mean 'next'?}, or nothing when no known name is near. */
  static String after(String written, Collection<String> known) {
    return near(written, known).map(name -> "; did you mean '" + name + "'?").orElse("");
  }

  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], 1 + cost[i - 2][j - 2]);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
