package io.noetl.benchmarks.damage;

import java.util.Locale;

/** The figures of a run, for people and for programs. */
final class DamageReport {

  private DamageReport() {}

  static String head() {
    return String.format(
        Locale.ROOT,
        "%-28s %6s | %6s %9s %9s %7s | %13s %11s %10s",
        "damage", "files", "bad", "unproven", "harmless", "missed", "DuckDB: error", "other data", "same data");
  }

  static String line(String name, Tally tally) {
    return String.format(
        Locale.ROOT,
        "%-28s %6d | %6d %9d %9d %7d | %12.1f%% %10.1f%% %9.1f%%",
        name,
        tally.files(),
        tally.count(Tally.Verdict.BAD),
        tally.count(Tally.Verdict.UNPROVEN),
        tally.count(Tally.Verdict.HARMLESS),
        tally.count(Tally.Verdict.MISSED),
        tally.share(Tally.Notice.ERROR),
        tally.share(Tally.Notice.OTHER_DATA),
        tally.share(Tally.Notice.SAME_DATA));
  }

  static String json(long seed, int sound, int falseAlarms, Tally all) {
    return String.format(
        Locale.ROOT,
        "{\"seed\": %d, \"corruptions\": %d, \"found\": %d, \"harmless\": %d, \"missed\": %d, \"good_files\": %d,"
            + " \"false_alarms\": %d, \"duckdb_error_percent\": %.1f, \"duckdb_silently_other_data_percent\": %.1f,"
            + " \"duckdb_same_data_percent\": %.1f}",
        seed,
        all.files(),
        all.count(Tally.Verdict.BAD) + all.count(Tally.Verdict.UNPROVEN),
        all.count(Tally.Verdict.HARMLESS),
        all.count(Tally.Verdict.MISSED),
        sound,
        falseAlarms,
        all.share(Tally.Notice.ERROR),
        all.share(Tally.Notice.OTHER_DATA),
        all.share(Tally.Notice.SAME_DATA));
  }
}
