package io.noetl.benchmarks.damage;

import io.noetl.adapters.parquet.verifier.ParquetExportInspector;
import io.noetl.application.port.ExportInspector;
import io.noetl.application.port.ExportInspector.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Damages sound files, again and again, and has each verified and read by plain DuckDB. Every damage follows from the seed and
 * its number alone. First all sound files are verified: none may be called anything but proven.
 */
public final class DamageSuite {

  private static final int SUBJECTS = 60;
  private static final int REDRAWS = 200;

  private final ExportInspector inspector = new ParquetExportInspector();
  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private final Path scratch;
  private final Path misses;
  private final long seed;
  private int falseAlarms;

  private DamageSuite(Path scratch, Path misses, long seed) {
    this.scratch = scratch;
    this.misses = misses;
    this.seed = seed;
    Damage.ALL.forEach(damage -> tallies.put(damage.name(), new Tally()));
  }

  /**
   * Prints what was missed, a table, one JSON line, and {@code N passed, M failed}; exits with 1 if anything failed.
   *
   * @param arguments a folder of sound files, a scratch folder, a folder for files that were missed, the seed, the number of the
   *     first damage, how many
   */
  public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
    DamageSuite suite = new DamageSuite(Path.of(arguments[1]), Path.of(arguments[2]), Long.parseLong(arguments[3]));
    List<Path> sound = suite.verified(Path.of(arguments[0]));
    int first = Integer.parseInt(arguments[4]);
    suite.damage(suite.subjects(sound), first, first + Integer.parseInt(arguments[5]));
    System.exit(suite.report(sound.size()) ? 0 : 1);
  }

  private List<Path> verified(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
    for (Path file : files) {
      Verdict verdict = inspector.inspect(file);
      if (!(verdict instanceof Verdict.Proven)) {
        falseAlarms++;
        System.out.println("FALSE ALARM " + file + ": " + verdict);
      }
    }
    return files;
  }

  /** Which files are damaged: some of each tenth by size, so that there are small ones, large ones and all codecs. */
  private List<Subject> subjects(List<Path> sound) throws IOException, InterruptedException {
    List<Path> drawn = new ArrayList<>(sound);
    Collections.shuffle(drawn, new Random(seed));
    List<Subject> subjects = new ArrayList<>();
    try (DuckDbWitness witness = new DuckDbWitness()) {
      for (Path file : drawn.subList(0, Math.min(SUBJECTS, drawn.size()))) {
        subjects.add(Subject.of(file, witness));
      }
    }
    return subjects;
  }

  private void damage(List<Subject> subjects, int first, int end)
      throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger(first);
    int workers = Runtime.getRuntime().availableProcessors();
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      for (int worker = 0; worker < workers; worker++) {
        running.add(
            pool.submit(
                () -> {
                  try (DuckDbWitness witness = new DuckDbWitness()) {
                    for (int number = next.getAndIncrement(); number < end; number = next.getAndIncrement()) {
                      damage(subjects, number, witness);
                    }
                  }
                  return null;
                }));
      }
      for (Future<?> worker : running) {
        worker.get();
      }
    }
  }

  private void damage(List<Subject> subjects, int number, DuckDbWitness witness) throws IOException, InterruptedException {
    Path file = scratch.resolve("damaged-" + number + ".parquet");
    Case drawn = draw(subjects, number, file);
    try {
      Verdict said = inspector.inspect(file);
      String reading = witness.read(file);
      Tally.Notice notice = notice(reading, drawn.subject());
      Tally.Verdict verdict = verdict(said, drawn.damage(), notice);
      Tally tally = tallies.get(drawn.damage().name());
      if (tally != null) {
        tally.add(verdict, notice);
      }
      if (verdict == Tally.Verdict.MISSED) {
        Files.createDirectories(misses);
        Path kept = Files.copy(file, misses.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        System.out.printf(
            "MISSED %s of %s, in which DuckDB found: %s; kept as %s; again with --seed %d --from %d --count 1%n",
            drawn.damage().name(), drawn.subject().file().getFileName(), reading, kept, seed, number);
      }
    } finally {
      Files.delete(file);
    }
  }

  /** Writes a damaged file. One that came out as it was, or that cannot be damaged so, has another one take its place. */
  private Case draw(List<Subject> subjects, int number, Path file) throws IOException {
    Random random = new Random(seed * 1_000_003 + number);
    Damage damage = Damage.drawn(random);
    for (int redraw = 0; redraw < REDRAWS; redraw++) {
      Subject subject = subjects.get(random.nextInt(subjects.size()));
      Optional<byte[]> damaged = damage.way().damage(subject.bytes(), random);
      if (damaged.isPresent() && !Arrays.equals(damaged.get(), subject.bytes())) {
        Files.write(file, damaged.get());
        return new Case(subject, damage);
      }
    }
    throw new IllegalStateException("damage " + number + " of seed " + seed + ", " + damage.name() + ", changes nothing in any file");
  }

  private static Tally.Notice notice(String reading, Subject subject) {
    if (!Character.isDigit(reading.charAt(0))) {
      return Tally.Notice.ERROR;
    }
    return reading.equals(subject.reading()) ? Tally.Notice.SAME_DATA : Tally.Notice.OTHER_DATA;
  }

  private static Tally.Verdict verdict(Verdict said, Damage damage, Tally.Notice notice) {
    return switch (said) {
      case Verdict.Bad bad -> Tally.Verdict.BAD;
      case Verdict.Unproven unproven -> Tally.Verdict.UNPROVEN;
      case Verdict.Proven proven ->
          damage.isSealed() && notice != Tally.Notice.OTHER_DATA ? Tally.Verdict.HARMLESS : Tally.Verdict.MISSED;
    };
  }

  private boolean report(int sound) {
    Tally all = new Tally();
    System.out.println(DamageReport.head());
    tallies.forEach(
        (name, tally) -> {
          all.add(tally);
          System.out.println(DamageReport.line(name, tally));
        });
    System.out.println(DamageReport.line("all", all));
    System.out.println(DamageReport.json(seed, sound, falseAlarms, all));
    int failed = all.count(Tally.Verdict.MISSED) + falseAlarms;
    System.out.printf("%d passed, %d failed%n", all.files() + sound - failed, failed);
    return failed == 0 && all.files() > 0 && sound > 0;
  }

  private record Case(Subject subject, Damage damage) {}
}
