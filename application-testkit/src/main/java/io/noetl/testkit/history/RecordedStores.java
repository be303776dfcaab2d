package io.noetl.testkit.history;

import io.noetl.application.error.StoreException;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.EventStores;
import io.noetl.application.port.ExecutionSummary;
import io.noetl.domain.event.Event;
import io.noetl.domain.playbook.Playbook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One store that holds given executions and takes no others. */
public final class RecordedStores implements EventStores {

  private record Recording(ExecutionSummary summary, Supplier<Iterator<Event>> events) {}

  private final String location;
  private final Map<String, Recording> recordings = new LinkedHashMap<>();
  private final List<String> log = new ArrayList<>();

  public RecordedStores(String location) {
    this.location = location;
  }

  /** Adds an execution with its events. */
  public RecordedStores with(ExecutionSummary summary, List<Event> events) {
    return with(summary, events::iterator);
  }

  /** Adds an execution whose events are made while they are read. */
  public RecordedStores with(ExecutionSummary summary, Supplier<Iterator<Event>> events) {
    recordings.put(summary.executionId(), new Recording(summary, events));
    return this;
  }

  /** Where the store is. */
  public String location() {
    return location;
  }

  /** How the store was opened and closed: {@code reading}, {@code writing}, {@code closed}. */
  public List<String> log() {
    return List.copyOf(log);
  }

  @Override
  public EventStore openForWriting(String asked) {
    return open(asked, "writing");
  }

  @Override
  public EventStore openForReading(String asked) {
    return open(asked, "reading");
  }

  @Override
  public void warmUp() {}

  private EventStore open(String asked, String purpose) {
    if (!asked.equals(location)) {
      throw new StoreException("there is no store " + asked, "run a playbook first, or name another with --duckdb PATH");
    }
    log.add(purpose);
    return new Store();
  }

  private final class Store implements EventStore {

    @Override
    public String location() {
      return location;
    }

    @Override
    public void keep(Playbook playbook) {
      throw new UnsupportedOperationException("a recorded store takes no playbooks");
    }

    @Override
    public void append(Event event) {
      throw new UnsupportedOperationException("a recorded store takes no events");
    }

    @Override
    public void commit() {}

    @Override
    public List<ExecutionSummary> executions() {
      return recordings.values().stream()
          .map(Recording::summary)
          .sorted(Comparator.comparing(ExecutionSummary::startedAt).reversed())
          .toList();
    }

    @Override
    public Optional<ExecutionSummary> execution(String executionId) {
      return Optional.ofNullable(recordings.get(executionId)).map(Recording::summary);
    }

    @Override
    public EventCursor events(String executionId) {
      Recording recording = recordings.get(executionId);
      return new RecordedCursor(recording == null ? List.<Event>of().iterator() : recording.events().get());
    }

    @Override
    public List<String> prune(Instant before) {
      List<String> due =
          executions().stream().filter(one -> endOf(one).isBefore(before)).map(ExecutionSummary::executionId).toList();
      due.forEach(recordings::remove);
      return due;
    }

    @Override
    public void close() {
      log.add("closed");
    }

    private static Instant endOf(ExecutionSummary execution) {
      Instant completed = execution.completedAt();
      return completed == null ? execution.startedAt() : completed;
    }
  }
}
