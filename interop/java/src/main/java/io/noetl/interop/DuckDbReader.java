package io.noetl.interop;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** DuckDB, in the version on the class path. */
final class DuckDbReader implements ExportReader {

  private final Connection connection;

  DuckDbReader() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
  }

  @Override
  public String name() {
    try (Statement statement = connection.createStatement();
        ResultSet version = statement.executeQuery("SELECT version()")) {
      version.next();
      return "DuckDB " + version.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not tell its version", e);
    }
  }

  @Override
  public void compare(Path file, List<ExpectedColumn> columns) throws SQLException {
    String sql =
        "SELECT * REPLACE (epoch_us(\"timestamp\") AS \"timestamp\") FROM read_parquet('"
            + file.toString().replace("'", "''") + "')";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      requireColumns(row);
      while (row.next()) {
        for (int i = 0; i < columns.size(); i++) {
          compare(row, i + 1, columns.get(i));
        }
      }
    }
  }

  private static void requireColumns(ResultSet row) throws SQLException {
    for (int i = 0; i < ExpectedColumn.NAMES.size(); i++) {
      if (!row.getMetaData().getColumnName(i + 1).equals(ExpectedColumn.NAMES.get(i))) {
        throw new DifferenceException("column " + (i + 1) + " is " + row.getMetaData().getColumnName(i + 1));
      }
    }
  }

  private static void compare(ResultSet row, int place, ExpectedColumn column) throws SQLException {
    if (column.isText()) {
      String found = row.getString(place);
      if (found == null) {
        column.compareNull();
      } else {
        column.compareText(found.getBytes(StandardCharsets.UTF_8));
      }
      return;
    }
    double real = column.isReal() ? row.getDouble(place) : 0;
    long integer = column.isReal() ? 0 : row.getLong(place);
    if (row.wasNull()) {
      column.compareNull();
    } else if (column.isReal()) {
      column.compareDouble(real);
    } else {
      column.compareLong(integer);
    }
  }
}
