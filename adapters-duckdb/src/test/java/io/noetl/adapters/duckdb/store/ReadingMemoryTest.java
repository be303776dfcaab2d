package io.noetl.adapters.duckdb.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.EventColumn;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs whose texts take more memory, 2,048 rows at a time, than DuckDB is given at first to read them with. */
class ReadingMemoryTest {

  private static final String INSERT =
      """
      INSERT INTO event_log
      SELECT 'e-1', 'e-1:' || i, CASE WHEN i > 0 THEN 'e-1:0' END, TIMESTAMP '2026-01-01', 'step_start', 'node', 'node', 'step',
        'success', NULL, CASE WHEN i >= %1$d THEN repeat(md5(i::VARCHAR), 65536) END, NULL, NULL, NULL, i, NULL, NULL, NULL, NULL
      FROM range(%1$d + 40) AS rows(i) %2$s
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
    assertReads(5_000, "ORDER BY i % 7, i");
  }

  @Test
  void a_log_in_order_is_read_with_little_memory_and_one_out_of_order_is_sorted_with_more() throws SQLException {
    assertThat(memoryToRead(log(10_000, ""))).isEqualTo("61.0 MiB");
    assertThat(memoryToRead(log(10_000, "ORDER BY i % 7, i"))).isEqualTo("244.1 MiB");
  }

  /** What DuckDB may take while a cursor is open. */
  private static String memoryToRead(Path file) throws SQLException {
    try (StoreDatabase database = StoreDatabase.read(file);
        DuckDbEventCursor cursor = DuckDbEventCursor.open(database, "e-1");
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
      EventLogSchema.execute(database.writer(), INSERT.formatted(shortTexts, order));
    }
    return file;
  }

  private void assertReads(int shortTexts, String order) throws SQLException {
    Path file = log(shortTexts, order);
    try (StoreDatabase database = StoreDatabase.read(file, Map.of("memory_limit", "24MB"));
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
