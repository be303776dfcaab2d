package io.noetl.adapters.duckdb.items;

import io.noetl.adapters.duckdb.value.ResultException;
import io.noetl.adapters.duckdb.value.ResultLimit;
import io.noetl.adapters.duckdb.value.ResultRows;
import io.noetl.application.error.ItemFileException;
import io.noetl.application.port.ItemCursor;
import io.noetl.domain.value.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.duckdb.DuckDBConnection;

/** The rows of a file that DuckDB reads. */
final class DuckDbItemCursor implements ItemCursor {

  /** What those who write SQL can do. */
  private static final String ADVICE = "; cast it to VARCHAR.*";

  private final DuckDBConnection connection;
  private final ResultRows rows;
  private boolean ended;

  /**
   * @param connection closed with the cursor
   */
  DuckDbItemCursor(DuckDBConnection connection, ResultSet result) throws SQLException {
    this.connection = connection;
    this.rows = new ResultRows(result);
  }

  @Override
  public Optional<Value> next() throws ItemFileException {
    try {
      if (!ended && rows.next()) {
        return Optional.of(rows.row(ResultLimit.ofRow()));
      }
      ended = true;
      return Optional.empty();
    } catch (ResultException e) {
      String message = String.valueOf(e.getMessage()).replaceFirst(ADVICE, "");
      throw new ItemFileException(message.startsWith("the row ") ? "row " + rows.number() + ": " + message : message);
    } catch (SQLException e) {
      throw new ItemFileException(ItemErrors.of(e));
    }
  }

  @Override
  public void close() {
    ended = true;
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("a database in memory cannot be closed", e);
    }
  }
}
