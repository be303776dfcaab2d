package io.noetl.adapters.report.plot;

/**
 * The unit of an axis.
 *
 * @param seconds how many seconds it has
 */
record TimeScale(String unit, double seconds) {

  /** The unit that suits an axis of so many seconds. */
  static TimeScale of(double length) {
    if (length < 2) {
      return new TimeScale("milliseconds", 0.001);
    }
    if (length < 300) {
      return new TimeScale("seconds", 1);
    }
    return length < 18_000 ? new TimeScale("minutes", 60) : new TimeScale("hours", 3_600);
  }
}
