package io.noetl.adapters.playbook.template.syntax;

import java.util.Collection;

/**
 * Finds the name that was meant. Near is a name at most one edit away for names of up to four characters, two for longer
 * ones; an edit inserts, deletes or replaces a character or swaps two neighbours (optimal string alignment distance). Case
 * does not count. Of several nearest names it is the first in the order of their characters.
 */
public final class Suggestion {

  private static final int SHORT_NAME = 4;

  /** Longer names are not compared: nobody mistypes them by an edit or two. */
  private static final int LONGEST_NAME = 64;

  private final String name;
  private String best = "";

  /** How many edits a name may be away to be of interest; those of the best one once there is one. */
  private int most;

  /** The last three rows of the table of distances; the newest comes last. */
  private int[] beforeLast = {};

  private int[] last = {};
  private int[] row = {};

  private Suggestion(String name) {
    this.name = name;
    this.most = name.length() <= SHORT_NAME ? 1 : 2;
  }

  public static Suggestion instead(String name) {
    return new Suggestion(name);
  }

  /** {@code ; did you mean 'known'?} for the nearest of the known names, or nothing when none is near. */
  public static String of(String name, Collection<String> known) {
    return instead(name).among(known).text();
  }

  /** Looks at more names. */
  public Suggestion among(Iterable<String> known) {
    for (String candidate : known) {
      if (name.length() <= LONGEST_NAME && Math.abs(candidate.length() - name.length()) <= most) {
        consider(candidate);
      }
    }
    return this;
  }

  public String text() {
    return best.isEmpty() ? "" : "; did you mean '" + best + "'?";
  }

  private void consider(String candidate) {
    int distance = distance(candidate);
    if (distance < most || (distance == most && (best.isEmpty() || candidate.compareTo(best) < 0))) {
      best = candidate;
      most = distance;
    }
  }

  /** The edits from the name to the candidate; some number beyond {@link #most} when there are more. */
  private int distance(String candidate) {
    int width = candidate.length() + 1;
    if (row.length < width) {
      beforeLast = new int[width + LONGEST_NAME];
      last = new int[width + LONGEST_NAME];
      row = new int[width + LONGEST_NAME];
    }
    for (int j = 0; j < width; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= name.length(); i++) {
      int[] oldest = beforeLast;
      beforeLast = last;
      last = row;
      row = oldest;
      if (fillRow(i, candidate) > most) {
        return most + 1;
      }
    }
    return row[candidate.length()];
  }

  /** Fills the row of the first {@code i} characters of the name and answers its least distance. */
  private int fillRow(int i, String candidate) {
    int smallest = i;
    row[0] = i;
    for (int j = 1; j <= candidate.length(); j++) {
      boolean same = same(i - 1, candidate, j - 1);
      int cost = Math.min(last[j - 1] + (same ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
      if (i > 1 && j > 1 && same(i - 1, candidate, j - 2) && same(i - 2, candidate, j - 1)) {
        cost = Math.min(cost, 1 + beforeLast[j - 2]);
      }
      row[j] = cost;
      smallest = Math.min(smallest, cost);
    }
    return smallest;
  }

  private boolean same(int i, String candidate, int j) {
    char a = name.charAt(i);
    char b = candidate.charAt(j);
    return a == b || Character.toLowerCase(a) == Character.toLowerCase(b);
  }
}
