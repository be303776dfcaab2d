package io.noetl.adapters.duckdb.store;

import io.noetl.adapters.duckdb.connection.DuckDbConnections;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.EventStores;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.duckdb.DuckDBConnection;

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

  /** Loads the native library, which takes longer than all the rest of opening, and finds out how it hands over texts. */
  @Override
  public void warmUp() {
    inBackground(
        () -> {
          try (DuckDBConnection connection = DuckDbConnections.inMemory(Map.of())) {
            ChunkValues.fastest(connection.getMetaData().getDatabaseProductVersion());
          }
        });
  }

  /** A failure is silent, even that of a library that cannot be loaded: opening the store meets the same and reports it. */
  static Thread inBackground(Work.Action action) {
    Work work = new Work(action);
    return Thread.ofPlatform()
        .daemon()
        .name("duckdb-warm-up")
        .uncaughtExceptionHandler((thread, failure) -> {})
        .start(work::perform);
  }

  private static Path path(String location) {
    try {
      return Path.of(location);
    } catch (InvalidPathException e) {
      throw new InvalidRequestException("'" + location + "' is no path: " + e.getReason(), "give --duckdb a file name", e);
    }
  }
}
