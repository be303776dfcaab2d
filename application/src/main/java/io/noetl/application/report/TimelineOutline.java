package io.noetl.application.report;

import java.util.List;

/**
 * The timeline of one execution as far as its limits allow, in the order of starts: a row comes after the one it lies in.
 *
 * @param omitted rows that lie in none that is kept, such as those of a file without parents
 */
public record TimelineOutline(String executionId, List<Entry> entries, Omitted omitted) {

  public TimelineOutline {
    entries = List.copyOf(entries);
  }

  /**
   * A row that is kept.
   *
   * @param depth how many rows it lies in
   * @param critical whether the execution would have ended sooner had this row ended sooner: of the rows within a critical
   *     one, the one that ended last is critical, and so is the one that ended last before that began, and so on
   * @param omitted the rows directly within it that are left out
   */
  public record Entry(TimelineRow row, int depth, boolean critical, Omitted omitted) {}

  /** How many rows are left out, and how many of those ended in error; what lies within them is not counted. */
  public record Omitted(long count, long failed) {

    public static final Omitted NONE = new Omitted(0, 0);
  }
}
