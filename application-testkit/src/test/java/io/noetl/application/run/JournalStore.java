package io.noetl.application.run;

import io.noetl.application.error.StoreException;
import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.EventStores;
import io.noetl.application.port.ExecutionSummary;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventColumn;
import io.noetl.domain.playbook.Playbook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A store that writes down what it is asked for, and fails from a given append or commit on. */
final class JournalStore implements EventStore, EventStores {

  final List<Event> events = new ArrayList<>();
  private final Journal journal;
  private int failingAppend = Integer.MAX_VALUE;
  private int failingCommit = Integer.MAX_VALUE;
  private int commits;
  private boolean missing;

  JournalStore(Journal journal) {
    this.journal = journal;
  }

  JournalStore failingAtAppend(int number) {
    failingAppend = number;
    return this;
  }

  JournalStore failingAtCommit(int number) {
    failingCommit = number;
    return this;
  }

  JournalStore failingToOpen() {
    missing = true;
    return this;
  }

  @Override
  public EventStore openForWriting(String location) {
    journal.add("open " + location);
    if (missing) {
      throw new StoreException("the store is locked", "wait");
    }
    return this;
  }

  @Override
  public EventStore openForReading(String location) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void warmUp() {
    journal.add("warm up");
  }

  @Override
  public String location() {
    return "the store";
  }

  @Override
  public void keep(Playbook playbook) {
    journal.add("keep " + playbook.name());
  }

  @Override
  public void append(Event event) {
    if (events.size() + 1 >= failingAppend) {
      throw new StoreException("the store is full", "make room");
    }
    events.add(event);
    journal.add("append " + event.type().text() + " " + event.node().id());
  }

  @Override
  public void commit() {
    if (++commits >= failingCommit) {
      throw new StoreException("the store is gone", "bring it back");
    }
    journal.add("commit");
  }

  @Override
  public EventCursor events(String executionId) {
    journal.add("read " + executionId);
    return new NoRows(journal);
  }

  private record NoRows(Journal journal) implements EventCursor {
    @Override
    public boolean nextBatch() {
      return false;
    }

    @Override
    public int rows() {
      throw new UnsupportedOperationException();
    }

    @Override
    public ColumnVector column(EventColumn column) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
      journal.add("close cursor");
    }
  }

  @Override
  public List<ExecutionSummary> executions() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<ExecutionSummary> execution(String executionId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> prune(Instant before) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    journal.add("close store");
  }
}
