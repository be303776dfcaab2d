package io.noetl.benchmarks;

import java.util.Arrays;

/** The middle of several measurements. */
final class Median {

  private Median() {}

  /** The middle one, or the mean of the two middle ones; at least one measurement is needed. */
  static double of(double... measurements) {
    double[] sorted = measurements.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
