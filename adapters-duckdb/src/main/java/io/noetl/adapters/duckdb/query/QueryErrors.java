package io.noetl.adapters.duckdb.query;

import io.noetl.adapters.duckdb.connection.DuckDbMessages;
import io.noetl.adapters.duckdb.connection.DuckDbProblem;
import io.noetl.application.error.InvalidRequestException;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what DuckDB says about a query into one line with its position. */
final class QueryErrors {

  /** The kinds of error that the data or the machine is to blame for. */
  private static final List<String> NOT_OF_THE_QUERY =
      List.of("IO Error", "FATAL Error", "INTERNAL Error", "Serialization Error", "TransactionContext Error");

  /**
   * How what DuckDB says of a damaged Parquet file begins (its version 1.5). Only the beginning tells: what a query or a
   * file holds can follow. {@code Invalid Error} is what no part of DuckDB has foreseen, as its decoders have not.
   */
  private static final Pattern OF_THE_FILE =
      Pattern.compile(
          "^(?:Invalid Error: |(?:[A-Z]\\w*(?: \\w+)* Error: )?"
              + "(?:Failed to read (?:Parquet )?file |No magic bytes found |TProtocolException: "
              + "|File '[^']*' too small to be a Parquet file|ZSTD Decompression failed|Mismatch in parquet read "
              + "|Parquet file (?:'[^']*': metadata is corrupt|has invalid |is likely corrupted)"
              + "|Malformed Parquet schema |Root element of Parquet file |Parquet footer length "
              + "|Parquet data unexpectedly |Unimplemented type for Parquet |Unsupported ParquetColumnSchemaType"
              + "|Invalid decimal encoding in Parquet file|Invalid string encoding found in Parquet file "
              + "|Invalid JSON found in Parquet file))");

  private static final String REMEDY = "see what there is with \"SHOW TABLES\" and \"DESCRIBE event_log\"";

  private QueryErrors() {}

  /** Whether it is the query that is wrong, and neither the data nor the machine. */
  static boolean isOfTheQuery(SQLException error) {
    String message = DuckDbMessages.of(error);
    return NOT_OF_THE_QUERY.stream().noneMatch(message::startsWith);
  }

  /** Whether it is the Parquet file under the query that cannot be read. */
  static boolean isOfTheFile(SQLException error) {
    return OF_THE_FILE.matcher(line(error)).find();
  }

  /** The error of a query that DuckDB refused or gave up. */
  static InvalidRequestException of(String sql, SQLException error) {
    DuckDbProblem problem = DuckDbProblem.of(sql, error);
    DuckDbProblem.Place place = problem.place();
    String what = place == null ? "the query failed: " : wrongAt(place.line(), place.column());
    return new InvalidRequestException(what + problem.message(), REMEDY, error);
  }

  /**
   * The error of a query that does not parse.
   *
   * @param position how many characters precede the place; null if it is not known
   */
  static InvalidRequestException ofParser(String sql, String problem, @Nullable String position) {
    if (position == null) {
      return new InvalidRequestException("the query is wrong: " + DuckDbProblem.oneLine(problem), "");
    }
    int characters = Math.min(sql.codePointCount(0, sql.length()), Integer.parseInt(position));
    String before = sql.substring(0, sql.offsetByCodePoints(0, characters));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.codePointCount(before.lastIndexOf('\n') + 1, before.length()) + 1;
    return new InvalidRequestException(wrongAt(line, column) + DuckDbProblem.oneLine(problem), "");
  }

  private static String wrongAt(int line, int column) {
    return "the query is wrong at line " + line + ", column " + column + ": ";
  }

  /** What DuckDB says, in one line and without the place. */
  static String line(SQLException error) {
    return DuckDbProblem.line(error);
  }
}
