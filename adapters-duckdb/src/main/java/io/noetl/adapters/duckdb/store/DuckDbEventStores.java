package io.noetl.adapters.duckdb.store;

import io.noetl.adapters.duckdb.connection.DuckDbConnections;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.EventStores;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/** Opens stores that are DuckDB files, or DuckDB's memory under the name {@code :memory:}. */
public final class DuckDbEventStores implements EventStores {

  /** The location that is no file. */
  public static final String MEMORY = ":memory:";

  @Override
  public EventStore openForWriting(String location) {
    return location.equals(MEMORY) ? DuckDbEventStore.inMemory() : DuckDbEventStore.open(path(location));
  }

  @Override
  public EventStore openForReading(String location) {
    return location.equals(MEMORY) ? DuckDbEventStore.inMemory() : DuckDbEventStore.openForReading(path(location));
  }

  /** Loads the native library, which takes longer than all the rest of opening. */
  @Override
  public void warmUp() {
    Thread.ofPlatform().daemon().name("duckdb-warm-up").start(DuckDbEventStores::load);
  }

  private static void load() {
    try {
      DuckDbConnections.inMemory(Map.of()).close();
    } catch (SQLException failure) {
      // Opening the store will meet the same failure and report it.
    }
  }

  private static Path path(String location) {
    try {
      return Path.of(location);
    } catch (InvalidPathException e) {
      throw new InvalidRequestException("'" + location + "' is no path: " + e.getReason(), "give --duckdb a file name", e);
    }
  }
}
