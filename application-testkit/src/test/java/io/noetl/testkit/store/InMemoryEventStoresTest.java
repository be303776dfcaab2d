package io.noetl.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.StoreException;
import io.noetl.application.port.EventStore;
import io.noetl.application.store.InMemoryEventStores;
import io.noetl.domain.event.EventColumn;
import org.junit.jupiter.api.Test;

class InMemoryEventStoresTest extends EventStoreContract {

  private final InMemoryEventStores stores = new InMemoryEventStores();

  @Override
  protected EventStore open() {
    return stores.openForWriting("a");
  }

  @Test
  void a_store_has_its_events_when_it_is_opened_again() {
    SampleExecution.events("e1").forEach(store::append);
    store.close();

    try (EventStore again = stores.openForReading("a")) {
      assertThat(again.location()).isEqualTo("a");
      assertThat(CursorRows.of(again.events("e1"), EventColumn.SEQUENCE)).hasSize(28);
    }
  }

  @Test
  void stores_of_different_names_are_different() {
    SampleExecution.events("e1").forEach(store::append);

    assertThat(stores.openForWriting("b").execution("e1")).isEmpty();
  }

  @Test
  void only_writing_makes_a_store() {
    assertThatThrownBy(() -> stores.openForReading("b"))
        .isInstanceOf(StoreException.class)
        .hasMessage("there is no event store 'b' in memory");
  }

  @Test
  void a_closed_store_refuses_further_use() {
    store.close();
    store.close();

    assertThatThrownBy(store::commit).isInstanceOf(IllegalStateException.class).hasMessage("event store 'a' is closed");
  }
}
