package io.noetl.adapters.duckdb.task;

import io.noetl.adapters.duckdb.connection.DuckDbConnections;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Has a database open until its input ends: the other process of tests. */
final class DatabaseHolder {

  private DatabaseHolder() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    try (Connection connection = DuckDbConnections.write(Path.of(arguments[0]))) {
      System.out.println(connection.isClosed() ? "closed" : "open");
      System.in.read();
    }
  }
}
