package io.noetl.application.store;

import io.noetl.application.port.EventCursor;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.ExecutionSummary;
import io.noetl.domain.event.Event;
import io.noetl.domain.playbook.Playbook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps events on the heap for as long as it is open: nothing outlives the process, and everything may be called by
 * any thread. After {@link #close()} it holds nothing and refuses further use.
 */
public final class InMemoryEventStore implements EventStore {

  private final Map<String, List<Event>> executions = new LinkedHashMap<>();
  private final Map<String, Playbook> playbooks = new LinkedHashMap<>();
  private boolean closed;

  @Override
  public String location() {
    return ":memory:";
  }

  @Override
  public synchronized void keep(Playbook playbook) {
    requireOpen();
    playbooks.putIfAbsent(playbook.sha256(), playbook);
  }

  /** The playbook of that SHA-256, if it was kept. */
  public synchronized Optional<Playbook> playbook(String sha256) {
    return Optional.ofNullable(playbooks.get(sha256));
  }

  @Override
  public synchronized void append(Event event) {
    requireOpen();
    executions.computeIfAbsent(event.executionId(), id -> new ArrayList<>()).add(event);
  }

  /** There is nothing to make durable. */
  @Override
  public synchronized void commit() {
    requireOpen();
  }

  @Override
  public synchronized List<ExecutionSummary> executions() {
    requireOpen();
    return executions.values().stream()
        .flatMap(events -> ExecutionTally.of(events).stream())
        .sorted(
            Comparator.comparing(ExecutionSummary::startedAt)
                .reversed()
                .thenComparing(ExecutionSummary::executionId))
        .toList();
  }

  @Override
  public synchronized Optional<ExecutionSummary> execution(String executionId) {
    requireOpen();
    return ExecutionTally.of(executions.getOrDefault(executionId, List.of()));
  }

  @Override
  public synchronized EventCursor events(String executionId) {
    requireOpen();
    List<Event> ordered = new ArrayList<>(executions.getOrDefault(executionId, List.of()));
    ordered.sort(Comparator.comparingLong(Event::sequence));
    return new EventListCursor(ordered);
  }

  @Override
  public synchronized List<String> prune(Instant before) {
    List<String> old =
        executions().stream()
            .filter(execution -> endOf(execution).isBefore(before))
            .map(ExecutionSummary::executionId)
            .toList();
    old.forEach(executions::remove);
    return old;
  }

  @Override
  public synchronized void close() {
    closed = true;
    executions.clear();
    playbooks.clear();
  }

  private static Instant endOf(ExecutionSummary execution) {
    return execution.completedAt() == null ? execution.startedAt() : execution.completedAt();
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the event store is closed");
    }
  }
}
