package io.noetl.adapters.duckdb.items;

import io.noetl.adapters.duckdb.connection.DuckDbConnections;
import io.noetl.application.error.ItemFileException;
import io.noetl.application.port.ItemCursor;
import io.noetl.application.port.ItemFiles;
import io.noetl.domain.playbook.LoopItems.FileFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;

/**
 * Reads CSV and Parquet, each row as a map in the order of the file. Every file is read by a DuckDB of its own in memory,
 * which can reach nothing but that file, and streams the rows.
 *
 * <p>CSV is that of RFC 4180 in UTF-8: commas, double quotes, a line of column names. A column is of integers, floats or
 * booleans if all of its fields are, and of text otherwise, for which all lines are looked at before the first item; a
 * number with leading zeros is text. An empty field is null.
 */
public final class DuckDbItemFiles implements ItemFiles {

  /** How CSV is written; nothing of it is guessed but the types. */
  private static final String DIALECT =
      "delim = ',', quote = '\"', escape = '\"', comment = '', header = true, skip = 0, strict_mode = true,"
          + " compression = 'none'";

  private static final String TYPES =
      "sample_size = -1, auto_type_candidates = ['NULL', 'BOOLEAN', 'BIGINT', 'DOUBLE', 'VARCHAR']";

  /** What DuckDB takes for a pattern in a file's name; in brackets each stands for itself. */
  private static final Pattern GLOB = Pattern.compile("[\\[*?]");

  private static final Map<String, String> LIMITS = Map.of("memory_limit", "256MB");

  @Override
  public ItemCursor open(Path file, FileFormat format) throws ItemFileException {
    String function =
        switch (format) {
          case CSV -> "read_csv(?, " + DIALECT + ", " + TYPES + ")";
          case PARQUET -> "read_parquet(?)";
          case JSONL -> throw new IllegalArgumentException("files of the format JSONL are not read here");
        };
    ItemFiles.requireFile(file);
    String path = file.toAbsolutePath().toString();
    String pattern = GLOB.matcher(path).replaceAll("[$0]");
    try {
      DuckDBConnection connection = reaching(path, pattern);
      try {
        return new DuckDbItemCursor(connection, query(connection, "SELECT * FROM " + function, pattern));
      } catch (SQLException e) {
        try (connection) {
          throw ItemErrors.isOfColumns(e) ? wrongLine(connection, file, pattern) : e;
        }
      }
    } catch (SQLException e) {
      throw new ItemFileException(ItemErrors.of(e));
    }
  }

  /** The error with the line that has too few fields, or too many. */
  private static SQLException wrongLine(DuckDBConnection connection, Path file, String pattern) {
    try {
      String columns = CsvHeader.columns(file);
      String query = "SELECT count(COLUMNS(*)) FROM read_csv(?, auto_detect = false, " + DIALECT + ", " + columns + ")";
      query(connection, query, pattern).close();
      return new SQLException("its columns cannot be made out");
    } catch (SQLException e) {
      return e;
    } catch (IOException e) {
      return new SQLException("it cannot be read: " + e);
    }
  }

  private static DuckDBConnection reaching(String path, String pattern) throws SQLException {
    DuckDBConnection connection = DuckDbConnections.inMemory(LIMITS);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "SET allowed_paths = [" + quoted(path) + ", " + quoted(pattern) + "]; SET enable_external_access = false;"
              + " SET TimeZone = 'UTC'; SET lock_configuration = true");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Closing the statement is left to closing the connection. */
  private static ResultSet query(DuckDBConnection connection, String sql, String pattern) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setString(1, pattern);
    return statement.executeQuery();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
