package io.noetl.adapters.duckdb.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;

/** Statements and their rows. */
final class Sql {

  private Sql() {}

  static void execute(DuckDBConnection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** All rows of an answer that is known to be short. */
  static <T> List<T> list(DuckDBConnection connection, String sql, Row<T> row) throws SQLException {
    List<T> rows = new ArrayList<>();
    each(connection, sql, answer -> rows.add(row.of(answer)));
    return rows;
  }

  /** Hands over every row of an answer as it comes. */
  static void each(DuckDBConnection connection, String sql, RowTaker taker) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      AnswerRow row = new AnswerRow(answer);
      while (answer.next()) {
        taker.take(row);
      }
    }
  }

  /** A text as a literal. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A name as an identifier. */
  static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The end of a statement that wants the first rows alone. */
  static String limit(long first) {
    return first == Long.MAX_VALUE ? "" : " LIMIT " + first;
  }

  /** Reads the current row of an answer. */
  interface Row<T> {
    T of(AnswerRow row) throws SQLException;
  }

  /** Takes the current row of an answer. */
  interface RowTaker {
    void take(AnswerRow row) throws SQLException;
  }
}
