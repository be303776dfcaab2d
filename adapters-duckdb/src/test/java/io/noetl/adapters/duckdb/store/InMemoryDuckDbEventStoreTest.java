package io.noetl.adapters.duckdb.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.port.EventStore;
import io.noetl.testkit.store.EventStoreContract;
import io.noetl.testkit.store.SampleExecution;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InMemoryDuckDbEventStoreTest extends EventStoreContract {

  @Override
  protected EventStore open() {
    return DuckDbEventStore.inMemory();
  }

  @Test
  void it_is_called_memory_and_makes_no_file() {
    assertThat(store.location()).isEqualTo(":memory:");
    assertThat(Files.exists(Path.of(":memory:"))).isFalse();
  }

  @Test
  void two_of_them_share_nothing() {
    store.keep(SampleExecution.playbook());
    SampleExecution.events("e1").forEach(store::append);
    try (DuckDbEventStore other = DuckDbEventStore.inMemory()) {
      assertThat(other.executions()).isEmpty();
    }
  }
}
