package io.noetl.adapters.duckdb.connection;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What DuckDB says about a statement, taken apart. Its message is {@code Kind Error: text}, perhaps over several lines,
 * then {@code LINE n: excerpt} with a caret under the place, where it knows one.
 *
 * @param message one line, without the place
 * @param place where in the statement; null if that is not known
 */
public record DuckDbProblem(String message, @Nullable Place place) {

  private static final Pattern PLACE = Pattern.compile("\\R\\s*\\RLINE (\\d+): (.*)\\R( *)\\^", Pattern.DOTALL);

  private static final String CUT = "...";

  /** A place in a statement: line and column, both from 1. */
  public record Place(int line, int column) {}

  /** The problem with {@code sql}. */
  public static DuckDbProblem of(String sql, SQLException error) {
    String message = DuckDbMessages.of(error);
    Matcher place = PLACE.matcher(message);
    if (!place.find()) {
      return new DuckDbProblem(oneLine(message), null);
    }
    int line = Integer.parseInt(place.group(1));
    int mark = ("LINE " + line + ": ").length();
    int column = place.group(3).length() - mark + 1 + cutBefore(sql, line, place.group(2));
    return new DuckDbProblem(oneLine(message.substring(0, place.start())), new Place(line, Math.max(1, column)));
  }

  /** What DuckDB says, in one line and without the place. */
  public static String line(SQLException error) {
    return oneLine(PLACE.matcher(DuckDbMessages.of(error)).replaceAll(""));
  }

  /** The text with each line break, and the spaces around it, as one space. */
  public static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** How many characters of the line the excerpt leaves out at its start, less what stands for them. */
  private static int cutBefore(String sql, int line, String excerpt) {
    if (!excerpt.startsWith(CUT)) {
      return 0;
    }
    String kept = excerpt.substring(CUT.length(), excerpt.length() - (excerpt.endsWith(CUT) ? CUT.length() : 0));
    int start = sql.lines().skip(line - 1L).findFirst().orElse("").indexOf(kept);
    return Math.max(0, start - CUT.length());
  }
}
