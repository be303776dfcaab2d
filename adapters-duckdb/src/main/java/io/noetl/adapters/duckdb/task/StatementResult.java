package io.noetl.adapters.duckdb.task;

import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one statement answered, as {@code {columns, rows, row_count}}. */
final class StatementResult {

  /** What the driver's classes have no value for: the time 24:00:00, years beyond a billion. */
  private static final String TIME_BEYOND = "a time that cannot be kept; cast it to VARCHAR";

  private final ResultSet result;
  private final ResultValues values;
  private final List<String> names = new ArrayList<>();
  private final List<Kind> kinds = new ArrayList<>();

  private StatementResult(ResultSet result, ResultLimit limit) throws SQLException {
    this.result = result;
    this.values = new ResultValues(limit);
    ResultSetMetaData columns = result.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnName(i));
      kinds.add(kind(columns.getColumnTypeName(i)));
    }
  }

  /** The rows of a statement that was executed and has some. */
  static MapValue rows(ResultSet result, ResultLimit limit) throws SQLException, ResultException {
    StatementResult answer = new StatementResult(result, limit);
    List<String> columns = distinct(answer.names);
    List<Value> rows = new ArrayList<>();
    while (answer.next()) {
      rows.add(answer.row(columns, rows.size() + 1));
    }
    return data(columns, rows, rows.size());
  }

  /** The answer of a statement without rows: how many it changed. */
  static MapValue changes(Statement statement) throws SQLException {
    return data(List.of(), List.of(), Math.max(0, statement.getLargeUpdateCount()));
  }

  private static MapValue data(List<String> columns, List<Value> rows, long count) {
    Map<String, Value> data = new LinkedHashMap<>();
    data.put("columns", Value.of(columns.stream().<Value>map(Value::of).toList()));
    data.put("rows", Value.of(rows));
    data.put("row_count", Value.of(count));
    return Value.of(data);
  }

  /** The driver makes the values inside of lists as it fetches rows, some 2,000 at a time. */
  private boolean next() throws SQLException, ResultException {
    try {
      return result.next();
    } catch (DateTimeException e) {
      throw new ResultException("a list in the rows holds " + TIME_BEYOND);
    }
  }

  private Value row(List<String> columns, int number) throws SQLException, ResultException {
    Map<String, Value> row = LinkedHashMap.newLinkedHashMap(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      row.put(columns.get(i), cell(i, number));
    }
    return Value.of(row);
  }

  private Value cell(int column, int row) throws SQLException, ResultException {
    int index = column + 1;
    String place = "column '" + names.get(column) + "' of row " + row + " ";
    try {
      return switch (kinds.get(column)) {
        case TIMESTAMP -> values.of(result.getObject(index, LocalDateTime.class));
        case GEOMETRY -> values.of(result.getString(index));
        case OTHER -> values.of(result.getObject(index));
      };
    } catch (ResultException e) {
      String message = String.valueOf(e.getMessage());
      throw new ResultException(message.startsWith("the rows ") ? message : place + message);
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
