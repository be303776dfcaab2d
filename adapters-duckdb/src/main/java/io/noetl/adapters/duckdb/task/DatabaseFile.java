package io.noetl.adapters.duckdb.task;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * The file of a database before DuckDB sees it. Only a file that this process does not have open may be looked at:
 * closing it would end DuckDB's lock on it.
 */
final class DatabaseFile {

  /** A DuckDB file begins with a checksum of 8 bytes, then these. */
  private static final byte[] MAGIC = "DUCK".getBytes(US_ASCII);

  private static final int MAGIC_AT = 8;

  private DatabaseFile() {}

  /**
   * Makes the folders of a file that is not there yet. One that is there must be a database: DuckDB would show a CSV,
   * JSON or Parquet file as a view in a database that is lost afterwards.
   */
  static void prepare(Path file) throws SQLException {
    try {
      if (Files.exists(file)) {
        requireDatabase(file);
      } else if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e.toString(), e);
    }
  }

  private static void requireDatabase(Path file) throws IOException, SQLException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(MAGIC_AT + MAGIC.length);
      boolean magic = start.length > MAGIC_AT && Arrays.equals(start, MAGIC_AT, start.length, MAGIC, 0, MAGIC.length);
      if (start.length > 0 && !magic) {
        throw new SQLException("The file exists, but it is not a valid DuckDB database file");
      }
    }
  }
}
