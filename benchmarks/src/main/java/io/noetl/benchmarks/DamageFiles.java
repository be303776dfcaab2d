package io.noetl.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Random;

/** Makes stores whose exports are of every shape: from one row to thousands, of wild values and of typical ones. */
public final class DamageFiles {

  private static final int[] ROWS = {1, 5, 40, 300, 2_000};

  /** As many rows as make columns of several pages. */
  private static final int LARGE = 25_000;

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
        log.add(new WildLog.Shape(rows(i, random), random.nextLong(), null), Optional.empty());
      }
    }
    try (SyntheticLog log = SyntheticLog.in(store)) {
      for (int i = 0; i < typical; i++) {
        double nulls = random.nextInt(3) / 3.0;
        log.add(new SyntheticLog.Shape(rows(i, random), random.nextInt(), nulls, 1 + random.nextInt(100), random.nextInt(60)));
      }
    }
  }

  private static int rows(int execution, Random random) {
    return execution % 12 == 0 ? LARGE : 1 + random.nextInt(ROWS[random.nextInt(ROWS.length)]);
  }
}
