package io.noetl.application.history;

import io.noetl.application.port.EventStore;
import io.noetl.application.port.EventStores;
import io.noetl.application.port.ExecutionSummary;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Deletes old executions from a store. */
public final class PruneExecutions {

  private final EventStores stores;

  public PruneExecutions(EventStores stores) {
    this.stores = stores;
  }

  /**
   * The executions that {@link #prune} would delete: those that completed before {@code before}, and those never
   * completed that started before it.
   *
   * @throws io.noetl.application.error.StoreException if there is no such store, or it cannot be read
   */
  public List<ExecutionSummary> due(String location, Instant before) {
    try (EventStore store = stores.openForReading(location)) {
      return store.executions().stream().filter(execution -> isDue(execution, before)).toList();
    }
  }

  /**
   * Deletes them.
   *
   * @return what was deleted, the latest started first
   * @throws io.noetl.application.error.StoreException if there is no such store, or it cannot be written
   */
  public List<ExecutionSummary> prune(String location, Instant before) {
    // Opening for writing would make a store where there is none.
    List<ExecutionSummary> due = due(location, before);
    if (due.isEmpty()) {
      return due;
    }
    try (EventStore store = stores.openForWriting(location)) {
      Set<String> deleted = new HashSet<>(store.prune(before));
      return due.stream().filter(execution -> deleted.contains(execution.executionId())).toList();
    }
  }

  private static boolean isDue(ExecutionSummary execution, Instant before) {
    Instant completed = execution.completedAt();
    return (completed == null ? execution.startedAt() : completed).isBefore(before);
  }
}
