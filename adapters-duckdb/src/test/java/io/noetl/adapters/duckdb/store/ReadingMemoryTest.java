package io.noetl.adapters.duckdb.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.EventColumn;
import java.nio.file.Path;
import java.sql.SQLException;
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

  private void assertReads(int shortTexts, String order) throws SQLException {
    Path file = folder.resolve("noetl.duckdb");
    try (StoreDatabase database = StoreDatabase.write(file)) {
      EventLogSchema.execute(database.writer(), INSERT.formatted(shortTexts, order));
    }
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
