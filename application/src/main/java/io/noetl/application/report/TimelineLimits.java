package io.noetl.application.report;

/**
 * What an outline of a timeline holds at most; what is beyond is counted.
 *
 * @param iterations the first iterations of a loop
 * @param children the first rows within any other
 * @param failures further rows within one that failed
 * @param rows rows of an execution in all
 * @param textLength characters of each input and output; 0 for no texts
 */
public record TimelineLimits(int iterations, int children, int failures, int rows, int textLength) {

  public TimelineLimits {
    if (iterations < 0 || children < 0 || failures < 0 || rows < 1 || textLength < 0) {
      throw new IllegalArgumentException(
          "iterations %d, children %d, failures %d, rows %d, text length %d: none may be negative, and rows begin at 1"
              .formatted(iterations, children, failures, rows, textLength));
    }
  }
}
