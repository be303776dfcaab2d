package io.noetl.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is kept level with a store, and read by DuckDB as anybody would read partitions. */
class DatasetTest {

  private static final String SPECIAL = "../50% of \"a\" = b? 'c':*;#&+{}[]^\\|<>\t.";

  @TempDir private Path folder;
  private Path store;
  private Path dataset;

  @BeforeEach
  void two_executions() {
    store = folder.resolve("noetl.duckdb");
    dataset = folder.resolve("dataset");
    RecordedStore.add(store, RecordedStore.steps("e1", "weather", "2026-01-31T23:59:59Z", 2));
    RecordedStore.add(store, RecordedStore.steps("e2", SPECIAL, "2026-02-01T00:00:00Z", 1));
  }

  @Test
  void duckdb_reads_the_partitions_as_columns_and_the_rows_as_the_store_has_them() {
    assertThat(export().status()).isZero();

    assertThat(rows("SELECT playbook, strftime(date, '%Y-%m-%d'), count(*) FROM dataset GROUP BY ALL ORDER BY 2"))
        .containsExactly("weather, 2026-01-31, 3", SPECIAL + ", 2026-02-01, 2");
    String micros = " REPLACE (epoch_us(\"timestamp\") AS \"timestamp\") FROM ";
    assertThat(rows("SELECT * EXCLUDE (playbook, date)" + micros + "dataset ORDER BY execution_id, sequence"))
        .isEqualTo(rows("SELECT *" + micros + "store.event_log ORDER BY execution_id, sequence"));
    assertThat(rows("SELECT event_id FROM dataset WHERE date = DATE '2026-02-01' ORDER BY 1"))
        .containsExactly("e2:0", "e2:1");
  }

  @Test
  void a_playbook_without_a_name_is_null_to_readers() {
    RecordedStore.add(store, RecordedStore.steps("e3", "", "2026-02-02T00:00:00Z", 0));
    assertThat(export().status()).isZero();

    assertThat(dataset.resolve("playbook=__HIVE_DEFAULT_PARTITION__/date=2026-02-02/e3.parquet")).isRegularFile();
    assertThat(rows("SELECT event_id FROM dataset WHERE playbook IS NULL")).containsExactly("e3:0");
  }

  @Test
  void only_what_is_new_is_written() throws IOException {
    assertThat(export().out()).endsWith("\n2 written, 0 up to date\n");
    List<Object> before = fileKeys();
    assertThat(export().out()).isEqualTo("0 written, 2 up to date\n");
    assertThat(fileKeys()).isEqualTo(before);

    RecordedStore.add(store, RecordedStore.steps("e3", "weather", "2026-02-01T08:00:00Z", 0));
    Path third = dataset.resolve("playbook=weather/date=2026-02-01/e3.parquet");
    assertThat(export().out())
        .isEqualTo(
            "%s: 1 rows, %d bytes, verified, execution e3\n1 written, 2 up to date\n"
                .formatted(third, Files.size(third)));
    assertThat(fileKeys()).containsAll(before);
  }

  @Test
  void an_execution_that_went_on_is_exported_again() {
    export();
    RecordedStore.add(store, RecordedStore.steps("e1", "weather", "2026-01-31T23:59:59Z", 5).subList(3, 6));

    assertThat(export().out()).contains("e1.parquet: 6 rows, ").endsWith("\n1 written, 1 up to date\n");
    assertThat(Noetl.run("verify", "--against", store, weather()).status()).isZero();
  }

  @Test
  void a_file_that_was_cut_off_is_written_again() throws IOException {
    export();
    byte[] whole = Files.readAllBytes(weather());
    Files.write(weather(), Arrays.copyOf(whole, whole.length / 2));

    assertThat(export().out()).endsWith("\n1 written, 1 up to date\n");
    assertThat(weather()).hasBinaryContent(whole);
  }

  @Test
  void all_files_are_written_again_on_demand() throws IOException {
    export();
    List<Object> before = fileKeys();
    assertThat(export("--overwrite", "--compression", "zstd").out()).endsWith("\n2 written, 0 up to date\n");
    assertThat(fileKeys()).doesNotContainAnyElementsOf(before);
  }

  @Test
  void no_file_is_replaced_on_demand_and_the_execution_that_went_on_is_named() throws IOException {
    export();
    byte[] before = Files.readAllBytes(weather());
    RecordedStore.add(store, RecordedStore.steps("e1", "weather", "2026-01-31T23:59:59Z", 5).subList(3, 6));
    RecordedStore.add(store, RecordedStore.steps("e3", "weather", "2026-02-01T08:00:00Z", 0));

    Noetl.Outcome outcome = export("--no-clobber");
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.out()).contains("e3.parquet: 1 rows, ").endsWith("\n1 written, 1 up to date, 1 failed\n");
    assertThat(outcome.err())
        .isEqualTo(
            "noetl: execution e1: cannot export to %s: it exists, and was not to be overwritten; choose another name, or"
                    .formatted(weather())
                + " leave out --no-clobber to replace it\n");
    assertThat(weather()).hasBinaryContent(before);
  }

  @Test
  void a_file_that_cannot_be_written_is_named_and_the_others_are_written() throws IOException {
    Files.createDirectories(weather());

    Noetl.Outcome outcome = export();
    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.out()).contains("e2.parquet: 2 rows, ").endsWith("\n1 written, 0 up to date, 1 failed\n");
    assertThat(outcome.err())
        .isEqualTo("noetl: execution e1: cannot export to " + weather() + ": it is a folder; name a file in it\n");
  }

  @Test
  void what_a_killed_export_left_is_no_file_of_the_dataset_and_is_swept() throws IOException {
    Path leftover = weather().resolveSibling(".noetl-export-0190.tmp");
    for (String option : List.of("--compression=snappy", "--overwrite")) {
      export(option);
      Files.writeString(leftover, "half a file", UTF_8);
      Files.writeString(weather().resolveSibling(".noetl-export-0190.lock"), "", UTF_8);
      assertThat(rows("SELECT count(*) FROM dataset")).containsExactly("5");

      export(option);
      assertThat(files()).hasSize(2).allMatch(file -> file.toString().endsWith(".parquet"));
    }
  }

  @Test
  void every_file_of_a_dataset_is_verified_in_one_call() throws IOException {
    export();
    List<Object> arguments = new ArrayList<>(List.of("verify", "--against", store));
    arguments.addAll(files());
    Noetl.Outcome outcome = Noetl.run(arguments.toArray());
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out().lines()).hasSize(2).allMatch(line -> line.contains(".parquet: proven, "));
  }

  private Noetl.Outcome export(String... options) {
    List<Object> arguments =
        new ArrayList<>(List.of("export", "--execution", "all", "--to", dataset, "--duckdb", store));
    arguments.addAll(List.of(options));
    return Noetl.run(arguments.toArray());
  }

  private Path weather() {
    return dataset.resolve("playbook=weather/date=2026-01-31/e1.parquet");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> found = Files.walk(dataset)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** What tells a file from the one that replaces it. */
  private List<Object> fileKeys() throws IOException {
    List<Object> keys = new ArrayList<>();
    for (Path file : files()) {
      keys.add(file + " " + Files.getAttribute(file, "unix:ino"));
    }
    return keys;
  }

  /** The rows of a query as text; {@code dataset} and {@code store.event_log} are there. */
  private List<String> rows(String sql) {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute("ATTACH '" + store + "' AS store (READ_ONLY)");
      statement.execute(
          "CREATE VIEW dataset AS FROM read_parquet('" + dataset + "/**/*.parquet', hive_partitioning = true)");
      try (ResultSet result = statement.executeQuery(sql)) {
        List<String> rows = new ArrayList<>();
        while (result.next()) {
          List<String> cells = new ArrayList<>();
          for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            cells.add(result.getString(column));
          }
          rows.add(String.join(", ", cells));
        }
        return rows;
      }
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
