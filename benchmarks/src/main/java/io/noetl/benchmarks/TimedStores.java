package io.noetl.benchmarks;

import io.noetl.application.port.EventCursor;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.EventStores;
import io.noetl.application.port.ExecutionSummary;
import io.noetl.domain.event.Event;
import io.noetl.domain.playbook.Playbook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Opens stores that note how long a run takes from its first event until all of its events are durable. */
final class TimedStores implements EventStores {

  private final EventStores stores;
  private long firstAppend;
  private long lastCommit;

  TimedStores(EventStores stores) {
    this.stores = stores;
  }

  /** The seconds from the first append to the end of the last commit of the store opened last. */
  double seconds() {
    return (lastCommit - firstAppend) / 1e9;
  }

  @Override
  public EventStore openForWriting(String location) {
    firstAppend = 0;
    return new Timed(stores.openForWriting(location));
  }

  @Override
  public EventStore openForReading(String location) {
    return stores.openForReading(location);
  }

  @Override
  public void warmUp() {
    stores.warmUp();
  }

  private final class Timed implements EventStore {

    private final EventStore store;

    Timed(EventStore store) {
      this.store = store;
    }

    @Override
    public String location() {
      return store.location();
    }

    @Override
    public void keep(Playbook playbook) {
      store.keep(playbook);
    }

    @Override
    public void append(Event event) {
      if (firstAppend == 0) {
        firstAppend = System.nanoTime();
      }
      store.append(event);
    }

    @Override
    public void commit() {
      store.commit();
      lastCommit = System.nanoTime();
    }

    @Override
    public List<ExecutionSummary> executions() {
      return store.executions();
    }

    @Override
    public Optional<ExecutionSummary> execution(String executionId) {
      return store.execution(executionId);
    }

    @Override
    public EventCursor events(String executionId) {
      return store.events(executionId);
    }

    @Override
    public List<String> prune(Instant before) {
      return store.prune(before);
    }

    @Override
    public void close() {
      store.close();
    }
  }
}
