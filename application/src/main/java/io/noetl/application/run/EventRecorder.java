package io.noetl.application.run;

import io.noetl.application.port.EventStore;
import io.noetl.domain.event.Event;
import io.noetl.domain.execution.EventDraft;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.secret.Secret;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/** Stamps what happens in one execution with ids and time, in one sequence, and hands it to the store. */
final class EventRecorder {

  private final String executionId;
  private final EventStore store;
  private final ExecutionListener listener;
  private final KnownSecrets secrets;
  private final InstantSource clock;
  private final String workerId;
  private long sequence;
  private Instant last = Instant.MIN;

  EventRecorder(
      String executionId,
      EventStore store,
      ExecutionListener listener,
      KnownSecrets secrets,
      InstantSource clock,
      String workerId) {
    this.executionId = executionId;
    this.store = store;
    this.listener = listener;
    this.secrets = secrets;
    this.clock = clock;
    this.workerId = workerId;
  }

  String executionId() {
    return executionId;
  }

  /** The time in the precision of the log. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Records what happened in the playbook that stands there. The log and the listener get it without its secrets.
   *
   * @return the event as the playbook itself has it, with its own node ids and its secrets
   */
  Event record(EventDraft draft, Embedding place) {
    Instant now = now();
    last = now.isBefore(last) ? last : now;
    Event own = draft.happened(executionId, sequence, last, workerId);
    sequence++;
    Event kept = secrets.of(place.in(own));
    store.append(kept);
    listener.happened(kept);
    return own;
  }

  /** The store keeps the playbook, without secrets. */
  void keep(Playbook playbook) {
    store.keep(secrets.of(playbook));
  }

  /** What is recorded from now on is without these. */
  void hide(Collection<Secret> more) {
    secrets.add(more);
  }

  /** Sees to it that everything recorded is durable. */
  void commit() {
    store.commit();
  }
}
