package io.noetl.adapters.duckdb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.StoreException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A cursor that fails holds nothing: a store that is being read cannot be pruned. */
class DuckDbEventCursorTest {

  @Test
  void a_cursor_that_cannot_be_opened_is_no_reader() throws SQLException {
    try (StoreDatabase database = StoreDatabase.inMemory()) {
      EventLogSchema.execute(database.writer(), "DROP TABLE event_log");

      assertThatThrownBy(() -> DuckDbEventCursor.open(database, "e1")).isInstanceOf(StoreException.class);

      assertThatCode(database::requireUnread).doesNotThrowAnyException();
    }
  }

  @Test
  void a_cursor_whose_rows_cannot_be_selected_is_no_reader() throws SQLException {
    try (StoreDatabase database = StoreDatabase.inMemory()) {
      EventLogSchema.execute(database.writer(), "ALTER TABLE event_log DROP COLUMN worker_id");

      assertThatThrownBy(() -> DuckDbEventCursor.open(database, "e1")).isInstanceOf(StoreException.class)
          .satisfies(failure -> assertThat(failure).hasMessageContaining("worker_id"));

      assertThatCode(database::requireUnread).doesNotThrowAnyException();
    }
  }

  @Test
  void an_open_cursor_is_a_reader_until_it_is_closed() {
    try (StoreDatabase database = StoreDatabase.inMemory()) {
      try (DuckDbEventCursor cursor = DuckDbEventCursor.open(database, "e1")) {
        assertThat(cursor.nextBatch()).isFalse();
        assertThatThrownBy(database::requireUnread).isInstanceOf(IllegalStateException.class);
      }
      assertThatCode(database::requireUnread).doesNotThrowAnyException();
    }
  }
}
