package io.noetl.adapters.duckdb.query;

import io.noetl.application.port.SqlQueries.RowSink;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Keeps an answer: the names of the columns, and each row as JSON text. */
final class CollectedRows implements RowSink {

  final List<String> names = new ArrayList<>();
  final List<String> rows = new ArrayList<>();

  @Override
  public void columns(List<String> columnNames) {
    names.addAll(columnNames);
  }

  @Override
  public void row(List<Value> values) {
    rows.add(JsonWriter.write(Value.of(values)));
  }
}
