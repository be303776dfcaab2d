package io.noetl.adapters.duckdb.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.duckdb.connection.DuckDbConnections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {

  @TempDir Path folder;

  @Test
  void an_old_database_that_is_closed_leaves_what_another_process_writes_alone() throws SQLException, IOException {
    Path file = folder.resolve("noetl.duckdb");
    Path log = folder.resolve("noetl.duckdb.wal");
    try (DuckDBConnection old = DuckDbConnections.write(file)) {
      EventLogSchema.execute(old, "CREATE TABLE numbers (n INTEGER)");

      Compaction.leaveFilesAlone(old);

      Files.delete(log);
      Files.writeString(log, "what another process has committed");
    }
    assertThat(log).hasContent("what another process has committed");
  }
}
