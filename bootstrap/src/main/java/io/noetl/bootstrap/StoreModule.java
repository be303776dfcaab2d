package io.noetl.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.noetl.adapters.duckdb.query.DuckDbSqlQueries;
import io.noetl.adapters.duckdb.store.DuckDbEventStores;
import io.noetl.application.port.EventStores;
import io.noetl.application.port.SqlQueries;

/** Keeping events, and querying them. */
final class StoreModule extends AbstractModule {

  @Provides
  EventStores stores() {
    return new DuckDbEventStores();
  }

  @Provides
  SqlQueries queries() {
    return new DuckDbSqlQueries();
  }
}
