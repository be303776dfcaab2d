package io.noetl.adapters.duckdb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.StoreException;
import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.PackedTexts;
import io.noetl.domain.event.EventColumn;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** A cursor that fails or is closed holds nothing: a store that is being read cannot be pruned, and memory is handed on. */
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

  @Test
  void memory_for_texts_goes_from_one_cursor_to_the_next() throws SQLException {
    try (StoreDatabase database = filled("'first'", "'second'")) {
      DuckDbEventCursor first = DuckDbEventCursor.open(database, "first");
      PackedTexts texts = texts(first);
      first.close();

      try (DuckDbEventCursor second = DuckDbEventCursor.open(database, "second")) {
        assertThat(texts(second)).isSameAs(texts);
        assertThat(second.column(EventColumn.INPUT_CONTEXT).textAt(0)).isEqualTo("second");
        assertThat(texts.rows()).isOne();
        assertThat(texts.start(1)).isEqualTo(PackedTexts.LENGTH_BYTES + 6);
      }
    }
  }

  @Test
  void two_cursors_at_once_have_memory_of_their_own() throws SQLException {
    try (StoreDatabase database = filled("'first'", "'second'");
        DuckDbEventCursor first = DuckDbEventCursor.open(database, "first");
        DuckDbEventCursor second = DuckDbEventCursor.open(database, "second")) {
      assertThat(texts(first)).isNotSameAs(texts(second));
    }
  }

  @Test
  void a_closed_cursor_shows_no_texts_whose_memory_is_no_longer_its_own() throws SQLException {
    try (StoreDatabase database = filled("'first'", "'second'")) {
      DuckDbEventCursor cursor = DuckDbEventCursor.open(database, "first");
      texts(cursor);
      ColumnVector column = cursor.column(EventColumn.INPUT_CONTEXT);
      cursor.close();
      cursor.close();

      assertThatThrownBy(() -> cursor.column(EventColumn.INPUT_CONTEXT)).isInstanceOf(NoSuchElementException.class);
      assertThatThrownBy(column::texts).isInstanceOf(IllegalStateException.class);
      try (DuckDbEventCursor second = DuckDbEventCursor.open(database, "first");
          DuckDbEventCursor third = DuckDbEventCursor.open(database, "first")) {
        assertThat(texts(second)).isNotSameAs(texts(third)); // given back once
      }
    }
  }

  /** One event in each of two executions, whose contexts are these expressions. */
  private static StoreDatabase filled(String first, String second) throws SQLException {
    StoreDatabase database = StoreDatabase.inMemory();
    LogOfContexts.append(database, "first", first, 1);
    LogOfContexts.append(database, "second", second, 1);
    return database;
  }

  private static PackedTexts texts(DuckDbEventCursor cursor) {
    assertThat(cursor.nextBatch()).isTrue();
    return cursor.column(EventColumn.INPUT_CONTEXT).texts();
  }
}
