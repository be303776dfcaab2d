package io.noetl.adapters.duckdb.task;

import io.noetl.adapters.duckdb.value.ResultException;
import io.noetl.adapters.duckdb.value.ResultLimit;
import io.noetl.adapters.duckdb.value.ResultRows;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one statement answered, as {@code {columns, rows, row_count}}. */
final class StatementResult {

  private StatementResult() {}

  /** The rows of a statement that was executed and has some. */
  static MapValue rows(ResultSet result, ResultLimit limit) throws SQLException, ResultException {
    ResultRows answer = new ResultRows(result);
    List<Value> rows = new ArrayList<>();
    while (answer.next()) {
      rows.add(answer.row(limit));
    }
    return data(answer.columns(), rows, rows.size());
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
}
