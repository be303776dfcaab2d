package io.noetl.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.port.EventStore;
import io.noetl.application.store.InMemoryEventStore;
import org.junit.jupiter.api.Test;

class InMemoryEventStoreTest extends EventStoreContract {

  @Override
  protected EventStore open() {
    return new InMemoryEventStore();
  }

  @Test
  void it_gives_the_playbooks_back_that_it_kept() {
    try (InMemoryEventStore memory = new InMemoryEventStore()) {
      memory.keep(SampleExecution.playbook());

      assertThat(memory.playbook(SampleExecution.SHA_256)).contains(SampleExecution.playbook());
      assertThat(memory.playbook("other")).isEmpty();
    }
  }

  @Test
  void it_is_called_memory() {
    assertThat(store.location()).isEqualTo(":memory:");
  }
}
