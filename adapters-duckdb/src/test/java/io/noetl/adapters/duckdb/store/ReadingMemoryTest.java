package io.noetl.adapters.duckdb.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.EventColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs whose texts take more memory, 2,048 rows at a time, than DuckDB is given at first to read them with. */
class ReadingMemoryTest {

  private static final String OUT_OF_ORDER = "ORDER BY i % 7, i";
  private static final String LONG_TEXT =
      """
      INSERT INTO event_log
      SELECT 'e-1', 'e-1:0', NULL, TIMESTAMP '2026-01-01', 'execution_start', 'node', 'node', 'playbook', 'started', NULL, NULL,
        repeat('0123456789', 10000000), NULL, NULL, 0, NULL, NULL, NULL, NULL
      """;

  @TempDir Path folder;

  @Test
  void long_texts_at_the_beginning_are_read_with_more() throws SQLException {
    assertReads(0, "");
  }

  @Test
  void long_texts_after_many_short_ones_are_read_with_more() throws SQLException {
    assertReads(100_000, "");
  }

  @Test
  void long_texts_in_a_log_out_of_order_are_read_with_more() throws SQLException {
    assertReads(5_000, OUT_OF_ORDER);
  }

  @Test
  void a_log_in_order_is_read_with_little_memory_and_one_out_of_order_is_sorted_with_more() throws SQLException {
    try (StoreDatabase database = StoreDatabase.read(log(10_000, ""))) {
      assertThat(memoryToRead(database)).isEqualTo("61.0 MiB");
    }
    try (StoreDatabase database = StoreDatabase.read(log(10_000, OUT_OF_ORDER))) {
      assertThat(memoryToRead(database)).isEqualTo("244.1 MiB");
    }
  }

  @Test
  void a_store_that_is_written_keeps_its_memory_while_it_is_read() throws SQLException {
    try (StoreDatabase database = StoreDatabase.write(log(10_000, OUT_OF_ORDER))) {
      assertThat(memoryToRead(database)).isEqualTo("488.2 MiB");
      assertThat(database.raiseMemory()).isTrue();
      assertThat(memoryToRead(database)).isEqualTo("976.5 MiB");
    }
  }

  @Test
  void settings_of_others_are_not_changed() throws SQLException {
    try (StoreDatabase database = StoreDatabase.read(log(10_000, ""), Map.of("memory_limit", "100MB"))) {
      assertThat(memoryToRead(database)).isEqualTo("95.3 MiB");
      assertThat(database.raiseMemory()).isFalse();
    }
  }

  /** A file and its log of changes as they lie when the process that wrote them is killed. */
  @Test
  void a_long_text_that_a_killed_process_left_in_the_log_of_changes_is_read() throws SQLException, IOException {
    Path file = folder.resolve("live.duckdb");
    Path left = folder.resolve("left.duckdb");
    try (StoreDatabase database = StoreDatabase.write(file)) {
      EventLogSchema.execute(database.writer(), LONG_TEXT);
      Files.copy(file, left);
      Files.copy(folder.resolve("live.duckdb.wal"), folder.resolve("left.duckdb.wal"));
    }
    assertReadsLongText(StoreDatabase.read(left));
    assertReadsLongText(StoreDatabase.read(left, 24, 24));
  }

  private static void assertReadsLongText(StoreDatabase opened) {
    try (StoreDatabase database = opened;
        DuckDbEventCursor cursor = DuckDbEventCursor.open(database, "e-1")) {
      assertThat(cursor.nextBatch()).isTrue();
      assertThat(cursor.column(EventColumn.OUTPUT_RESULT).textAt(0)).hasSize(100_000_000);
    }
  }

  /** What DuckDB may take while a cursor is open. */
  private static String memoryToRead(StoreDatabase database) throws SQLException {
    try (DuckDbEventCursor cursor = DuckDbEventCursor.open(database, "e-1");
        Statement statement = database.writer().createStatement();
        ResultSet answer = statement.executeQuery("SELECT current_setting('memory_limit')")) {
      assertThat(cursor.nextBatch()).isTrue();
      answer.next();
      return answer.getString(1);
    }
  }

  private Path log(int shortTexts, String order) throws SQLException {
    Path file = folder.resolve(order.length() + ".duckdb");
    try (StoreDatabase database = StoreDatabase.write(file)) {
      String context = "CASE WHEN i >= %d THEN repeat(md5(i::VARCHAR), 65536) END".formatted(shortTexts);
      LogOfContexts.append(database, "e-1", context, shortTexts + 40, order);
    }
    return file;
  }

  private void assertReads(int shortTexts, String order) throws SQLException {
    Path file = log(shortTexts, order);
    try (StoreDatabase database = StoreDatabase.read(file, 24, 24);
        DuckDbEventCursor cursor = DuckDbEventCursor.open(database, "e-1")) {
      long expected = 0;
      while (cursor.nextBatch()) {
        for (int row = 0; row < cursor.rows(); row++) {
          assertThat(cursor.column(EventColumn.SEQUENCE).longAt(row)).isEqualTo(expected);
          expected++;
        }
      }
      assertThat(expected).isEqualTo(shortTexts + 40);
    }
  }
}
