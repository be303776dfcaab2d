package io.noetl.benchmarks;

import io.noetl.benchmarks.WildValues.Traits;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Random;

/** Makes stores whose exports are of every shape: from one row to thousands, of wild values and of typical ones. */
public final class DamageFiles {

  private static final int[] ROWS = {1, 5, 40, 300, 1_000};

  /** One execution of so many has columns of several pages. */
  private static final int LARGE = 5;

  /** As many rows as no page holds; the texts are short and repeat, so that the file stays small. */
  private static final int WILD_ROWS = 21_000;

  private static final Traits SHORT = new Traits(0.2, 300, 8, true);

  /** As many rows as have more JSON than a page holds. */
  private static final int TYPICAL_ROWS = 6_000;

  private DamageFiles() {}

  /**
   * Makes a store with as many executions as there are to be files.
   *
   * @param arguments the store, how many executions, a seed
   */
  public static void main(String[] arguments) throws SQLException, IOException {
    Path store = Path.of(arguments[0]);
    int executions = Integer.parseInt(arguments[1]);
    Random random = new Random(Long.parseLong(arguments[2]));
    int typical = executions / 3;
    try (WildLog log = WildLog.in(store)) {
      for (int i = typical; i < executions; i++) {
        log.add(wild(i, random), Optional.empty());
      }
    }
    try (SyntheticLog log = SyntheticLog.in(store)) {
      for (int i = 0; i < typical; i++) {
        log.add(typical(i, random));
      }
    }
  }

  private static WildLog.Shape wild(int execution, Random random) {
    return execution % LARGE == 0
        ? new WildLog.Shape(WILD_ROWS, random.nextLong(), SHORT)
        : new WildLog.Shape(rows(random), random.nextLong(), null);
  }

  private static SyntheticLog.Shape typical(int execution, Random random) {
    int rows = execution % LARGE == 0 ? TYPICAL_ROWS : rows(random);
    double nulls = random.nextInt(3) / 3.0;
    return new SyntheticLog.Shape(rows, random.nextInt(), nulls, 1 + random.nextInt(100), random.nextInt(60));
  }

  private static int rows(Random random) {
    return 1 + random.nextInt(ROWS[random.nextInt(ROWS.length)]);
  }
}
