package io.noetl.adapters.duckdb.connection;

import java.sql.SQLException;
import java.util.regex.Pattern;

/** What DuckDB says, without what its driver puts before it. */
public final class DuckDbMessages {

  /** What precedes the error of a statement that failed as it was bound or as its answer was fetched. */
  private static final Pattern PREAMBLE =
      Pattern.compile(
          "^Invalid Input Error: Attempting to execute an unsuccessful or closed pending query result\\R(?:Error: )?");

  private DuckDbMessages() {}

  /** The message of an error: {@code Kind Error: text}, perhaps over several lines. */
  public static String of(SQLException error) {
    String message = error.getMessage() == null ? error.toString() : error.getMessage();
    return PREAMBLE.matcher(message).replaceFirst("");
  }
}
