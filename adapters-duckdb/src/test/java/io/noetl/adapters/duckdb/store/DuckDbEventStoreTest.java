package io.noetl.adapters.duckdb.store;

import io.noetl.application.port.EventStore;
import io.noetl.testkit.store.EventStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DuckDbEventStoreTest extends EventStoreContract {

  @TempDir Path folder;

  @Override
  protected EventStore open() {
    return DuckDbEventStore.open(folder.resolve("data/noetl.duckdb"));
  }
}
