package io.noetl.benchmarks;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Times two commands as whole processes in turn, A B A B …, after one uncounted run of each, and compares the medians.
 *
 * <p>Arguments: the number of rounds, the name of the figures, then command A and command B, each as one argument split
 * at spaces.
 */
public final class WholeProcessBenchmark {

  private WholeProcessBenchmark() {}

  /** Prints a line per round on standard error and one JSON line on standard output. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rounds = Integer.parseInt(arguments[0]);
    String name = arguments[1];
    List<String> first = List.of(arguments[2].split(" "));
    List<String> second = List.of(arguments[3].split(" "));
    double[] firstSeconds = new double[rounds];
    double[] secondSeconds = new double[rounds];
    seconds(first);
    seconds(second);
    for (int round = 0; round < rounds; round++) {
      firstSeconds[round] = seconds(first);
      secondSeconds[round] = seconds(second);
      System.err.printf(
          Locale.ROOT, "round %d: %.3f s against %.3f s%n", round + 1, firstSeconds[round], secondSeconds[round]);
    }
    double ratio = Median.of(firstSeconds) / Median.of(secondSeconds);
    System.out.printf(
        Locale.ROOT,
        "{\"%s_seconds\": %.3f, \"peer_seconds\": %.3f, \"%s_ratio\": %.3f, \"%s_rounds\": %d}%n",
        name, Median.of(firstSeconds), Median.of(secondSeconds), name, ratio, name, rounds);
  }

  private static double seconds(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(new File("/dev/null"))
            .redirectError(ProcessBuilder.Redirect.to(new File("/dev/null")));
    long start = System.nanoTime();
    int status = builder.start().waitFor();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (status != 0) {
      throw new IllegalStateException(String.join(" ", command) + " ended with status " + status);
    }
    return seconds;
  }
}
