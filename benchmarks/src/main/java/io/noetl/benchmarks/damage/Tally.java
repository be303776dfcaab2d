package io.noetl.benchmarks.damage;

import java.util.EnumMap;
import java.util.Map;

/** What became of the files that were damaged in one way. */
final class Tally {

  /** What the verifier said. */
  enum Verdict {
    BAD,
    UNPROVEN,
    /** Proven, where the damage changed nothing that anybody could read; only where the file was sealed anew. */
    HARMLESS,
    MISSED
  }

  /** What plain DuckDB noticed. */
  enum Notice {
    ERROR,
    OTHER_DATA,
    SAME_DATA
  }

  private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
  private final Map<Notice, Integer> notices = new EnumMap<>(Notice.class);

  synchronized void add(Verdict verdict, Notice notice) {
    verdicts.merge(verdict, 1, Integer::sum);
    notices.merge(notice, 1, Integer::sum);
  }

  void add(Tally other) {
    other.verdicts.forEach((verdict, count) -> verdicts.merge(verdict, count, Integer::sum));
    other.notices.forEach((notice, count) -> notices.merge(notice, count, Integer::sum));
  }

  int files() {
    return verdicts.values().stream().mapToInt(Integer::intValue).sum();
  }

  int count(Verdict verdict) {
    return verdicts.getOrDefault(verdict, 0);
  }

  int count(Notice notice) {
    return notices.getOrDefault(notice, 0);
  }

  /** Of all, in percent. */
  double share(Notice notice) {
    return files() == 0 ? 0 : 100.0 * count(notice) / files();
  }
}
