package io.noetl.adapters.duckdb.store;

import io.noetl.application.port.EventCursor;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.ExecutionStart;
import io.noetl.application.port.ExecutionSummary;
import io.noetl.domain.event.Event;
import io.noetl.domain.playbook.Playbook;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Keeps events in table {@code event_log} of a DuckDB file, which no other process can open meanwhile. Events are
 * committed in groups by a thread of the store's own. A store opened for reading refuses what would change it with
 * {@link IllegalStateException}.
 */
public final class DuckDbEventStore implements EventStore {

  private final StoreDatabase database;
  private final @Nullable EventWriter writer;

  private DuckDbEventStore(StoreDatabase database, @Nullable EventWriter writer) {
    this.database = database;
    this.writer = writer;
  }

  /**
   * Opens a store to write and read; the file and its folders are made if they are missing.
   *
   * @throws io.noetl.application.error.StoreException if it cannot be opened
   */
  public static DuckDbEventStore open(Path file) {
    StoreDatabase database = StoreDatabase.write(file);
    return new DuckDbEventStore(database, EventWriter.start(database));
  }

  /**
   * Opens a store to read: the file must be there and is not changed.
   *
   * @throws io.noetl.application.error.StoreException if it cannot be opened
   */
  public static DuckDbEventStore openForReading(Path file) {
    return new DuckDbEventStore(StoreDatabase.read(file), null);
  }

  /** A store that ends when it is closed. */
  public static DuckDbEventStore inMemory() {
    StoreDatabase database = StoreDatabase.inMemory();
    return new DuckDbEventStore(database, EventWriter.start(database));
  }

  @Override
  public String location() {
    return database.location();
  }

  @Override
  public void keep(Playbook playbook) {
    writer().keep(playbook);
  }

  @Override
  public void append(Event event) {
    writer().append(event);
  }

  @Override
  public void commit() {
    writer().commit();
  }

  @Override
  public List<ExecutionStart> starts() {
    return read(ExecutionQuery::starts);
  }

  @Override
  public Optional<ExecutionStart> start(String executionId) {
    return read(connection -> ExecutionQuery.start(connection, executionId)).stream().findFirst();
  }

  @Override
  public List<ExecutionSummary> executions() {
    return read(ExecutionQuery::all);
  }

  @Override
  public Optional<ExecutionSummary> execution(String executionId) {
    return read(connection -> ExecutionQuery.one(connection, executionId)).stream().findFirst();
  }

  @Override
  public EventCursor events(String executionId) {
    commitAppended();
    return DuckDbEventCursor.open(database, executionId);
  }

  @Override
  public List<String> prune(Instant before) {
    Pruning pruning = new Pruning(database, before);
    writer().perform(pruning);
    return pruning.pruned();
  }

  @Override
  public void close() {
    try (database) {
      if (writer != null) {
        writer.close();
      }
    }
  }

  private <T> List<T> read(Reading<T> reading) {
    commitAppended();
    return database.ask(
        () -> {
          DuckDBConnection connection = database.connect();
          try {
            return reading.read(connection);
          } finally {
            database.release(connection);
          }
        });
  }

  private void commitAppended() {
    if (writer != null) {
      writer.commit();
    }
  }

  private EventWriter writer() {
    if (writer == null) {
      throw new IllegalStateException("the event store '" + location() + "' was opened for reading");
    }
    return writer;
  }

  private interface Reading<T> {
    List<T> read(DuckDBConnection connection) throws SQLException;
  }
}
