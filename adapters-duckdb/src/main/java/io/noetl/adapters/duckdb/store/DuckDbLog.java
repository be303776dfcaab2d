package io.noetl.adapters.duckdb.store;

import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.UnicodeText;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries to the database, on the writer thread alone: a transaction begins with the first of a group and ends
 * with its commit, which DuckDB syncs to the disk.
 */
final class DuckDbLog implements GroupCommit.Log {

  private static final String KEEP =
      """
      INSERT INTO playbook (sha256, name, path, version, source, document)
      SELECT ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM playbook WHERE sha256 = ?)
      """;

  private final StoreDatabase database;
  private @Nullable EventAppender appender;
  private boolean inTransaction;

  DuckDbLog(StoreDatabase database) {
    this.database = database;
  }

  @Override
  public void append(Entry.Row row) throws SQLException {
    begin();
    if (appender == null) {
      appender = new EventAppender(database.writer());
    }
    appender.append(row.event());
  }

  @Override
  public void keep(Entry.Source source) throws SQLException {
    begin();
    Playbook playbook = source.playbook();
    try (PreparedStatement insert = database.writer().prepareStatement(KEEP)) {
      insert.setString(1, playbook.sha256());
      insert.setString(2, UnicodeText.of(playbook.name()));
      insert.setString(3, UnicodeText.of(playbook.path()));
      insert.setString(4, UnicodeText.of(playbook.version()));
      insert.setString(5, UnicodeText.of(playbook.source()));
      insert.setString(6, JsonWriter.write(playbook.document()));
      insert.setString(7, playbook.sha256());
      insert.execute();
    }
  }

  @Override
  public void commit() throws SQLException {
    if (appender != null) {
      appender.flush();
    }
    EventLogSchema.execute(database.writer(), "COMMIT");
    inTransaction = false;
    database.requireFile();
  }

  /** An appender must not outlive its connection, and keeps the table from being changed. */
  @Override
  public void endGroup() throws SQLException {
    if (appender != null) {
      EventAppender released = appender;
      appender = null;
      released.close();
    }
  }

  private void begin() throws SQLException {
    if (!inTransaction) {
      DuckDBConnection connection = database.writer();
      EventLogSchema.execute(connection, "BEGIN TRANSACTION");
      inTransaction = true;
    }
  }
}
