package io.noetl.application.store;

import io.noetl.application.error.StoreException;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.EventStores;
import io.noetl.application.port.ExecutionSummary;
import io.noetl.domain.event.Event;
import io.noetl.domain.playbook.Playbook;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Event stores on the heap. A location is a mere name: the store of that name keeps its events while it is closed and has
 * them when it is opened again, for as long as this object lives.
 */
public final class InMemoryEventStores implements EventStores {

  private final Map<String, InMemoryEventStore> stores = new LinkedHashMap<>();

  @Override
  public synchronized EventStore openForWriting(String location) {
    return new Opened(location, stores.computeIfAbsent(location, name -> new InMemoryEventStore()));
  }

  @Override
  public synchronized EventStore openForReading(String location) {
    InMemoryEventStore store = stores.get(location);
    if (store == null) {
      throw new StoreException("there is no event store '" + location + "' in memory", "run a playbook first");
    }
    return new Opened(location, store);
  }

  /** There is nothing to load. */
  @Override
  public void warmUp() {}

  /** A store until it is closed. */
  private static final class Opened implements EventStore {

    private final String location;
    private final InMemoryEventStore store;
    private volatile boolean closed;

    Opened(String location, InMemoryEventStore store) {
      this.location = location;
      this.store = store;
    }

    @Override
    public String location() {
      return location;
    }

    @Override
    public void keep(Playbook playbook) {
      open().keep(playbook);
    }

    @Override
    public void append(Event event) {
      open().append(event);
    }

    @Override
    public void commit() {
      open().commit();
    }

    @Override
    public List<ExecutionSummary> executions() {
      return open().executions();
    }

    @Override
    public Optional<ExecutionSummary> execution(String executionId) {
      return open().execution(executionId);
    }

    @Override
    public EventCursor events(String executionId) {
      return open().events(executionId);
    }

    @Override
    public List<String> prune(Instant before) {
      return open().prune(before);
    }

    @Override
    public void close() {
      closed = true;
    }

    private InMemoryEventStore open() {
      if (closed) {
        throw new IllegalStateException("event store '" + location + "' is closed");
      }
      return store;
    }
  }
}
