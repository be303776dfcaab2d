package io.noetl.application.port;

import io.noetl.domain.event.Event;
import io.noetl.domain.playbook.Playbook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where events are kept. Every method throws {@link io.noetl.application.error.StoreException} when the store fails it;
 * once an append could not be committed, every later call does. Appending is for one thread at a time; everything else
 * may be called by any thread.
 */
public interface EventStore extends AutoCloseable {

  /** What the store is called in answers: a path, or {@code :memory:}. */
  String location();

  /** Keeps a playbook's source, once by its SHA-256. */
  void keep(Playbook playbook);

  /**
   * Hands over an event and returns at once, or waits while too many are on their way. Its commit begins at most 100 ms
   * later.
   */
  void append(Event event);

  /** Returns when every event appended before is durable. */
  void commit();

  /** How all executions began, the latest first. */
  default List<ExecutionStart> starts() {
    return executions().stream().map(ExecutionSummary::start).toList();
  }

  /** How one execution began. */
  default Optional<ExecutionStart> start(String executionId) {
    return execution(executionId).map(ExecutionSummary::start);
  }

  /** All executions, the latest started first. */
  List<ExecutionSummary> executions();

  /** One execution. */
  Optional<ExecutionSummary> execution(String executionId);

  /** The events of one execution, all that were appended before; no rows for an unknown execution. */
  EventCursor events(String executionId);

  /**
   * Deletes the executions that completed before {@code before}, and those never completed that started before it, and
   * gives their space back.
   *
   * @return the ids of what was deleted
   */
  List<String> prune(Instant before);

  /** Commits and closes. May be called twice. */
  @Override
  void close();
}
