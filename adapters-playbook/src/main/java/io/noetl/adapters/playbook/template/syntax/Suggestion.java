package io.noetl.adapters.playbook.template.syntax;

import java.util.Collection;

/** Finds the name that was probably meant. */
public final class Suggestion {

  private Suggestion() {}

  /** {@code ; did you mean 'known'?} for the nearest of the known names, or nothing when none is near. */
  public static String of(String name, Collection<String> known) {
    String best = "";
    int limit = name.length() <= 4 ? 1 : name.length() <= 8 ? 2 : 3;
    int bestDistance = limit + 1;
    for (String candidate : known) {
      if (Math.abs(candidate.length() - name.length()) > limit) {
        continue;
      }
      int distance = distance(name, candidate);
      boolean tie = distance == bestDistance && !best.isEmpty() && candidate.compareTo(best) < 0;
      if (distance < bestDistance || tie) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best.isEmpty() ? "" : "; did you mean '" + best + "'?";
  }

  /** Single-character edits from one name to the other, swaps of neighbours included. */
  private static int distance(String a, String b) {
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
          continue;
        }
        int replaced = table[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        table[i][j] = Math.min(replaced, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
          table[i][j] = Math.min(table[i][j], table[i - 2][j - 2] + 1);
        }
      }
    }
    return table[a.length()][b.length()];
  }
}
