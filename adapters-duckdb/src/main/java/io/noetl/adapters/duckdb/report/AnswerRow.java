package io.noetl.adapters.duckdb.report;

import io.noetl.application.report.BoundedText;
import io.noetl.application.report.Distribution;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The current row of an answer; knows where its columns are, which the driver looks up anew for each value. */
final class AnswerRow {

  private final ResultSet answer;
  private final Map<String, Integer> places = new HashMap<>();

  AnswerRow(ResultSet answer) throws SQLException {
    this.answer = answer;
    ResultSetMetaData columns = answer.getMetaData();
    for (int place = 1; place <= columns.getColumnCount(); place++) {
      places.put(columns.getColumnName(place), place);
    }
  }

  /** A text; nothing is an empty one. */
  String text(String column) throws SQLException {
    return Objects.requireNonNullElse(optionalText(column), "");
  }

  @Nullable String optionalText(String column) throws SQLException {
    return answer.getString(place(column));
  }

  long integer(String column) throws SQLException {
    return answer.getLong(place(column));
  }

  @Nullable Long optionalInteger(String column) throws SQLException {
    long number = integer(column);
    return answer.wasNull() ? null : number;
  }

  @Nullable Integer optionalInt(String column) throws SQLException {
    int number = answer.getInt(place(column));
    return answer.wasNull() ? null : number;
  }

  double number(String column) throws SQLException {
    return answer.getDouble(place(column));
  }

  @Nullable Double optionalNumber(String column) throws SQLException {
    double number = number(column);
    return answer.wasNull() ? null : number;
  }

  boolean truth(String column) throws SQLException {
    return answer.getBoolean(place(column));
  }

  /** Microseconds since 1970 as an instant. */
  Instant instant(String column) throws SQLException {
    return Instant.EPOCH.plus(integer(column), ChronoUnit.MICROS);
  }

  @Nullable Instant optionalInstant(String column) throws SQLException {
    Instant instant = instant(column);
    return answer.wasNull() ? null : instant;
  }

  /** A text whose whole length stands in the column {@code <column>_length}. */
  @Nullable BoundedText bounded(String column) throws SQLException {
    String text = optionalText(column);
    return text == null ? null : new BoundedText(text, integer(column + "_length"));
  }

  /** A list of the percentiles that a {@link Distribution} has. */
  @Nullable Distribution spread(String column) throws SQLException {
    Array array = answer.getArray(place(column));
    if (array == null) {
      return null;
    }
    List<Double> at = Arrays.stream((Object[]) array.getArray()).map(value -> ((Number) value).doubleValue()).toList();
    return new Distribution(at.get(0), at.get(1), at.get(2), at.get(3), at.get(4), at.get(5), at.get(6), at.get(7));
  }

  private int place(String column) throws SQLException {
    Integer place = places.get(column);
    if (place == null) {
      throw new SQLException("the answer has no column " + column);
    }
    return place;
  }
}
