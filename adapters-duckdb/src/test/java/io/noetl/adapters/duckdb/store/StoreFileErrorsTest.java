package io.noetl.adapters.duckdb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.noetl.adapters.duckdb.connection.DuckDbConnections;
import io.noetl.application.error.StoreException;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventColumn;
import io.noetl.testkit.store.CursorRows;
import io.noetl.testkit.store.SampleExecution;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which a store cannot be used, with what the user is told. */
class StoreFileErrorsTest {

  private static final String ANOTHER = "use another store with --duckdb PATH";

  @TempDir Path folder;

  @Test
  void a_store_that_another_process_has_open_names_the_process() throws Exception {
    Path file = folder.resolve("noetl.duckdb");
    try (StoreProcess other = StoreProcess.start(file, "hold")) {
      assertThat(other.line()).isEqualTo("open");

      for (StoreException locked : new StoreException[] {refusal(file), refusalToRead(file)}) {
        assertThat(locked.getMessage())
            .startsWith("event store '" + file + "' is in use by process " + other.id() + " (")
            .endsWith("/java)");
        assertThat(locked.remedy()).isEqualTo("wait until that ends, or " + ANOTHER);
      }
      other.kill();
    }
    DuckDbEventStore.open(file).close();
  }

  @Test
  void a_store_that_is_open_in_this_process_is_told() throws IOException {
    Path file = folder.resolve("noetl.duckdb");
    try (DuckDbEventStore open = DuckDbEventStore.open(file)) {
      assertThat(refusalToRead(Path.of(open.location())))
          .hasMessage("event store '" + file + "' is already open in this process");
      assertThat(refusal(file)).hasMessage("event store '" + file + "' is already open in this process");
      Path link = Files.createSymbolicLink(folder.resolve("link.duckdb"), file);
      assertThat(refusal(link)).hasMessage("event store '" + link + "' is already open in this process");
    }
    DuckDbEventStore.open(file).close();
  }

  @Test
  void a_missing_store_is_not_made_by_reading_it() {
    Path file = folder.resolve("noetl.duckdb");

    StoreException missing = refusalToRead(file);

    assertThat(missing).hasMessage("there is no event store at '" + file + "'");
    assertThat(missing.remedy()).isEqualTo("run a playbook to make one, or name another with --duckdb PATH");
    assertThat(file).doesNotExist();
  }

  @Test
  void a_folder_is_no_store() {
    StoreException refused = refusal(folder);

    assertThat(refused).hasMessage("event store '" + folder + "' is a folder, not a file");
    assertThat(refused.remedy()).isEqualTo("name a file in it with --duckdb PATH");
    assertThat(refusalToRead(folder)).hasMessage("event store '" + folder + "' is a folder, not a file");
  }

  @Test
  void a_file_in_the_place_of_a_folder_is_told() throws IOException {
    Path blocking = Files.writeString(folder.resolve("data"), "a file");
    Path file = blocking.resolve("noetl.duckdb");

    assertThat(refusal(file))
        .hasMessage("the folder of event store '" + file + "' cannot be made: '" + blocking + "' is a file");
    assertThat(refusal(blocking.resolve("deep/noetl.duckdb")).getMessage()).contains("cannot be made");
  }

  @Test
  void a_folder_that_lets_nobody_write_is_told() {
    StoreException refused = refusal(Path.of("/sys/noetl.duckdb"));

    assertThat(refused.getMessage()).isEqualTo("event store '/sys/noetl.duckdb' cannot be opened: permission denied");
    assertThat(refused.remedy()).isEqualTo("check the rights of the file and its folder, or " + ANOTHER);
  }

  @Test
  void a_folder_that_cannot_be_made_is_told() {
    assertThat(refusal(Path.of("/proc/noetl/noetl.duckdb")).getMessage())
        .startsWith("the folder of event store '/proc/noetl/noetl.duckdb' cannot be made: ");
  }

  @Test
  void a_full_disk_is_told() {
    StoreException full = refusal(Path.of("/dev/full"));

    assertThat(full).hasMessage("event store '/dev/full' has no room to grow: the disk is full");
    assertThat(full.remedy()).isEqualTo("free some space and run again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"events.csv", "events.json", "events.parquet"})
  void a_file_that_duckdb_can_query_is_no_store_and_stays_as_it_is(String name) throws Exception {
    Path file = folder.resolve(name);
    try (DuckDBConnection memory = DuckDbConnections.inMemory(Map.of())) {
      EventLogSchema.execute(memory, "COPY (SELECT 42 AS answer) TO '" + file + "'");
    }
    byte[] before = Files.readAllBytes(file);

    assertThat(refusal(file)).hasMessage("event store '" + file + "' is not a DuckDB file");
    assertThat(refusal(file).remedy()).isEqualTo("move it away, or " + ANOTHER);
    assertThat(refusalToRead(file)).hasMessage("event store '" + file + "' is not a DuckDB file");
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void other_files_are_no_stores() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "this is no DuckDB file".repeat(1_000));
    Path empty = Files.createFile(folder.resolve("empty"));

    assertThat(refusal(text)).hasMessage("event store '" + text + "' is not a DuckDB file");
    assertThat(refusal(text).remedy()).isEqualTo("move it away, or " + ANOTHER);
    assertThat(refusal(empty)).hasMessage("event store '" + empty + "' is not a DuckDB file");
    assertThat(refusalToRead(text)).hasMessage("event store '" + text + "' is not a DuckDB file");
    assertThat(Files.readString(text)).startsWith("this is no DuckDB file");
  }

  @Test
  void a_damaged_store_is_told() throws IOException {
    Path file = stored();
    byte[] bytes = Files.readAllBytes(file);
    bytes[4_096 + 20] ^= 4;
    Files.write(file, bytes);

    assertThat(refusal(file)).hasMessage("event store '" + file + "' is damaged");
    assertThat(refusal(file).remedy()).isEqualTo("restore it from a copy, or " + ANOTHER);
  }

  @Test
  void a_store_that_was_cut_off_is_told() throws IOException {
    Path file = stored();
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 5_000));

    assertThat(refusal(file)).hasMessage("event store '" + file + "' is damaged: it ends too early");
  }

  @Test
  void a_store_that_was_cut_off_further_back_is_told_when_it_is_opened_or_read() throws IOException {
    Path file = stored();
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 100_000));

    assertThatThrownBy(
            () -> {
              try (DuckDbEventStore store = DuckDbEventStore.openForReading(file)) {
                store.executions();
              }
            })
        .isInstanceOf(StoreException.class).hasMessageContaining("is damaged");
  }

  @Test
  void a_flipped_bit_is_told_or_harmless() throws IOException {
    Path file = stored();
    byte[] bytes = Files.readAllBytes(file);
    int told = 0;
    for (int i = 0; i < 20; i++) {
      byte[] damaged = bytes.clone();
      damaged[(int) ((i + 0.5) / 20 * bytes.length)] ^= 8;
      Files.write(file, damaged);
      try (DuckDbEventStore store = DuckDbEventStore.openForReading(file)) {
        assertThat(CursorRows.of(store.events("e50"), EventColumn.SEQUENCE)).hasSize(28);
      } catch (StoreException e) {
        told++;
      }
    }
    assertThat(told).isGreaterThan(10);
  }

  @Test
  void a_store_of_a_newer_duckdb_is_told() throws IOException {
    Path file = stored();
    Files.write(file, withVersion(Files.readAllBytes(file), 99));

    assertThat(refusal(file))
        .hasMessage("event store '" + file + "' was made by another version of DuckDB, which this one cannot read");
  }

  @Test
  void a_store_of_a_newer_noetl_is_told() throws SQLException {
    Path file = stored();
    sql(file, "COMMENT ON TABLE event_log IS 'noetl event log, schema version 2, statements 00000000'");

    StoreException newer = refusal(file);

    assertThat(newer).hasMessage(
        "event store '" + file + "' has schema version 2, which a newer noetl made; this one writes version 1");
    assertThat(newer.remedy()).isEqualTo("use the newer noetl, or another store with --duckdb PATH");
    DuckDbEventStore.openForReading(file).close();
  }

  @Test
  void a_database_of_something_else_is_no_store_to_read() throws SQLException {
    Path file = folder.resolve("other.duckdb");
    sql(file, "CREATE TABLE t (i INTEGER)");

    assertThat(refusalToRead(file)).hasMessage("'" + file + "' holds no event log");
  }

  @Test
  void a_table_of_the_same_name_is_left_alone() throws SQLException {
    Path file = folder.resolve("other.duckdb");
    sql(file, "CREATE TABLE event_log (execution_id VARCHAR)");

    assertThat(refusal(file)).hasMessage(
        "table event_log in '" + file + "' is not an event log of noetl: it has no column 'event_id'");
    assertThat(refusalToRead(file).getMessage()).contains("is not an event log of noetl");
  }

  @Test
  void a_path_with_a_semicolon_is_refused() {
    Path file = folder.resolve("a;b.duckdb");

    assertThat(refusal(file))
        .hasMessage("event store '" + file + "' cannot be opened: a path with a semicolon is not allowed");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_store_that_is_deleted_while_it_is_open_is_told() throws IOException {
    Path file = folder.resolve("noetl.duckdb");
    Event event = SampleExecution.events("e1").getFirst();
    DuckDbEventStore store = DuckDbEventStore.open(file);
    store.append(event);
    store.commit();
    Files.delete(file);
    store.append(event);

    assertThatThrownBy(store::commit).isInstanceOf(StoreException.class)
        .hasMessage("event store '" + file + "' was deleted or replaced while it was open");
    assertThatThrownBy(() -> store.append(event)).isInstanceOf(StoreException.class);
    assertThatThrownBy(store::close).isInstanceOf(StoreException.class);
  }

  private StoreException refusal(Path file) {
    return catchThrowableOfType(StoreException.class, () -> DuckDbEventStore.open(file).close());
  }

  private StoreException refusalToRead(Path file) {
    return catchThrowableOfType(StoreException.class, () -> DuckDbEventStore.openForReading(file).close());
  }

  /** A store with a few hundred kilobytes of events. */
  private Path stored() {
    Path file = folder.resolve("noetl.duckdb");
    try (DuckDbEventStore store = DuckDbEventStore.open(file)) {
      for (int i = 0; i < 100; i++) {
        SampleExecution.events("e" + i).forEach(store::append);
      }
    }
    return file;
  }

  private static void sql(Path file, String sql) throws SQLException {
    try (Connection connection = DuckDbConnections.write(file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /**
   * A DuckDB file begins with a block of 4,096 bytes: its checksum, the letters DUCK, the version (each but the
   * letters 64 bits, little endian). The checksum is, over the 64-bit words after it, 5381 XOR each word times
   * 0xbf58476d1ce4e5b9.
   */
  private static byte[] withVersion(byte[] file, long version) {
    ByteBuffer block = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    block.putLong(12, version);
    long checksum = 5_381;
    for (int at = 8; at < 4_096; at += 8) {
      checksum ^= block.getLong(at) * 0xbf58476d1ce4e5b9L;
    }
    block.putLong(0, checksum);
    return file;
  }
}
