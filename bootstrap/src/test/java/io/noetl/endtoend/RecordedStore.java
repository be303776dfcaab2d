package io.noetl.endtoend;

import io.noetl.adapters.duckdb.store.DuckDbEventStore;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Status;
import io.noetl.testkit.store.SampleEvents;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Makes stores of events that a test wrote down, as no run would. */
final class RecordedStore {

  private RecordedStore() {}

  /** Adds events to a store, which is made if it is missing. */
  static void add(Path store, List<Event> events) {
    try (DuckDbEventStore open = DuckDbEventStore.open(store)) {
      events.forEach(open::append);
      open.commit();
    }
  }

  /** Changes a store with SQL, as nobody should. */
  static void change(Path store, String sql) {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + store);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** An execution that began and has so many steps behind it, a second apart. */
  static List<Event> steps(String executionId, String playbook, String start, int steps) {
    SampleEvents events = new SampleEvents(executionId, Instant.parse(start));
    Event begin =
        events.of(EventType.EXECUTION_START).node(playbook, playbook, "playbook").status(Status.IN_PROGRESS).add();
    for (int step = 1; step <= steps; step++) {
      events.of(EventType.STEP_START).under(begin).node("step#" + step, "step", "step").status(Status.IN_PROGRESS).add();
    }
    return events.all();
  }
}
