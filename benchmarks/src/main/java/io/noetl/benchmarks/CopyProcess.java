package io.noetl.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The peer of a cold export: a JVM that only opens the database and has DuckDB write the file. Nothing of noetl is in it. */
public final class CopyProcess {

  private CopyProcess() {}

  /**
   * Writes one file, and ends.
   *
   * @param arguments the store; the execution's id; the target
   */
  public static void main(String[] arguments) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + arguments[0]);
        Statement statement = connection.createStatement()) {
      statement.execute(copy(arguments[1], arguments[2]));
    }
  }

  /** What a user of DuckDB would write. */
  static String copy(String execution, String target) {
    return "COPY (SELECT * FROM event_log WHERE execution_id = '%s' ORDER BY sequence) TO '%s' (FORMAT parquet, COMPRESSION snappy)"
        .formatted(execution, target);
  }
}
