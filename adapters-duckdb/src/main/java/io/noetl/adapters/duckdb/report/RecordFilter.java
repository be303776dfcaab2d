package io.noetl.adapters.duckdb.report;

import io.noetl.adapters.duckdb.connection.DuckDbMessages;
import io.noetl.adapters.duckdb.connection.DuckDbProblem;
import io.noetl.application.error.InvalidRequestException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * A condition that a user wrote. It stands on lines of its own in parentheses, so that DuckDB's places are those in the
 * condition, a line further down; DuckDB's own parser must find that it is the condition of the statement and nothing more.
 */
final class RecordFilter {

  private static final String REMEDY =
      "write a condition on the columns of the event log, such as \"event_type = 'task_error'\"";

  private static final int LONGEST = 1_000_000;

  /** Everything that a statement can have beside its condition must be as {@link #selection} has it. */
  private static final String PARSE =
      """
      SELECT tree ->> 'error_message', tree ->> 'position', tree ->> 'error_type',
        json_array_length(tree, '$.statements') = 1
          AND (tree ->> '$.statements[0].node.type') = 'SELECT_NODE'
          AND json_array_length(tree, '$.statements[0].node.modifiers') = 0
          AND json_array_length(tree, '$.statements[0].node.select_list') = 1
          AND json_array_length(tree, '$.statements[0].node.group_expressions') = 0
          AND json_array_length(tree, '$.statements[0].node.group_sets') = 0
          AND json_type(tree, '$.statements[0].node.having') = 'NULL'
          AND json_type(tree, '$.statements[0].node.qualify') = 'NULL'
          AND json_type(tree, '$.statements[0].node.sample') = 'NULL'
      FROM (SELECT json_serialize_sql(CAST(? AS VARCHAR)) AS tree)
      """;

  private final @Nullable String condition;

  /**
   * @param condition null for none
   */
  RecordFilter(@Nullable String condition) {
    this.condition = condition;
  }

  @Nullable String condition() {
    return condition;
  }

  /** The rows of a table that it selects. */
  String selection(String columns, String table) {
    String rows = "SELECT " + columns + " FROM " + table;
    return condition == null ? rows : rows + " WHERE (\n" + condition + "\n)";
  }

  /** Refuses what is no condition, and what cannot be evaluated. */
  void check(DuckDBConnection connection, String table) throws SQLException {
    if (condition == null) {
      return;
    }
    if (condition.isBlank()) {
      throw new InvalidRequestException("the filter is empty", REMEDY);
    }
    if (condition.length() > LONGEST) {
      throw new InvalidRequestException("the filter is longer than " + LONGEST + " characters", "shorten it");
    }
    String statement = selection("count(*) AS n", table);
    parse(connection, statement);
    try {
      Sql.list(connection, statement, row -> row.integer("n"));
    } catch (SQLException e) {
      if (isOfTheFilter(e)) {
        throw wrong(statement, e);
      }
      throw e;
    }
  }

  private void parse(DuckDBConnection connection, String statement) throws SQLException {
    try (PreparedStatement parse = connection.prepareStatement(PARSE)) {
      parse.setString(1, statement);
      try (ResultSet answer = parse.executeQuery()) {
        answer.next();
        String problem = answer.getString(1);
        if (problem != null) {
          throw unparsable(statement, problem, answer.getString(2));
        }
        if (answer.getString(3) != null || !answer.getBoolean(4)) {
          throw new InvalidRequestException("the filter is no condition: it goes on after one", REMEDY);
        }
      }
    }
  }

  /** Errors of the input and output come from the data; a condition can meet one only where it tries to reach files. */
  private static boolean isOfTheFilter(SQLException error) {
    String message = DuckDbMessages.of(error);
    return !message.startsWith("IO Error")
        && !message.startsWith("INTERNAL Error")
        && !message.startsWith("FATAL Error")
        && !message.startsWith("Invalid Error");
  }

  private InvalidRequestException unparsable(String statement, String problem, @Nullable String position) {
    int at = position == null ? -1 : statement.offsetByCodePoints(0, Math.min(characters(statement), Integer.parseInt(position)));
    int begin = statement.indexOf('\n') + 1;
    int end = statement.length() - 2;
    if (at < begin || at > end) {
      String what = at > end ? "it ends too early, or closes a parenthesis too many" : DuckDbProblem.oneLine(problem);
      return new InvalidRequestException("the filter is wrong: " + what, REMEDY);
    }
    String before = statement.substring(begin, at);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = characters(before.substring(before.lastIndexOf('\n') + 1)) + 1;
    return at(line, column, DuckDbProblem.oneLine(problem), null);
  }

  private static int characters(String text) {
    return text.codePointCount(0, text.length());
  }

  private static InvalidRequestException wrong(String statement, SQLException error) {
    DuckDbProblem problem = DuckDbProblem.of(statement, error);
    DuckDbProblem.Place place = problem.place();
    if (place == null || place.line() < 2) {
      return new InvalidRequestException("the filter is wrong: " + problem.message(), REMEDY, error);
    }
    return at(place.line() - 1, place.column(), problem.message(), error);
  }

  private static InvalidRequestException at(int line, int column, String problem, @Nullable SQLException cause) {
    return new InvalidRequestException(
        "the filter is wrong at line " + line + ", column " + column + ": " + problem, REMEDY, cause);
  }
}
