package io.noetl.benchmarks.damage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Reads Parquet files as plain DuckDB does, in a process of its own that a damaged file may bring down. For each path on
 * standard input answers with a line: a hash over every value in its place, or {@code error} and why.
 */
public final class DuckDbReadings {

  static final String ERROR = "error ";

  private static final String HASH =
      """
      SELECT count(*) || ' ' || coalesce(sum(hash(*COLUMNS(*))), 0)::VARCHAR
      FROM read_parquet('${path}', file_row_number = true, hive_partitioning = false)
      """;

  private DuckDbReadings() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    BufferedReader paths = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement settings = connection.createStatement()) {
      settings.execute("SET threads = 1; SET memory_limit = '1GB'; SET enable_external_file_cache = false");
      for (String path = paths.readLine(); path != null; path = paths.readLine()) {
        System.out.println(read(connection, path));
      }
    }
  }

  /** An error closes the statement. */
  private static String read(Connection connection, String path) {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(HASH.replace("${path}", path.replace("'", "''")))) {
      answer.next();
      return answer.getString(1);
    } catch (SQLException e) {
      return ERROR + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
  }
}
