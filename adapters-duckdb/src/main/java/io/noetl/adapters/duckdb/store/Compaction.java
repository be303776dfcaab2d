package io.noetl.adapters.duckdb.store;

import io.noetl.application.error.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.duckdb.DuckDBConnection;

/**
 * Gives the space of deleted rows back. DuckDB reuses it but rarely shrinks a file, so the database is copied into a
 * new file beside it, which then takes its name. At any moment the name leads to a whole database. The old file stays
 * locked until the new one is in its place, so that no other process can write to it meanwhile. Another process can
 * open the new file before this one does, which then fails to open it again and says so; closing the old database
 * leaves what that process writes alone.
 */
final class Compaction {

  private static final String ALIAS = "noetl_compacted";

  private Compaction() {}

  /** Compacts the database of a store that nobody reads; does nothing for one in memory. */
  static void run(StoreDatabase database) throws SQLException {
    Path named = database.file();
    if (named == null) {
      return;
    }
    try {
      Path file = named.toRealPath();
      Path copy = file.resolveSibling(file.getFileName() + ".compact");
      Files.deleteIfExists(copy);
      try {
        copy(database.writer(), copy);
        leaveFilesAlone(database.writer());
        replace(file, copy);
      } finally {
        Files.deleteIfExists(copy);
        Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + ".wal"));
      }
      database.reopen();
    } catch (IOException e) {
      throw new StoreException(
          "event store '" + database.location() + "' was pruned, but its space could not be given back: " + e,
          "check the rights and the free space of its folder, and prune again",
          e);
    }
  }

  private static void copy(DuckDBConnection connection, Path copy) throws SQLException {
    EventLogSchema.execute(connection, "CHECKPOINT");
    EventLogSchema.execute(connection, "ATTACH '" + copy.toString().replace("'", "''") + "' AS " + ALIAS);
    try {
      String source = text(connection, "SELECT '\"' || replace(current_database(), '\"', '\"\"') || '\"'");
      EventLogSchema.execute(connection, "COPY FROM DATABASE " + source + " TO " + ALIAS);
      EventLogSchema.execute(connection, EventLogSchema.mark(ALIAS + "."));
    } finally {
      EventLogSchema.execute(connection, "DETACH " + ALIAS);
    }
  }

  /**
   * From now on closing the database neither writes a checkpoint nor deletes a {@code .wal}: by then both names may be
   * those of the file that has taken its place. Nothing is lost: a commit that a checkpoint has not reached is in the
   * {@code .wal}.
   */
  static void leaveFilesAlone(DuckDBConnection connection) throws SQLException {
    EventLogSchema.execute(connection, "PRAGMA disable_checkpoint_on_shutdown");
  }

  private static void replace(Path file, Path copy) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.setPosixFilePermissions(copy, Files.getPosixFilePermissions(file));
    }
    sync(copy);
    Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(Objects.requireNonNull(file.getParent(), "a file has a folder"));
  }

  private static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static String text(DuckDBConnection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
