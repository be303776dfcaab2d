package io.noetl.adapters.duckdb.value;

import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of a result as maps, one at a time. */
public final class ResultRows {

  /** What the driver's classes have no value for: the time 24:00:00, years beyond a billion. */
  private static final String TIME_BEYOND = "a time that cannot be kept; cast it to VARCHAR";

  private final ResultSet result;
  private final List<String> names = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();
  private final List<String> columns;
  private long number;

  /** The rows of a result that stands before its first. */
  public ResultRows(ResultSet result) throws SQLException {
    this.result = result;
    ResultSetMetaData metaData = result.getMetaData();
    for (int i = 1; i <= metaData.getColumnCount(); i++) {
      names.add(metaData.getColumnName(i));
      kinds.add(kind(metaData.getColumnTypeName(i)));
    }
    this.columns = distinct(names);
  }

  /** The names of the columns, each another. */
  public List<String> columns() {
    return columns;
  }

  /** The number of the current row, from 1. */
  public long number() {
    return number;
  }

  /**
   * Goes to the next row; false when there is none.
   *
   * @throws ResultException if one of the next rows holds what cannot be kept: the driver makes the values inside of lists
   *     as it fetches rows, some 2,000 at a time
   */
  public boolean next() throws SQLException, ResultException {
    try {
      boolean found = result.next();
      number += found ? 1 : 0;
      return found;
    } catch (DateTimeException e) {
      throw new ResultException("a list in the rows holds " + TIME_BEYOND);
    }
  }

  /**
   * The current row.
   *
   * @throws ResultException if a value cannot be kept, or there is too much
   */
  public MapValue row(ResultLimit limit) throws SQLException, ResultException {
    ResultValues values = new ResultValues(limit);
    Map<String, Value> row = LinkedHashMap.newLinkedHashMap(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      row.put(columns.get(i), cell(i, values));
    }
    return Value.of(row);
  }

  private Value cell(int column, ResultValues values) throws SQLException, ResultException {
    int index = column + 1;
    String place = "column '" + names.get(column) + "' of row " + number + " ";
    try {
      return switch (kinds.get(column)) {
        case TIMESTAMP -> values.of(result.getObject(index, LocalDateTime.class));
        case GEOMETRY -> values.of(result.getString(index));
        case OTHER -> values.of(result.getObject(index));
      };
    } catch (ResultException e) {
      String message = String.valueOf(e.getMessage());
      throw new ResultException(message.startsWith("the row") ? message : place + message);
    } catch (DateTimeException | ArithmeticException e) {
      throw new ResultException(place + "is " + TIME_BEYOND);
    }
  }

  /** A timestamp is asked for without a zone: the driver's default lays it out in the machine's. */
  private static Kind kind(String type) {
    boolean timestamp = type.equals("TIMESTAMP") || type.matches("TIMESTAMP_(S|MS|NS)");
    return timestamp ? Kind.TIMESTAMP : type.startsWith("GEOMETRY") ? Kind.GEOMETRY : Kind.OTHER;
  }

  /** A name that another column has already gets {@code _1}, {@code _2} and so on, as in DuckDB's own tables. */
  private static List<String> distinct(List<String> names) {
    Set<String> taken = new HashSet<>(names);
    Set<String> used = new HashSet<>();
    List<String> distinct = new ArrayList<>();
    for (String name : names) {
      String unique = name;
      for (int i = 1; !used.add(unique); i++) {
        unique = taken.contains(name + "_" + i) ? unique : name + "_" + i;
      }
      distinct.add(unique);
    }
    return distinct;
  }

  private enum Kind {
    TIMESTAMP,
    GEOMETRY,
    OTHER
  }
}
