package io.noetl.adapters.duckdb.report;

import java.sql.SQLException;
import java.util.List;

/** The ids of executions by their ordinals, so that no answer repeats them on every row. */
record ExecutionIds(List<String> ids) {

  ExecutionIds {
    ids = List.copyOf(ids);
  }

  /** The execution that the column {@code execution} of a row names. */
  String of(AnswerRow row) throws SQLException {
    return ids.get(Math.toIntExact(row.integer("execution")));
  }
}
