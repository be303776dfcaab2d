package io.noetl.adapters.duckdb.items;

import io.noetl.adapters.duckdb.connection.DuckDbMessages;
import io.noetl.adapters.duckdb.connection.DuckDbProblem;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What DuckDB says about a file of items, in one line that names the line of the file where there is one. Its messages
 * have to be recognised; those of 1.5 are in the tests. It counts no line breaks inside of quotes.
 */
final class ItemErrors {

  private static final Pattern CSV = Pattern.compile("CSV Error on Line: (\\d+)\\b(.*)", Pattern.DOTALL);

  private static final Pattern COUNT = Pattern.compile("Expected Number of Columns: (\\d+) Found: (\\d+)");

  private static final Pattern KIND = Pattern.compile("^(?:[A-Z]\\w*(?: \\w+)* Error: )+");

  private ItemErrors() {}

  /** Whether DuckDB could not make out the columns of a CSV file, which it says without a line. */
  static boolean isOfColumns(SQLException error) {
    return DuckDbMessages.of(error).contains("Error when sniffing file");
  }

  static String of(SQLException error) {
    Matcher csv = CSV.matcher(DuckDbMessages.of(error));
    if (csv.find()) {
      return "line " + csv.group(1) + " " + ofLine(csv.group(2));
    }
    return KIND.matcher(DuckDbProblem.line(error)).replaceFirst("");
  }

  private static String ofLine(String message) {
    Matcher count = COUNT.matcher(message);
    if (count.find()) {
      return "has " + count.group(2) + " fields, the line of column names " + count.group(1);
    }
    if (message.contains("unterminated quote")) {
      return "has a quote that is not closed";
    }
    if (message.contains("not utf-8")) {
      return "is no UTF-8; save the file as UTF-8";
    }
    // the line itself comes first, advice for those who write the SQL last
    return message.strip().lines()
        .filter(line -> !line.isBlank() && !line.startsWith("Original Line:"))
        .findFirst()
        .map(line -> "is no CSV: " + line.strip())
        .orElse("is no CSV");
  }
}
