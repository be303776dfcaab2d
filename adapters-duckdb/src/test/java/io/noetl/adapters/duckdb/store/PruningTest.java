package io.noetl.adapters.duckdb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.adapters.duckdb.connection.DuckDbConnections;
import io.noetl.application.port.EventCursor;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Status;
import io.noetl.domain.value.Value;
import io.noetl.testkit.store.CursorRows;
import io.noetl.testkit.store.SampleEvents;
import io.noetl.testkit.store.SampleExecution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pruning gives space back, and loses nothing else. */
class PruningTest {

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant BEFORE = Instant.parse("2025-01-01T00:00:00Z");

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void record_a_large_old_execution_and_a_small_new_one() {
    file = folder.resolve("my store's.duckdb");
    try (DuckDbEventStore store = DuckDbEventStore.open(file)) {
      large("old").all().forEach(store::append);
      store.keep(SampleExecution.playbook());
      SampleExecution.events("new").forEach(store::append);
    }
  }

  @Test
  void the_file_shrinks_while_the_store_is_open() throws IOException {
    long before = Files.size(file);
    try (DuckDbEventStore store = DuckDbEventStore.open(file)) {
      assertThat(store.prune(BEFORE)).containsExactly("old");
      assertThat(Files.size(file)).isLessThan(before / 3);
      assertThat(CursorRows.of(store.events("new"))).hasSize(28);
      SampleExecution.events("later").forEach(store::append);
    }
    assertThat(before).isGreaterThan(2_000_000);
    assertThat(Files.size(file)).isLessThan(before / 3);
    try (DuckDbEventStore store = DuckDbEventStore.openForReading(file);
        Stream<Path> files = Files.list(folder)) {
      assertThat(store.executions()).hasSize(2);
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void what_others_made_in_the_database_stays() throws SQLException {
    sql(file, "CREATE TABLE notes AS SELECT 'kept' AS note; CREATE VIEW my_view AS SELECT count(*) AS n FROM step_result");
    prune();

    assertThat(sql(file, "SELECT note FROM notes")).isEqualTo("kept");
    assertThat(sql(file, "SELECT n FROM my_view")).isEqualTo("5");
    assertThat(sql(file, "SELECT count(*) FROM loop_state")).isEqualTo("1");
  }

  @Test
  void a_store_that_was_pruned_is_up_to_date() throws SQLException {
    String comment = sql(file, "SELECT comment FROM duckdb_tables() WHERE table_name = 'event_log'");
    prune();

    assertThat(comment).startsWith("noetl event log, schema version 1, statements ");
    assertThat(sql(file, "SELECT comment FROM duckdb_tables() WHERE table_name = 'event_log'")).isEqualTo(comment);
  }

  @Test
  void the_rights_of_the_file_stay() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    prune();

    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
  }

  @Test
  void a_link_to_the_file_stays_a_link() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.duckdb"), file);
    long before = Files.size(file);
    try (DuckDbEventStore store = DuckDbEventStore.open(link)) {
      assertThat(store.prune(BEFORE)).containsExactly("old");
    }

    assertThat(link).isSymbolicLink();
    assertThat(Files.size(file)).isLessThan(before / 3);
  }

  @Test
  void a_playbook_goes_with_the_last_execution_of_it() throws SQLException {
    prune();
    assertThat(sql(file, "SELECT count(*) FROM playbook")).isEqualTo("1");

    try (DuckDbEventStore store = DuckDbEventStore.open(file)) {
      store.prune(Instant.parse("2030-01-01T00:00:00Z"));
    }
    assertThat(sql(file, "SELECT count(*) FROM playbook")).isEqualTo("0");
  }

  @Test
  void nothing_to_prune_leaves_the_file_alone() throws IOException {
    byte[] before = Files.readAllBytes(file);
    try (DuckDbEventStore store = DuckDbEventStore.open(file)) {
      assertThat(store.prune(Instant.parse("2019-01-01T00:00:00Z"))).isEmpty();
    }

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void a_store_that_is_being_read_is_not_pruned() {
    try (DuckDbEventStore store = DuckDbEventStore.open(file)) {
      EventCursor cursor = store.events("new");
      assertThatThrownBy(() -> store.prune(BEFORE)).isInstanceOf(IllegalStateException.class)
          .hasMessage("close the cursors on the event store '" + file + "' before pruning it");
      cursor.close();
      assertThat(store.prune(BEFORE)).containsExactly("old");
    }
  }

  @Test
  void a_copy_that_a_kill_left_behind_is_swept() throws IOException {
    Path left = Files.writeString(folder.resolve("my store's.duckdb.compact"), "half a copy");
    prune();

    assertThat(left).doesNotExist();
  }

  private void prune() {
    try (DuckDbEventStore store = DuckDbEventStore.open(file)) {
      assertThat(store.prune(BEFORE)).containsExactly("old");
    }
  }

  /** An execution with 3 MB of text that does not compress well. */
  private static SampleEvents large(String executionId) {
    SampleEvents events = new SampleEvents(executionId, LONG_AGO);
    Random random = new Random(42);
    Event start = events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS).add();
    for (int i = 0; i < 1_500; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(2_000, ' ', '~').forEach(text::appendCodePoint);
      events.of(EventType.STEP_RESULT).under(start).output(Value.of(text.toString())).add();
    }
    return events;
  }

  private static String sql(Path database, String sql) throws SQLException {
    try (Connection connection = DuckDbConnections.write(database);
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
