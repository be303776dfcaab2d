package io.noetl.adapters.duckdb.connection;

import java.lang.reflect.Field;

/**
 * Keeps DuckDB's driver from starting Java's flight recorder. With its first connection the driver registers an event of
 * the memory that databases use, whether or not anything is being recorded or any connection asks for the event, and
 * that takes longer than all the rest of opening a small database.
 *
 * <p>The driver says in a private field whether it has done so. One that has no such field registers the event as ever.
 */
public final class FlightRecording {

  private static final String MONITOR = "org.duckdb.DuckDBMemoryMonitor";

  private FlightRecording() {}

  /**
   * Leaves the event out of this process, which must be the caller's own: nothing that it loads can ask for the event any
   * more. To be called before the first connection is opened.
   */
  public static void leaveOut() {
    try {
      Field registered = Class.forName(MONITOR).getDeclaredField("initialized");
      registered.setAccessible(true);
      registered.setBoolean(null, true);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      // Another driver: the event costs time, and does no harm.
    }
  }
}
