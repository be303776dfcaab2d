package io.noetl.adapters.duckdb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.noetl.application.error.StoreException;
import io.noetl.domain.event.Event;
import io.noetl.testkit.store.SampleExecution;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What fails on the writer thread is thrown to the callers. */
class EventWriterTest {

  private static final String FULL = "event store ':memory:' has no room to grow: the disk is full";

  private final StoreDatabase database = StoreDatabase.inMemory();
  private final Event event = SampleExecution.events("e1").getFirst();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_commit_that_fails_is_thrown_to_who_waits_for_it_and_to_everyone_later() {
    EventWriter writer = EventWriter.start(database, new FullDisk());
    writer.append(event);

    StoreException failure = catchThrowableOfType(StoreException.class, writer::commit);

    assertThat(failure).hasMessage(FULL);
    assertThat(failure.remedy()).isEqualTo("free some space and run again");
    assertThatThrownBy(() -> writer.append(event)).isInstanceOf(StoreException.class).hasMessage(FULL);
    assertThatThrownBy(() -> writer.keep(SampleExecution.playbook())).isInstanceOf(StoreException.class)
        .hasMessage(FULL);
    assertThatThrownBy(writer::commit).isInstanceOf(StoreException.class).hasMessage(FULL);
    assertThatThrownBy(writer::close).isInstanceOf(StoreException.class).hasMessage(FULL);
    writer.close();
  }

  @Test
  void a_close_tells_what_could_not_be_committed() {
    EventWriter writer = EventWriter.start(database, new FullDisk());
    writer.append(event);

    assertThatThrownBy(writer::close).isInstanceOf(StoreException.class).hasMessage(FULL);
  }

  @Test
  void a_defect_on_the_thread_is_told_too() {
    EventWriter writer =
        EventWriter.start(
            database,
            new FullDisk() {
              @Override
              public void append(Entry.Row row) {
                throw new IllegalArgumentException("a defect");
              }
            });
    writer.append(event);

    assertThatThrownBy(writer::commit).isInstanceOf(StoreException.class)
        .hasMessage("writing to event store ':memory:' failed: java.lang.IllegalArgumentException: a defect");
    assertThatThrownBy(writer::close).isInstanceOf(StoreException.class);
  }

  @Test
  void work_that_fails_leaves_the_writer_at_work() {
    EventWriter writer = EventWriter.start(database);
    SQLException problem = new SQLException("Catalog Error: no\nmore");

    assertThatThrownBy(() -> writer.perform(() -> fail(problem))).isInstanceOf(StoreException.class)
        .hasMessage("cannot change event store ':memory:': Catalog Error: no").hasCause(problem);
    writer.append(event);
    writer.commit();
    writer.close();
  }

  private static void fail(SQLException problem) throws SQLException {
    throw problem;
  }

  /** Takes everything and fails to commit it. */
  private static class FullDisk implements GroupCommit.Log {

    @Override
    public void append(Entry.Row row) {}

    @Override
    public void keep(Entry.Source source) {}

    @Override
    public void commit() throws SQLException {
      throw new SQLException("IO Error: Could not write file \"noetl.duckdb.wal\": No space left on device");
    }

    @Override
    public void endGroup() {}
  }
}
