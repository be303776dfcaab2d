package io.noetl.testkit.export;

import io.noetl.application.error.StoreException;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.ExecutionSummary;
import io.noetl.domain.event.Event;
import io.noetl.domain.playbook.Playbook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A store that holds one execution of playbook {@code weather}, given by its rows, and takes nothing. Closed, it fails. */
public final class StoredRows implements EventStore {

  private static final int BATCH_ROWS = 70;

  private final ExecutionSummary summary;
  private final List<EventRow> rows;
  private boolean closed;

  /**
   * The store {@code runs.duckdb}.
   *
   * @param playbookSha256 the SHA-256 of the playbook's source
   */
  public StoredRows(String executionId, String playbookSha256, List<EventRow> rows) {
    this.summary =
        new ExecutionSummary(
            executionId,
            "weather",
            "examples/weather",
            "0.1.0",
            playbookSha256,
            "in_progress",
            Instant.parse("2026-01-01T00:00:00Z"),
            null,
            null,
            0,
            0,
            rows.size());
    this.rows = List.copyOf(rows);
  }

  @Override
  public String location() {
    return "runs.duckdb";
  }

  @Override
  public List<ExecutionSummary> executions() {
    return List.of(summary);
  }

  @Override
  public Optional<ExecutionSummary> execution(String executionId) {
    requireOpen();
    return Optional.of(summary).filter(one -> one.executionId().equals(executionId));
  }

  @Override
  public EventCursor events(String executionId) {
    requireOpen();
    return new ListEventCursor(execution(executionId).isPresent() ? rows : List.of(), BATCH_ROWS);
  }

  @Override
  public void commit() {}

  @Override
  public void keep(Playbook playbook) {
    throw new UnsupportedOperationException("this store takes no playbooks");
  }

  @Override
  public void append(Event event) {
    throw new UnsupportedOperationException("this store takes no events");
  }

  @Override
  public List<String> prune(Instant before) {
    throw new UnsupportedOperationException("this store keeps what it has");
  }

  @Override
  public void close() {
    closed = true;
  }

  private void requireOpen() {
    if (closed) {
      throw new StoreException("the store runs.duckdb cannot be read", "bring it back");
    }
  }
}
