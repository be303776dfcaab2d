package io.noetl.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Exports against DuckDB's {@code COPY (… ORDER BY sequence) … snappy} of the same execution, and against Polars writing a
 * frame that is already in memory: our writer alone, and our export with its proof, the reading from DuckDB included. Each
 * has a warm process of its own ({@link ExportJob}); they take turns.
 *
 * <p>Arguments: the store, the execution's id, a scratch folder, rounds, rows, Polars' script; then the command that runs a
 * Java class, word by word.
 */
public final class ExportBenchmark {

  private static final int WARM_UPS = 3;

  private final Contender copy;
  private final Contender write;
  private final Contender proven;
  private final Contender polars;

  private ExportBenchmark(String[] arguments) throws IOException {
    this.copy = job("copy", arguments);
    this.write = job("write", arguments);
    this.proven = job("prove", arguments);
    copy.run("warm-up 0");
    Path scratch = Path.of(arguments[2]);
    this.polars =
        new Contender(
            "polars",
            List.of("node", arguments[5], scratch.resolve("copy.parquet").toString(), scratch.resolve("polars.parquet").toString()));
  }

  /** One answer of a job. */
  private record Run(double wall, double processor, double megabytes, double bytes) {

    static Run of(String answer) {
      double[] figures = Arrays.stream(answer.split(" ")).mapToDouble(Double::parseDouble).toArray();
      return new Run(figures[0], figures[1], figures[2], figures[3]);
    }
  }

  private interface Figure {
    double of(Run run);
  }

  /** A process, and what it has measured. */
  private static final class Contender {

    private final String name;
    private final PeerProcess process;
    private final List<Run> runs = new ArrayList<>();

    Contender(String name, List<String> command) throws IOException {
      this.name = name;
      this.process = new PeerProcess(command);
    }

    void run(String round) {
      Run run = Run.of(process.ask("go"));
      System.err.printf(
          Locale.ROOT, "%s: %s %.3f s, %.2f processor s, %.0f MB%n",
          round, name, run.wall(), run.processor(), run.megabytes());
      runs.add(run);
    }

    double median(Figure figure) {
      return Median.of(runs.stream().mapToDouble(figure::of).toArray());
    }
  }

  /** Prints a line a run on standard error and one JSON line on standard output. */
  public static void main(String[] arguments) throws IOException {
    ExportBenchmark benchmark = new ExportBenchmark(arguments);
    benchmark.run(Integer.parseInt(arguments[3]));
    benchmark.print(arguments[4]);
  }

  private static Contender job(String way, String[] arguments) throws IOException {
    List<String> command = new ArrayList<>(Arrays.asList(arguments).subList(6, arguments.length));
    String target = Path.of(arguments[2], way + ".parquet").toString();
    command.addAll(List.of(ExportJob.class.getName(), way, arguments[0], arguments[1], target));
    return new Contender(way, command);
  }

  private void run(int rounds) {
    List<Contender> all = List.of(copy, write, proven, polars);
    for (int round = 1; round <= WARM_UPS; round++) {
      String name = "warm-up " + round;
      all.forEach(contender -> contender.run(name));
    }
    all.forEach(contender -> contender.runs.clear());
    for (int round = 1; round <= rounds; round++) {
      String name = "round " + round;
      all.forEach(contender -> contender.run(name));
    }
    all.forEach(contender -> contender.process.close());
  }

  private void print(String rows) {
    System.out.printf(
        Locale.ROOT,
        "{\"copy_seconds\": %.3f, \"write_seconds\": %.3f, \"proven_seconds\": %.3f, \"polars_seconds\": %.3f,"
            + " \"copy_cpu_seconds\": %.3f, \"proven_cpu_ratio\": %.3f, \"copy_megabytes\": %.0f, \"proven_megabytes\": %.0f,"
            + " \"write_polars_ratio\": %.3f, \"write_wall_ratio\": %.3f, \"write_cpu_ratio\": %.3f, \"proven_wall_ratio\": %.3f,"
            + " \"memory_ratio\": %.3f, \"size_ratio\": %.3f, \"rounds\": %d, \"rows\": %s}%n",
        copy.median(Run::wall), write.median(Run::wall), proven.median(Run::wall), polars.median(Run::wall),
        copy.median(Run::processor), ratio(proven, copy, Run::processor), copy.median(Run::megabytes),
        proven.median(Run::megabytes), ratio(write, polars, Run::wall), ratio(write, copy, Run::wall),
        ratio(write, copy, Run::processor), ratio(proven, copy, Run::wall), ratio(proven, copy, Run::megabytes),
        ratio(proven, copy, Run::bytes), copy.runs.size(), rows);
  }

  private static double ratio(Contender ours, Contender theirs, Figure figure) {
    return ours.median(figure) / theirs.median(figure);
  }
}
