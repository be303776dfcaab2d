package io.noetl.application.history;

import io.noetl.application.port.EventStore;
import io.noetl.application.port.EventStores;
import io.noetl.application.port.ExecutionSummary;
import java.util.List;

/** Lists what a store holds. */
public final class ListExecutions {

  private final EventStores stores;

  public ListExecutions(EventStores stores) {
    this.stores = stores;
  }

  /**
   * The executions of a store, the latest started first.
   *
   * @throws io.noetl.application.error.StoreException if there is no such store, or it cannot be read
   */
  public List<ExecutionSummary> in(String location) {
    try (EventStore store = stores.openForReading(location)) {
      return store.executions();
    }
  }
}
