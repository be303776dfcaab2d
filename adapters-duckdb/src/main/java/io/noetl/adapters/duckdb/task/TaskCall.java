package io.noetl.adapters.duckdb.task;

import io.noetl.adapters.duckdb.connection.DuckDbProblem;
import io.noetl.adapters.duckdb.value.ResultException;
import io.noetl.adapters.duckdb.value.ResultLimit;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * One call of a task: runs its statements one after another, each committed by itself unless the SQL begins a transaction.
 * {@link #cancel} may be called from another thread at any time.
 */
final class TaskCall {

  private final TaskRequest request;
  private final TaskSettings settings;
  private final @Nullable Path file;
  private final Reach reach;
  private final TaskDatabases databases;
  private final ResultLimit limit = ResultLimit.ofTask();
  private volatile boolean cancelled;
  private volatile @Nullable Statement running;

  /**
   * A call.
   *
   * @param file the database's file; null for a new database in memory
   */
  TaskCall(TaskRequest request, TaskSettings settings, @Nullable Path file, Reach reach, TaskDatabases databases) {
    this.request = request;
    this.settings = settings;
    this.file = file;
    this.reach = reach;
    this.databases = databases;
  }

  /** Runs the statements to their end, or to the first that fails or is cancelled. */
  TaskOutcome run() throws InterruptedException {
    TaskDatabases.Lease lease;
    try {
      lease = databases.open(file, settings.externalAccess());
    } catch (SQLException e) {
      return failure(TaskErrors.opening(shownDatabase(), e)).outcome();
    } catch (UncheckedIOException e) {
      return failure("database '" + shownDatabase() + "' cannot be opened: " + e.getMessage()).outcome();
    }
    try (lease) {
      MapValue data = runAll(lease.connection());
      return new TaskOutcome.Success(data, Value.EMPTY_MAP);
    } catch (TaskFailure e) {
      return e.outcome();
    } catch (SQLException e) {
      return failure("database '" + shownDatabase() + "' cannot be closed: " + DuckDbProblem.line(e)).outcome();
    }
  }

  private String shownDatabase() {
    return settings.database() == null ? ":memory:" : settings.database();
  }

  private TaskFailure failure(String error) {
    return new TaskFailure("duckdb task '" + request.task().name() + "': " + error, null);
  }

  private MapValue runAll(DuckDBConnection connection) throws TaskFailure {
    Map<String, Value> data = new LinkedHashMap<>();
    List<SqlStatement> statements = settings.statements();
    for (int i = 0; i < statements.size(); i++) {
      data.put("command_" + i, run(connection, i, statements.get(i)));
    }
    if (rollback(connection)) {
      throw failure("its transaction was begun but not ended, and is rolled back; end it with COMMIT");
    }
    return Value.of(data);
  }

  private MapValue run(DuckDBConnection connection, int number, SqlStatement sql) throws TaskFailure {
    String refused = reach.problem(sql).orElse(null);
    if (refused != null) {
      throw failure(number, sql, refused, null);
    }
    try (Statement statement = connection.createStatement()) {
      running = statement;
      if (cancelled) {
        throw failure("cancelled");
      }
      if (!statement.execute(sql.text())) {
        return StatementResult.changes(statement);
      }
      try (ResultSet rows = statement.getResultSet()) {
        return StatementResult.rows(rows, limit);
      }
    } catch (SQLException e) {
      DuckDbProblem problem = DuckDbProblem.of(sql.text(), e);
      throw failure(number, sql, TaskErrors.of(problem), problem.place());
    } catch (ResultException e) {
      throw failure(number, sql, String.valueOf(e.getMessage()), null);
    } finally {
      running = null;
    }
  }

  private TaskFailure failure(int number, SqlStatement sql, String what, DuckDbProblem.@Nullable Place place) {
    Value commands = request.settings().valueOf(TaskSettings.COMMANDS);
    return new TaskFailure(
        "command_" + number + ": " + what, StatementPlace.of(request.task(), commands, sql, place));
  }

  /** Whether there was a transaction to roll back: DuckDB tells so only by refusing it when there is none. */
  private static boolean rollback(DuckDBConnection connection) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
      return true;
    } catch (SQLException none) {
      return false;
    }
  }

  /**
   * Asks the running statement to stop. One that only begins may not notice, so that this is to be called again until
   * {@link #run} has returned.
   */
  void cancel() {
    cancelled = true;
    Statement statement = running;
    if (statement != null) {
      try {
        statement.cancel();
      } catch (SQLException ended) {
        running = null; // it came to its end just now, and is closed
      }
    }
  }
}
