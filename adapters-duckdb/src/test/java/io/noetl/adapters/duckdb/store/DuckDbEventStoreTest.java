package io.noetl.adapters.duckdb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.port.EventStore;
import io.noetl.application.port.ExecutionSummary;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventColumn;
import io.noetl.testkit.store.CursorRows;
import io.noetl.testkit.store.EventStoreContract;
import io.noetl.testkit.store.SampleExecution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbEventStoreTest extends EventStoreContract {

  @TempDir Path folder;

  @Override
  protected EventStore open() {
    return DuckDbEventStore.open(file());
  }

  @Test
  void it_makes_the_folders_and_is_called_by_its_path() {
    assertThat(store.location()).isEqualTo(file().toString());
    assertThat(file()).isRegularFile();
  }

  @Test
  void events_are_there_after_it_was_closed() {
    SampleExecution.events("e1").forEach(store::append);
    store.close();

    try (EventStore again = DuckDbEventStore.open(file())) {
      assertThat(CursorRows.of(again.events("e1"), EventColumn.SEQUENCE)).hasSize(28);
      assertThat(again.executions()).extracting(ExecutionSummary::errors).containsExactly(1L);
    }
  }

  @Test
  void it_can_be_read_without_being_changed() throws IOException {
    List<Event> events = SampleExecution.events("e1");
    events.forEach(store::append);
    store.close();
    byte[] before = Files.readAllBytes(file());

    try (EventStore reading = DuckDbEventStore.openForReading(file());
        EventStore another = DuckDbEventStore.openForReading(file())) {
      assertThat(reading.execution("e1")).isPresent();
      assertThat(CursorRows.of(another.events("e1"))).hasSize(28);
      assertThatThrownBy(() -> reading.append(events.getFirst())).isInstanceOf(IllegalStateException.class)
          .hasMessage("the event store '" + file() + "' was opened for reading");
    }
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
  }

  @Test
  void what_was_committed_survives_a_kill() throws Exception {
    store.close();
    try (StoreProcess other = StoreProcess.start(file(), "write")) {
      assertThat(other.line()).isEqualTo("open");
      for (int i = 0; i < 10; i++) {
        other.line();
      }
      int committed = Integer.parseInt(other.kill());

      try (EventStore reading = DuckDbEventStore.openForReading(file())) {
        List<@Nullable String> sequences = CursorRows.of(reading.events("e1"), EventColumn.SEQUENCE);
        assertThat(sequences).hasSizeGreaterThanOrEqualTo(committed);
        assertThat(sequences).isEqualTo(IntStream.range(0, sequences.size()).mapToObj(Integer::toString).toList());
      }
      try (EventStore writing = DuckDbEventStore.open(file())) {
        SampleExecution.events("e2").forEach(writing::append);
        assertThat(CursorRows.of(writing.events("e1"))).hasSizeGreaterThanOrEqualTo(committed);
      }
    }
  }

  private Path file() {
    return folder.resolve("data/events/noetl.duckdb");
  }
}
