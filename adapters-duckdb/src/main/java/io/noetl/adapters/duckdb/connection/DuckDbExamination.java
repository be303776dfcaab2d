package io.noetl.adapters.duckdb.connection;

import io.noetl.application.port.Examination;
import io.noetl.application.port.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/** Looks whether DuckDB's native library can be loaded. */
public final class DuckDbExamination implements Examination {

  private static final String SUBJECT = "DuckDB";
  private static final String REMEDY =
      "noetl runs on 64-bit Linux (glibc), macOS and Windows; build it again on this machine, and make room in the folder for"
          + " temporary files";

  @Override
  public List<Finding> examine() {
    try (DuckDBConnection connection = DuckDbConnections.inMemory(Map.of());
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("SELECT version()")) {
      answer.next();
      return List.of(Finding.fine(SUBJECT, "its library " + answer.getString(1) + " is loaded"));
    } catch (SQLException | LinkageError e) {
      String cause = DuckDbProblem.oneLine(String.valueOf(e.getMessage()));
      return List.of(Finding.missing(SUBJECT, "its library cannot be loaded: " + cause, REMEDY));
    }
  }
}
