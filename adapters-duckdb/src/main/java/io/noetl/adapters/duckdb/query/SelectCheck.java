package io.noetl.adapters.duckdb.query;

import io.noetl.application.error.InvalidRequestException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/**
 * Lets exactly one statement through that only reads: {@code SELECT} and what DuckDB parses as one ({@code FROM},
 * {@code WITH}, {@code VALUES}, {@code DESCRIBE}, {@code SUMMARIZE}, {@code SHOW}). DuckDB's own parser decides,
 * through {@code json_serialize_sql}, which runs nothing.
 */
final class SelectCheck {

  private static final String PARSE =
      """
      SELECT json_array_length(tree, '$.statements'),
        tree ->> 'error_type', tree ->> 'error_message', tree ->> 'position'
      FROM (SELECT json_serialize_sql(CAST(? AS VARCHAR)) AS tree)
      """;

  private SelectCheck() {}

  static void check(DuckDBConnection connection, String sql) throws SQLException {
    try (PreparedStatement parse = connection.prepareStatement(PARSE)) {
      parse.setString(1, sql);
      try (ResultSet answer = parse.executeQuery()) {
        answer.next();
        String errorType = answer.getString(2);
        if (errorType == null) {
          requireOne(answer.getLong(1));
        } else if (errorType.equals("not implemented")) {
          throw new InvalidRequestException(
              "the query is not allowed: only a statement that reads may run here",
              "begin it with SELECT, WITH, FROM or DESCRIBE");
        } else {
          throw QueryErrors.ofParser(sql, answer.getString(3), answer.getString(4));
        }
      }
    }
  }

  private static void requireOne(long statements) {
    if (statements == 0) {
      throw new InvalidRequestException("the query is empty", "give one SELECT statement");
    }
    if (statements > 1) {
      throw new InvalidRequestException(
          "the query has " + statements + " statements: only one may run here", "run them one at a time");
    }
  }
}
