package io.noetl.application.history;

import io.noetl.application.error.StoreException;
import io.noetl.application.history.ExecutionTree.Limits;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.EventStores;
import io.noetl.application.port.ExecutionSummary;

/** Shows one execution as a tree. */
public final class ShowExecution {

  private final EventStores stores;

  public ShowExecution(EventStores stores) {
    this.stores = stores;
  }

  /**
   * The tree of an execution.
   *
   * @throws io.noetl.application.error.InvalidRequestException if the store has no such execution
   * @throws StoreException if there is no such store, or it cannot be read
   */
  public ExecutionTree show(String location, Selection.One selection, Limits limits) {
    try (EventStore store = stores.openForReading(location)) {
      String id = SelectedExecution.in(store, selection).executionId();
      ExecutionSummary execution = store.execution(id).orElseThrow(() -> withoutStart(store, id));
      TreeFold fold = new TreeFold(limits);
      try (EventCursor events = store.events(id)) {
        fold.readAll(events);
      }
      return new ExecutionTree(execution, fold.tree().orElseThrow(() -> withoutStart(store, id)));
    }
  }

  private static StoreException withoutStart(EventStore store, String executionId) {
    return new StoreException(
        "the execution " + executionId + " in the store " + store.location() + " has no execution_start",
        "something other than noetl wrote to the store: restore it from a copy");
  }
}
