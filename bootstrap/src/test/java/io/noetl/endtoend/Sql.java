package io.noetl.endtoend;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks files with DuckDB alone, as anybody could: nothing of the product is used. */
final class Sql {

  private Sql() {}

  /** The rows of an answer, their values as DuckDB shows them with a bar between. */
  static List<String> rows(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      try (ResultSet answer = statement.executeQuery(sql)) {
        List<String> rows = new ArrayList<>();
        while (answer.next()) {
          List<String> values = new ArrayList<>();
          for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
            values.add(answer.getString(column));
          }
          rows.add(String.join("|", values.stream().map(String::valueOf).toList()));
        }
        return rows;
      }
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** Does something that has no answer. */
  static void execute(String sql) {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** A path as a literal. */
  static String literal(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }
}
