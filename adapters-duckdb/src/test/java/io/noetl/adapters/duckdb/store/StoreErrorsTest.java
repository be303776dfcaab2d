package io.noetl.adapters.duckdb.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.error.StoreException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What DuckDB 1.5 says, and what becomes of it: for what a test cannot bring about on every machine. */
class StoreErrorsTest {

  private final StoreErrors errors = new StoreErrors("data/noetl.duckdb");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "IO Error: Cannot open file \"x\": Permission denied | cannot be opened: permission denied",
        "IO Error: Cannot open file \"x\": Operation not permitted | cannot be opened: operation not permitted",
        "IO Error: Cannot open file \"x\": Read-only file system | is on a read-only file system",
        "IO Error: Could not write file \"x\": Disk quota exceeded | has no room to grow: the disk quota is used up",
        "IO Error: Could not write file \"x\": File too large | has no room to grow: the file size limit is reached",
        "IO Error: Could not read from file \"x\": Is a directory | is a folder, not a file",
        "IO Error: Cannot open file \"x\": Not a directory | lies beneath a file that is no folder",
        "IO Error: Failure while replaying WAL file \"x.wal\": no | is damaged: its .wal file cannot be applied",
        "Out of Memory Error: could not allocate block of size 256.0 KiB | needs more memory than DuckDB is given",
        "IO Error: Failure while replaying WAL file \"x.wal\": Out of Memory Error: no | needs more memory than DuckDB is given",
      })
  void messages_are_recognised(String message, String problem) {
    assertThat(error(message)).hasMessage("event store 'data/noetl.duckdb' " + problem);
    assertThat(error(message).remedy()).isNotBlank();
  }

  @Test
  void a_lock_whose_holder_is_not_named_is_told() {
    assertThat(error("IO Error: Could not set lock on file \"x\": Resource temporarily unavailable"))
        .hasMessage("event store 'data/noetl.duckdb' is in use by another process");
    assertThat(error("IO Error: Could not set lock on file \"x\": Conflicting lock is held in (PID 77). See also …"))
        .hasMessage("event store 'data/noetl.duckdb' is in use by process 77");
  }

  @Test
  void what_is_not_recognised_is_told_in_its_first_line() {
    StoreException error = error("Odd Error: never seen\nsecond line");

    assertThat(error).hasMessage("cannot read event store 'data/noetl.duckdb': Odd Error: never seen");
    assertThat(error.remedy()).isEqualTo("see the cause with --debug, or use another store with --duckdb PATH");
  }

  @Test
  void what_the_driver_puts_before_the_error_is_left_out() {
    assertThat(error("Invalid Input Error: Attempting to execute an unsuccessful or closed pending query result\nError: Odd Error: x"))
        .hasMessage("cannot read event store 'data/noetl.duckdb': Odd Error: x");
  }

  private StoreException error(String message) {
    return errors.of("read", new SQLException(message));
  }
}
